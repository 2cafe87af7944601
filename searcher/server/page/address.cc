#include "searcher/server/page/address.h"

#include <algorithm>
#include <array>

namespace tracuu {
namespace {

// The order in addresses: what is looked for, what it is narrowed by, how it is shown.
constexpr std::array<std::string_view, 28> kOrder{
    "id",       "q",        "type",           "agency",       "year",    "month", "status",
    "signer",   "field",    "place",          "person",       "keyword", "path",  "source",
    "from",     "to",       "effective_from", "effective_to", "as_of",   "sort",  "limit",
    "verbatim", "collapse", "predecessors",   "lang",         "tab",     "at",    "page"};

std::size_t place_of(std::string_view name) {
  return static_cast<std::size_t>(std::ranges::find(kOrder, name) - kOrder.begin());
}

// Of a document's page, or of a page of results.
bool is_of_search(std::string_view name) {
  return name != "id" && name != "tab" && name != "at" && name != "page" &&
         place_of(name) < kOrder.size();
}

}  // namespace

Address::Address(const http::Request& request) {
  for (const http::Parameter& parameter : request.target.parameters) {
    if (!is_of_search(parameter.name) || has(parameter.name, parameter.value)) continue;
    parameters_.push_back(parameter);
  }
  sort();
}

void Address::sort() {
  std::ranges::stable_sort(
      parameters_, {}, [](const http::Parameter& parameter) { return place_of(parameter.name); });
}

Address Address::with(std::string_view name, std::string_view value) const {
  if (has(name, value)) return *this;
  Address result = *this;
  result.parameters_.push_back({std::string(name), std::string(value)});
  result.sort();
  return result;
}

Address Address::set(std::string_view name, std::string_view value) const {
  Address result = *this;
  std::erase_if(result.parameters_,
                [&](const http::Parameter& parameter) { return parameter.name == name; });
  return value.empty() ? result : result.with(name, value);
}

Address Address::without(std::string_view name, std::string_view value) const {
  Address result = *this;
  std::erase(result.parameters_, http::Parameter{std::string(name), std::string(value)});
  return result;
}

bool Address::has(std::string_view name, std::string_view value) const {
  return std::ranges::any_of(parameters_, [&](const http::Parameter& parameter) {
    return parameter.name == name && parameter.value == value;
  });
}

std::string Address::to(std::string_view path) const {
  std::string address(path);
  char separator = '?';
  for (const http::Parameter& parameter : parameters_) {
    address += separator;
    address += parameter.name;
    address += '=';
    address += http::percent_encode(parameter.value);
    separator = '&';
  }
  return address;
}

}  // namespace tracuu
