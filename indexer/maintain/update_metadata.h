// Changes fields of documents without reading their files: tracuu-index --update-metadata FILE.
//
//   {"id": "sample/749.txt", "status": "Hết hiệu lực", "keywords": ["đầu tư"], "signer": null}
//
// Each line names a document and the fields that change; null empties one, the others stay, and so
// does the text. Fields are those of JSON documents (core/document/document_json.h) but for body
// and access. A change lasts until the document's file changes and is read again.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/language.h"

namespace tracuu {

struct UpdateProblem {
  enum class Kind {
    kBadLine,     // detail: what is wrong with it, in English
    kNoDocument,  // detail: the id
    kBadField,    // detail: the field that cannot be changed, or whose value is not understood
  };
  Kind kind = Kind::kBadLine;
  std::size_t line = 0;
  std::string detail;
};

struct UpdateReport {
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t problem_count = 0;      // lines that changed nothing
  std::vector<UpdateProblem> problems;  // the first ones
};

// Throws as open_index() does, kIndexBusy, kDiskFull, kIo, and kPathUnreadable for `file`. Commits
// in batches: a killed update leaves the last one, and can be repeated.
UpdateReport update_metadata(const std::filesystem::path& index, const std::filesystem::path& file,
                             std::chrono::seconds patience = {});

std::string to_text(const UpdateReport& report, Language language);
std::string to_json(const UpdateReport& report);

}  // namespace tracuu
