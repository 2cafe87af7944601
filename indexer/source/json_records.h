// The documents in JSON files: .jsonl read as a stream, .json as a whole.
//
// Internal to indexer/source; see records.h.

#pragma once

#include <memory>

#include "indexer/source/records.h"

namespace tracuu::input {

std::unique_ptr<Records> open_json_lines(const WalkedFile& file, const SourceOptions& options);
std::unique_ptr<Records> open_json_file(const WalkedFile& file, const SourceOptions& options);

}  // namespace tracuu::input
