// What a file's name says about it: the format of its text and its compression.
//
//   file_kind("tin/2021/THÔNG BÁO.HTML")  == {Format::kHtml, Compression::kNone}
//   file_kind("phapdien.jsonl.xz")        == {Format::kJsonLines, Compression::kXz}
//   file_kind("quyet-dinh.docx")          nothing; ending_of(…) == ".docx"
//
// Only the name is looked at, but for is_container(): a letter saved as "cong-van.txt" may be a
// PDF.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::input {

enum class Format : std::uint8_t {
  kText,
  kMarkdown,
  kHtml,
  kJson,
  kJsonLines,
  kByContent,  // what the name does not tell: a FileReader looks at the bytes
};
enum class Compression : std::uint8_t { kNone, kGzip, kXz, kZstd };

struct FileKind {
  Format format = Format::kText;
  Compression compression = Compression::kNone;

  friend bool operator==(const FileKind&, const FileKind&) = default;
};

// Returns the kind of a file with this name (a path is allowed), nothing where it is unsupported.
std::optional<FileKind> file_kind(std::string_view name);

// Returns the ending in lower case with its dot, the compression included (".docx", ".tar.gz"),
// or nothing where the name has none or it is too long to be one.
std::string ending_of(std::string_view name);

// Whether bytes begin as PDF, RTF, zip or compound files do, which no text does.
bool is_container(std::string_view bytes);

// Whether a file or folder of this name is not the user's: ".git", "~$a.txt", "a.txt~", "a.tmp".
bool is_hidden(std::string_view name);

}  // namespace tracuu::input
