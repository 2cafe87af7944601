// Opens the live generation of an index and checks that this program may read it.
//
// An index remembers its format and the analyzer it was built with (core/index/schema.h). A format
// that this program does not know or another analyzer would give wrong answers without a sound, so
// both are refused with a sentence that says what to do.

#pragma once

#include <filesystem>
#include <optional>

#include <xapian.h>

namespace tracuu {

// Returns the opened database. It belongs to one thread at a time. Throws kIndexMissing,
// kNotAnIndex, kIndexTooNew, kIndexTooOld, kOtherAnalyzer, kIndexDamaged.
Xapian::Database open_index(const std::filesystem::path& directory);

// Throws as open_index() does when `database`, of the index at `directory`, is not for this
// program.
void check_contract(const Xapian::Database& database, const std::filesystem::path& directory);

// Returns the format of an index; nothing for a database of another program.
std::optional<int> format_of(const Xapian::Database& database);

// Writes format and analyzer into a new generation.
void write_contract(Xapian::WritableDatabase& database);

}  // namespace tracuu
