// A search that the office has given a name: a file of the folder that the setting saved_searches
// names.
//
//   chuyen-doi-so.json   {"name": "Quyết định về chuyển đổi số", "name_en": "…",
//                         "query": "chuyển đổi số", "filters": {"type": ["Quyết định"], "from":
//                         "2021"}}
//   /search?q=chuyển đổi số&type=Quyết định&from=2021     what it looks for
//   /saved/chuyen-doi-so.atom                             what of it is new
//
// Filters are the parameters of a search (read_request.h). The file's name, of a to z, digits, '-'
// and '_', is its address.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/language.h"
#include "searcher/server/http/request.h"

namespace tracuu {

inline constexpr std::size_t kMaxSavedSearchBytes = 16384;
inline constexpr std::size_t kMaxSavedNameBytes = 64;

struct SavedSearch {
  std::string key;  // "chuyen-doi-so"
  std::string name_vi;
  std::string name_en;
  std::vector<http::Parameter> parameters;

  const std::string& name(Language language) const {
    return language == Language::kVietnamese ? name_vi : name_en;
  }

  // Returns the request of the search, as if its address had been asked for.
  http::Request request() const;
};

// Whether a name may be that of a saved search.
bool is_saved_search_key(std::string_view key);

// Reads what a file says. Returns what is wrong with it, in English, where it says no search.
std::variant<SavedSearch, std::string> parse_saved_search(std::string_view key,
                                                          std::string_view text);

}  // namespace tracuu
