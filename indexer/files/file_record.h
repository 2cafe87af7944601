// What an index remembers of each file it was built from, so that a file that has not changed is
// not read again.
//
//   /srv/vb/749.docx   18,204 bytes of 3 June, inode 7182   1 document
//   /srv/vb/hong.pdf   930 bytes of 4 June                  none: broken, "no pages"
//
// A failure is remembered with its reason: the file is not tried again while it stays as it is, and
// each report counts it.
//
// Intentionally a plain, copyable value.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/file_stamp.h"
#include "indexer/source/skip.h"

namespace tracuu {

struct FileRecord {
  std::string path;      // absolute
  std::string relative;  // its end, which the ids of its documents begin with
  input::FileStamp stamp;
  // Whether an equal stamp means equal bytes. Not so for a file that was written to within the
  // clock's step of being read, nor for one that shares a document's id with another file.
  bool is_settled = true;
  std::uint64_t settings = 0;  // of the run that read it; others would read it otherwise
  std::string content;         // 16 bytes, the sum of its bytes; empty where it was not taken
  std::uint64_t documents = 0;
  std::uint64_t skip_count = 0;     // members and records without a document
  std::uint64_t failure_count = 0;  // of these, failures
  std::vector<input::Skip> skips;   // the first kMaxRememberedSkips
};

inline constexpr std::size_t kMaxRememberedSkips = 20;

// Returns the record as bytes, all but its path.
std::string encode_file_record(const FileRecord& record);

// Reads it back. Returns nothing for bytes that are no record of this version: the file is then
// read again.
std::optional<FileRecord> decode_file_record(const std::string& path, std::string_view bytes);

}  // namespace tracuu
