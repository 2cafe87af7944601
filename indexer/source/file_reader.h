// Who reads the files that are more than text: PDF, Word, Excel, archives.
//
//   reader.read("/srv/vb/12.docx", "vb/12.docx").get()
//     {{.text = {.body = "ỦY BAN NHÂN DÂN …"}}}
//   reader.read("/srv/thu.zip", "thu.zip").get()
//     {{.member = "quyet-dinh.docx", .text = …}, {.member = "anh.mp4", .problem = kUnsupported}}
//
// The one real reader is indexer/worker/worker_pool.h, which has processes of its own do it; tests
// have another. What comes back is checked: UTF-8, pages that fit, sizes within limits.

#pragma once

#include <cstdint>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "core/document/document.h"
#include "indexer/source/byte_stream.h"

namespace tracuu::input {

// The text of one file, as it was read: letters of a legacy encoding as windows-1252 shows them,
// unless the file's fonts said what they are.
struct FileText {
  std::string title;  // of a page or letter, which state one; empty for office files
  std::string body;
  std::string author;              // the same
  std::string date;                // the same; ISO
  std::vector<std::size_t> pages;  // see core/document/pages.h
  FileProperties properties;
  std::vector<EncodingRepair> repairs;  // of letters whose font told their encoding
  std::size_t malformed = 0;            // bytes that were no text
  bool is_ocr = false;
};

// A file or a member of one: its text, or why there is none.
struct FoundDocument {
  std::string member;  // "cong-van/12.docx"; empty for the file itself
  FileText text;
  std::optional<ReadProblem> problem;
};

class FileReader {
 public:
  virtual ~FileReader() = default;

  // Begins to read the file at `path`; `name` tells what to expect of it. Never throws for what is
  // in a file. The result has one entry at least. For one thread at a time.
  virtual std::future<std::vector<FoundDocument>> read(const std::string& path,
                                                       const std::string& name) = 0;

  // How many files to begin ahead of the one whose result is waited for.
  virtual std::size_t read_ahead() const = 0;
};

}  // namespace tracuu::input
