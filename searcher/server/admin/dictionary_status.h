// Which dictionaries the server took over when it started, for the admin page.
//
//   abbreviations.tsv   /etc/tracuu/data/abbreviations.tsv
//   synonyms.tsv        built in

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "searcher/dictionary/rows.h"

namespace tracuu {

struct DictionaryFile {
  std::string name;            // "synonyms.tsv"
  std::filesystem::path path;  // empty: the one built in
};

struct DictionaryStatus {
  std::vector<DictionaryFile> files;
  std::vector<DictionaryWarning> left_out;  // rows that are no rows
};

// Returns what Dictionary::load() of the folder takes. Cost: that of loading it.
DictionaryStatus dictionary_status(const std::filesystem::path& folder);

}  // namespace tracuu
