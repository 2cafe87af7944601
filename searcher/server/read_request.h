// The parameters of a request as the search they ask for: the same names for page, API, feeds and
// exports, so that one address says what is looked for, whatever form the answer takes.
//
//   ?q=một cửa&type=Quyết định&agency=UBND tỉnh&from=2019&to=2022&sort=newest&page=2
//
//   q                                   the query
//   type agency year month status signer field place person keyword path source
//                                       filters; several of one name mean any of them
//   from to effective_from effective_to as_of
//                                       days and periods, as --from has them
//   sort                                relevance, newest, oldest
//   page | offset, limit                page 2 is the second `limit`
//   verbatim=1 collapse=0 predecessors=0
//
// All are checked; a value that means nothing throws kBadOption with the parameter's name.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "searcher/request.h"
#include "searcher/server/http/request.h"

namespace tracuu {

inline constexpr std::size_t kPageSize = 10;
inline constexpr std::size_t kMaxPageSize = 100;
inline constexpr std::size_t kMaxDepth = 5000;       // results passed over: each costs some 50 µs
inline constexpr std::size_t kMaxFilterValues = 50;  // in one request

// Filters as parameters, in the order in which addresses and chips have them.
std::span<const std::string_view> filter_names();

// Returns the search. Throws kBadOption.
SearchRequest read_search(const http::Request& request);

// Returns the language that `lang` asks for. Throws kBadOption.
Language read_language(const http::Request& request, Language otherwise);

// Returns the number that a parameter spells, nothing without it. Throws kBadOption.
std::optional<std::size_t> read_number(const http::Request& request, std::string_view name,
                                       std::size_t most);

// Returns whether a parameter that may be 0 or 1 is 1. Throws kBadOption.
bool read_flag(const http::Request& request, std::string_view name, bool otherwise);

// Throws kBadOption where a parameter is there that is none of `known` and none of a search.
void refuse_unknown(const http::Request& request, std::span<const std::string_view> known);

}  // namespace tracuu
