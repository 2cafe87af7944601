#include "searcher/server/template/markup_context.h"

#include <algorithm>
#include <array>

namespace tracuu::page {
namespace {

constexpr std::array<std::string_view, 7> kUrlAttributes{
    "href", "src", "action", "formaction", "poster", "data", "xlink:href"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_name(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
         c == '/' || c == '!';
}

}  // namespace

MarkupContext::Place MarkupContext::attribute_place() const {
  if (attribute_.starts_with("on") || attribute_ == "style" || attribute_ == "srcdoc") {
    return Place::kCodeAttribute;
  }
  const bool is_url = std::ranges::find(kUrlAttributes, attribute_) != kUrlAttributes.end();
  return is_url ? Place::kUrlStart : Place::kAttribute;
}

void MarkupContext::read_text(char c) {
  if (c != '<') return;
  place_ = Place::kTag;
  word_.clear();
  element_.clear();
  attribute_.clear();
  is_naming_ = true;
}

void MarkupContext::read_tag(char c) {
  if (c == '"' || c == '\'') {
    quote_ = c;
    place_ = attribute_place();
    word_.clear();
    return;
  }
  if (is_name(c)) {
    word_ += lower(c);
    if (is_naming_ && word_ == "!--") {
      place_ = Place::kComment;
      word_.clear();
    }
    return;
  }
  if (is_naming_) {
    element_ = word_;
    is_naming_ = false;
  } else if (!word_.empty()) {
    attribute_ = word_;
  }
  word_.clear();
  if (c != '>') return;
  const bool is_raw = element_ == "script" || element_ == "style";
  place_ = is_raw ? Place::kRawText : Place::kText;
}

void MarkupContext::read(std::string_view markup) {
  for (const char c : markup) {
    switch (place_) {
      case Place::kText:
        read_text(c);
        break;
      case Place::kTag:
        read_tag(c);
        break;
      case Place::kUrlStart:
      case Place::kAttribute:
      case Place::kCodeAttribute:
        if (c == quote_) {
          place_ = Place::kTag;
          attribute_.clear();
        } else if (place_ == Place::kUrlStart) {
          place_ = Place::kAttribute;
        }
        break;
      case Place::kRawText:
        word_ += lower(c);
        if (word_.ends_with("</" + element_ + ">")) {
          place_ = Place::kText;
          word_.clear();
          element_.clear();
        }
        break;
      case Place::kComment:
        word_ += c;
        if (word_.ends_with("-->")) {
          place_ = Place::kText;
          word_.clear();
        }
        break;
    }
  }
  if (place_ == Place::kText) {
    word_.clear();
    element_.clear();
    attribute_.clear();
  }
}

void MarkupContext::pass_value() {
  if (place_ == Place::kUrlStart) place_ = Place::kAttribute;
}

}  // namespace tracuu::page
