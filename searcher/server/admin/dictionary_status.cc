#include "searcher/server/admin/dictionary_status.h"

#include <system_error>

#include "searcher/dictionary/dictionary.h"

namespace tracuu {

DictionaryStatus dictionary_status(const std::filesystem::path& folder) {
  DictionaryStatus status;
  for (const char* name : {"abbreviations.tsv", "synonyms.tsv", "place_names.tsv"}) {
    std::error_code failed;
    const std::filesystem::path path = folder / name;
    const bool is_there = !folder.empty() && std::filesystem::is_regular_file(path, failed);
    status.files.push_back({name, is_there ? path : std::filesystem::path()});
  }
  status.left_out = Dictionary::load(folder).warnings();
  return status;
}

}  // namespace tracuu
