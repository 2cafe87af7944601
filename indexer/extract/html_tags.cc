#include "indexer/extract/html_tags.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tracuu::input {
namespace {

// Comparisons of two attribute names, and bytes looked at.
constexpr std::uint64_t kMaxComparisons = 1'000'000'000;
constexpr std::uint64_t kMaxSteps = 1'000'000'000;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool starts_name(char c) {
  return is_letter(c) || c == '_' || c == ':' || c == '.';
}
bool continues_name(char c) {
  return starts_name(c) || (c >= '0' && c <= '9') || c == '-';
}

// One start tag, read as htmlParseStartElement() reads it.
class Tag {
 public:
  explicit Tag(std::string_view rest) : rest_(rest) { skip_while(continues_name); }

  void read() {
    skip_while(is_blank);
    while (at_ < rest_.size() && !at_end()) {
      if (starts_name(rest_[at_])) {
        read_attribute();
      } else {
        skip_value();  // no attribute: passed over up to the next blank
      }
      skip_while(is_blank);
    }
  }

  std::uint64_t attributes() const { return attributes_; }
  std::uint64_t length() const { return at_; }

 private:
  bool at_end() const { return rest_[at_] == '>' || rest_.substr(at_, 2) == "/>"; }

  void read_attribute() {
    ++attributes_;
    skip_while(continues_name);
    skip_while(is_blank);
    if (at_ == rest_.size() || rest_[at_] != '=') return;
    ++at_;
    skip_while(is_blank);
    if (at_ == rest_.size()) return;
    const char quote = rest_[at_];
    if (quote != '"' && quote != '\'') return skip_value();
    at_ = std::min(rest_.find(quote, at_ + 1), rest_.size() - 1) + 1;
  }

  void skip_value() {
    while (at_ < rest_.size() && !is_blank(rest_[at_]) && !at_end()) ++at_;
  }

  void skip_while(bool (*holds)(char)) {
    while (at_ < rest_.size() && holds(rest_[at_])) ++at_;
  }

  std::string_view rest_;  // behind the "<"
  std::size_t at_ = 0;
  std::uint64_t attributes_ = 0;
};

}  // namespace

bool has_bounded_tags(std::string_view page) {
  std::uint64_t comparisons = 0;
  std::uint64_t steps = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    if (at + 1 == page.size() || !starts_name(page[at + 1])) continue;
    Tag tag(page.substr(at + 1));
    tag.read();
    comparisons += tag.attributes() * tag.attributes() / 2;
    steps += tag.length();
    if (comparisons > kMaxComparisons || steps > kMaxSteps) return false;
  }
  return true;
}

}  // namespace tracuu::input
