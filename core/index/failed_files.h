// The files that an index could not be given, each with its reason, for whoever looks after it.
//
//   tracuu.failed./srv/vb/hong.pdf  ->  {"vi":"vb/hong.pdf: tệp bị hỏng (…)","en":"…","count":1}
//
// They stand in the metadata of the database beside the records of files (indexer/files), and are
// committed with them. All functions throw Xapian::Error.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include <xapian.h>

namespace tracuu {

struct FailedFile {
  std::string path;        // absolute; a very long one is cut
  std::string vietnamese;  // the first failure in it, as a sentence
  std::string english;
  std::uint64_t count = 0;  // of failures in the file: an archive may have several
};

void write_failed_file(Xapian::WritableDatabase& database, const FailedFile& file);

// Does nothing where the file has not failed.
void remove_failed_file(Xapian::WritableDatabase& database, const std::string& path);

// Calls visit for each, ordered by path, until it returns false.
void for_each_failed_file(const Xapian::Database& database,
                          const std::function<bool(FailedFile)>& visit);

}  // namespace tracuu
