#include "searcher/graph/day.h"

#include <charconv>
#include <chrono>

namespace tracuu {
namespace {

constexpr std::size_t kKeyDigits = 8;
constexpr int kLastMonthWithZero = 2;
constexpr int kTwoDigits = 10;

std::string with_zero(int number) {
  return (number < kTwoDigits ? "0" : "") + std::to_string(number);
}

std::string month_of(const Date& date) {
  return date.month <= kLastMonthWithZero ? with_zero(date.month) : std::to_string(date.month);
}

}  // namespace

std::optional<Date> day_of_key(std::string_view key) {
  if (key.size() != kKeyDigits) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), number);
  if (error != std::errc() || end != key.data() + key.size()) return std::nullopt;
  constexpr int kYear = 10000;
  constexpr int kMonth = 100;
  const Date date{number / kYear, number / kMonth % kMonth, number % kMonth};
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::string iso_of_key(std::string_view key) {
  const auto date = day_of_key(key);
  return date ? to_iso(*date) : std::string();
}

std::string day_for_people(const Date& date) {
  return with_zero(date.day) + "/" + month_of(date) + "/" + std::to_string(date.year);
}

std::string day_in_words(const Date& date) {
  return "ngày " + with_zero(date.day) + " tháng " + month_of(date) + " năm " +
         std::to_string(date.year);
}

Date today_in_vietnam() {
  using std::chrono::system_clock;
  constexpr std::chrono::hours kAheadOfUtc{7};
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(system_clock::now() + kAheadOfUtc));
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

}  // namespace tracuu
