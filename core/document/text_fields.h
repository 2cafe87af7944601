// The fields of a document that are one text each, by the names that records, JSON and people give
// them. The body is none of them.

#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/document/document.h"

namespace tracuu {

struct TextField {
  const char* name;
  std::string Document::*member;
};

// DO NOT CHANGE the names: they are on disk.
inline constexpr std::array kTextFields = std::to_array<TextField>({
    {"id", &Document::id},
    {"title", &Document::title},
    {"type", &Document::type},
    {"number", &Document::number},
    {"agency", &Document::agency},
    {"date", &Document::date},
    {"effective", &Document::effective},
    {"expires", &Document::expires},
    {"status", &Document::status},
    {"signer", &Document::signer},
    {"signer_title", &Document::signer_title},
    {"signer_capacity", &Document::signer_capacity},
    {"subject", &Document::subject},
    {"place", &Document::place},
    {"field", &Document::field},
    {"urgency", &Document::urgency},
    {"secrecy", &Document::secrecy},
    {"source", &Document::source},
    {"url", &Document::url},
    {"author", &Document::author},
    {"path", &Document::path},
});

// Returns the field of that name, nullptr for none.
inline const TextField* find_text_field(std::string_view name) {
  const auto* const found = std::ranges::find(kTextFields, name, &TextField::name);
  return found == kTextFields.end() ? nullptr : found;
}

}  // namespace tracuu
