// All input of one run, document by document: the one interface that the indexer calls.
//
//   Source source({"data/sample"}, {});
//   while (auto item = source.next()) {
//     if (const auto* document = std::get_if<Document>(&item->result)) index(*document);
//     else report(std::get<Skip>(item->result));
//   }
//
// Order and ids are the same in every run over the same files. Every file and record comes out as
// a Document or a Skip. Nothing that is in a file throws; memory is bounded by Limits.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/document/document.h"
#include "core/document/document_json.h"
#include "indexer/source/file_reader.h"
#include "indexer/source/identity.h"
#include "indexer/source/limits.h"
#include "indexer/source/skip.h"
#include "indexer/source/walk.h"

namespace tracuu::input {

struct SourceOptions {
  IdFrom id_from = IdFrom::kDefault;
  FileReader* reader = nullptr;  // without one only text is read; must outlive the source
  Limits limits{};               // tests set small ones

  // Called when a file has given all its items, with those of its skips that come out counted at
  // the end and not one by one (kUnsupported).
  std::function<void(const WalkedFile& file, const std::vector<Skip>& counted)> on_file_end{};
};

struct SourceItem {
  std::variant<Document, Skip> result;
  std::string path;                   // of the file, absolute; empty for what the walk skipped
  std::size_t line = 0;               // where a record starts in its file; 0 for a whole file
  std::uint64_t bytes_read = 0;       // on disk, of all files so far: the progress of total_bytes()
  std::size_t malformed = 0;          // bytes that were not UTF-8 and gave no repair
  std::vector<JsonWarning> warnings;  // fields left empty, as they were not understood
};

// Not copyable; movable. For one thread at a time.
class Source {
 public:
  // Lists all files. Throws Error(kPathMissing) or Error(kPathUnreadable) for a path given.
  Source(const std::vector<std::string>& paths, const SourceOptions& options);

  // Reads these files.
  Source(Walk walked, const SourceOptions& options);
  ~Source();
  Source(Source&&) noexcept;
  Source& operator=(Source&&) noexcept;

  // Returns the next document or skip, nothing at the end.
  std::optional<SourceItem> next();

  std::uint64_t total_bytes() const;
  std::size_t total_files() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tracuu::input
