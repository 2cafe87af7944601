// The documents in a file that a FileReader reads: one for an office file, many for an archive.
//
//   "thu.zip" with members qd.docx and anh.mp4
//     -> document "thu.zip/qd.docx", skip "thu.zip/anh.mp4": kUnsupported
//
// Internal to indexer/source; see records.h.

#pragma once

#include <future>
#include <memory>
#include <vector>

#include "indexer/source/file_reader.h"
#include "indexer/source/records.h"

namespace tracuu::input {

// Waits for `found` when its first item is asked for. `file` must outlive the result.
std::unique_ptr<Records> open_read_records(const WalkedFile& file,
                                           std::future<std::vector<FoundDocument>> found);

}  // namespace tracuu::input
