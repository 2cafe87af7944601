// Looks through a generation for damage, before it is made live or when someone asks.

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <xapian.h>

namespace tracuu {

// Returns what is wrong with the database, a sentence of Xapian's each (English), or where its
// tables are sound, of its packed lists; nothing where these are, too. Reads all of it: 60 MB/s of
// one core. The work is done by a process of its own, as
// Xapian trusts what it reads and may die of garbage: that counts as damage too. REQUIRES: nobody
// writes to it, and no other thread of the calling process is at work (it forks). Throws kIo when
// no process can be started.
std::vector<std::string> find_damage(const std::filesystem::path& generation);

// Throws unless the generation, of the index at `directory`, opens, is for this program, holds
// `documents` documents, and has no damage: kIndexDamaged, or as open_index() does.
void verify_generation(const std::filesystem::path& generation,
                       const std::filesystem::path& directory, Xapian::doccount documents);

}  // namespace tracuu
