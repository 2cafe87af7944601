// Why a file or a record did not become a document, and the sentence that says so.
//
// Every input either becomes a Document or leaves a Skip: nothing disappears in silence.
//
//   Skip{SkipReason::kMalformedJson, "sample/tin.jsonl", 7, "…", 1}
//   skip_sentence(…, Language::kVietnamese) == "sample/tin.jsonl, dòng 7: JSON sai cú pháp: …"
//
// A skip is a failure when content that was meant for the index did not reach it (exit status 3
// of tracuu-index); a picture beside the documents or an empty file is none.
// Paths and details hold bytes from outside: pass the sentence through text::visible() before it
// reaches a terminal or a log.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "core/document/document_json.h"

namespace tracuu::input {

// What `detail` holds is named behind the reason.
enum class SkipReason : std::uint8_t {
  kUnsupported,    // the ending: ".docx", or nothing where the name has none
  kUnreadable,     // cause, as strerror gives it
  kNotAFile,       // – (a pipe, socket or device)
  kEmpty,          // –
  kNoText,         // –
  kBinary,         // –
  kUtf16Lines,     // –
  kTooLarge,       // the limit: "64 MiB"
  kLineTooLong,    // the limit
  kMalformedJson,  // what is wrong and where, in English; `json` says it in both languages
  kWrongType,      // the same
  kMissingId,      // –
  kIdTooLong,      // the limit in bytes
  kBadId,          // – (control characters, or not UTF-8)
  kCorrupt,        // cause, as the decompressor gives it
  kFolderLoop,     // –
  kTooDeep,        // the limit: "128"
  kTooComplex,     // –
  kSecret,         // the mark: "Tối mật"
  kBroken,         // what is wrong with the file, in English
  kEncrypted,      // –
  kScanned,        // –
  kNested,         // the limit: "4"
  kTooMuchText,    // the limit: "64 MiB"
  kTimeLimit,      // the limit in seconds
  kMemoryLimit,    // the limit: "1024 MiB"
  kCrashed,        // how the reading process ended, in English
  kNoReader,       // –
  kBeingWritten,   // –
  kOverSize,       // PathPatterns::max_bytes: "50 MiB"
};

// The last one, for whoever reads one as a number.
inline constexpr SkipReason kLastSkipReason = SkipReason::kOverSize;

struct Skip {
  SkipReason reason = SkipReason::kUnreadable;
  std::string path;       // relative, as Document::path
  std::size_t line = 0;   // from 1; 0 where no line is meant
  std::string detail;     // see SkipReason
  std::size_t count = 1;  // files that this stands for; above 1 for kUnsupported only
  std::optional<JsonProblem> json;

  friend bool operator==(const Skip&, const Skip&) = default;
};

// Whether content that should be in the index is not: the run ends with status 3.
bool is_failure(SkipReason reason);

// Returns the whole sentence: where, and why.
std::string skip_sentence(const Skip& skip, Language language);

// Returns the reason alone, as a heading for counts: "tệp rỗng", "empty file".
std::string_view skip_label(SkipReason reason, Language language);

// Returns the reason's name in reports for programs: "empty", "malformed_json". Never translated.
std::string_view skip_code(SkipReason reason);

// Returns the reason of that name; nothing for a name that is none.
std::optional<SkipReason> skip_reason(std::string_view code);

// Returns a limit as people read it: "64 MiB", "1.5 KiB" is "1536 bytes".
std::string size_in_words(std::uint64_t bytes);

}  // namespace tracuu::input
