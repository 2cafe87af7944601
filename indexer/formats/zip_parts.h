// The parts of an office file that is a zip of XML: .docx, .xlsx, .pptx, .odt, .ods, .odp.
//
//   kind_of_zip(bytes) == ZipKind::kWord
//   read_parts(bytes, [](auto name) { return name == "word/document.xml"; })
//     {{"word/document.xml", "<?xml …"}}
//
// libarchive ends in zip_parts.cc. What unpacks to more than kMaxUnpackedBytes is a bomb.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "indexer/source/byte_stream.h"

namespace tracuu::input {

enum class ZipKind : std::uint8_t { kOther, kWord, kSheet, kSlides, kOpenDocument };

// Returns whose zip it is, by the names of its first parts.
ZipKind kind_of_zip(std::string_view bytes);

using ZipParts = std::map<std::string, std::string, std::less<>>;

// Unpacks the parts whose names `wanted` accepts; the first of a name. A broken end of the file
// gives the parts before it; kBroken where there are none, kTooMuchText, kEncrypted.
std::variant<ZipParts, ReadProblem> read_parts(
    std::string_view bytes, const std::function<bool(std::string_view name)>& wanted);

}  // namespace tracuu::input
