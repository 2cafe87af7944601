// The documents in one file: one for a text or page, many for JSON.
//
// Internal to indexer/source; Source strings the files together.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "indexer/source/source.h"
#include "indexer/source/walk.h"

namespace tracuu::input {

// Yields the items of a file, `path` and `bytes_read` of each left to the caller.
class Records {
 public:
  virtual ~Records() = default;
  virtual std::optional<SourceItem> next() = 0;
  virtual std::uint64_t consumed_bytes() const = 0;  // of the file on disk
};

// Opens a file whose name says its format, or whose bytes belong to options.reader. What is wrong
// with it comes out of next(). `file` and `options` must outlive the result. REQUIRES: not
// kByContent.
std::unique_ptr<Records> open_records(const WalkedFile& file, const SourceOptions& options);

}  // namespace tracuu::input
