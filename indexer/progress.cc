#include "indexer/progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include <spdlog/spdlog.h>

#include "core/text/visible.h"
#include "indexer/number_text.h"

namespace tracuu {
namespace {

constexpr double kTerminalInterval = 0.2;  // seconds
constexpr double kLogInterval = 60;

constexpr Bilingual kLine{"{4} {2} % · {0} văn bản · {1} MB/giây · còn {3}",
                          "{4} {2} % · {0} documents · {1} MB/s · {3} left"};
constexpr Bilingual kFailures{" · {0} lỗi", " · {0} failed"};
constexpr std::size_t kBarCells = 10;
// Below so many characters a file's name says nothing.
constexpr std::size_t kMinFileColumns = 12;
constexpr Bilingual kMinutes{"{0} phút {1} giây", "{0} min {1} s"};
constexpr Bilingual kSeconds{"{0} giây", "{0} s"};

double text_rate(const IndexProgress& progress) {
  return progress.seconds > 0 ? static_cast<double>(progress.bytes_text) / 1e6 / progress.seconds
                              : 0;
}

double share_done(const IndexProgress& progress) {
  if (progress.bytes_total == 0) return 0;
  return std::min(
      1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
}

long seconds_left(const IndexProgress& progress) {
  const double done = share_done(progress);
  return done > 0 ? std::lround(progress.seconds * (1 - done) / done) : 0;
}

std::string duration(long seconds, Language language) {
  if (seconds < 60) return say(kSeconds, language, {std::to_string(seconds)});
  return say(kMinutes, language, {std::to_string(seconds / 60), std::to_string(seconds % 60)});
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

// Returns the end of a text in at most `count` characters, with a sign for what is cut.
std::string last_characters(std::string text, std::size_t count) {
  std::size_t surplus = characters(text);
  if (surplus <= count) return text;
  surplus -= count - 1;
  std::size_t at = 0;
  while (surplus > 0) {
    ++at;
    while (at < text.size() && !begins_character(text[at])) ++at;
    --surplus;
  }
  return "…" + text.substr(at);
}

std::string bar(double share) {
  const auto full = static_cast<std::size_t>(share * kBarCells);
  std::string cells = "[";
  for (std::size_t i = 0; i < kBarCells; ++i) cells += i < full ? "█" : "░";
  return cells + "]";
}

}  // namespace

std::string progress_line(const IndexProgress& progress, Language language, std::size_t columns) {
  std::string line =
      say(kLine, language,
          {grouped(progress.documents, language), one_decimal(text_rate(progress), language),
           std::to_string(std::lround(100 * share_done(progress))),
           duration(seconds_left(progress), language), bar(share_done(progress))});
  if (progress.failures > 0)
    line += say(kFailures, language, {grouped(progress.failures, language)});
  const std::size_t used = characters(line) + 3;
  if (progress.file.empty() || used + kMinFileColumns > columns) return line;
  return line + " · " +
         last_characters(text::visible(progress.file, text::Lines::kJoin), columns - used);
}

void ProgressDisplay::show(const IndexProgress& progress) {
  if (progress.seconds - shown_at_ < (on_terminal_ ? kTerminalInterval : kLogInterval)) return;
  shown_at_ = progress.seconds;
  if (!on_terminal_) {
    spdlog::info("indexed {} documents, {:.1f} MB/s, {} s left", progress.documents,
                 text_rate(progress), seconds_left(progress));
    return;
  }
  std::fprintf(stderr, "\r\x1b[K%s", progress_line(progress, language_, columns_).c_str());
  std::fflush(stderr);
  has_line_ = true;
}

void ProgressDisplay::clear() {
  if (!has_line_) return;
  std::fputs("\r\x1b[K", stderr);
  has_line_ = false;
}

}  // namespace tracuu
