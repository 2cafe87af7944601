// Numbers by index, each in as many whole bytes as the largest one put so far needs: 1, 2 or 4.
//
//   types of 1,000,000 documents, 90 of them     1 MB instead of 4
//
// Plain and copyable; a copy takes no more room than its numbers.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <variant>
#include <vector>

namespace tracuu {

class PackedArray {
 public:
  // Returns visit(vector) with the numbers as they are kept, so that a loop over many asks for
  // their width once.
  template <typename Visit>
  auto visit(Visit visit_numbers) const {
    return std::visit(visit_numbers, numbers_);
  }

  std::size_t size() const {
    return visit([](const auto& numbers) { return numbers.size(); });
  }

  std::size_t size_bytes() const {
    return visit([](const auto& numbers) { return numbers.capacity() * sizeof(numbers[0]); });
  }

  // REQUIRES: index < size().
  std::uint32_t operator[](std::size_t index) const {
    return visit([&](const auto& numbers) { return std::uint32_t{numbers[index]}; });
  }

  // Makes room for exactly `size` numbers; new ones are 0.
  void resize(std::size_t size) {
    std::visit(
        [&](auto& numbers) {
          numbers.reserve(size);
          numbers.resize(size);
        },
        numbers_);
  }

  // REQUIRES: index < size(). Cost: constant, but for the first number that is too large.
  void set(std::size_t index, std::uint32_t number) {
    const bool fits =
        std::visit([&](auto& numbers) { return put(numbers, index, number); }, numbers_);
    if (fits) return;
    if (number <= std::numeric_limits<std::uint16_t>::max()) {
      widen<std::uint16_t>();
    } else {
      widen<std::uint32_t>();
    }
    set(index, number);
  }

 private:
  template <typename Number>
  static bool put(std::vector<Number>& numbers, std::size_t index, std::uint32_t number) {
    if (number > std::numeric_limits<Number>::max()) return false;
    numbers[index] = static_cast<Number>(number);
    return true;
  }

  template <typename Wide>
  void widen() {
    std::vector<Wide> wide(size());
    std::visit(
        [&](const auto& numbers) {
          std::ranges::transform(numbers, wide.begin(),
                                 [](auto number) { return static_cast<Wide>(number); });
        },
        numbers_);
    numbers_ = std::move(wide);
  }

  std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>
      numbers_;
};

}  // namespace tracuu
