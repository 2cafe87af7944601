// The length and the sum of a file's bytes, taken as they pass by.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct XXH3_state_s;

namespace tracuu::input {

// Not copyable.
class Checksum {
 public:
  Checksum();

  void add(std::string_view bytes);

  std::uint64_t bytes() const { return bytes_; }

  // The 16 bytes of XXH3, 128 bits, of what was added; and as 32 hexadecimal digits.
  std::string digest() const;
  std::string hexadecimal() const;

 private:
  struct FreeState {
    void operator()(XXH3_state_s* state) const;
  };
  std::unique_ptr<XXH3_state_s, FreeState> state_;
  std::uint64_t bytes_ = 0;
};

}  // namespace tracuu::input
