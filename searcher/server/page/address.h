// Addresses of searches: the state of the page is its address, so every link is made here.
//
//   Address here(request);                     /search?q=số&type=Quyết+định
//   here.with("year", "2020").to("/search")    /search?q=số&type=…&year=2020
//   here.without("type", "Quyết định")         the chip's ×
//
// Parameters stand in one order, whatever the order they came in: one search has one address.
// What page of the answer is looked at is not kept.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/server/http/request.h"

namespace tracuu {

class Address {
 public:
  // Of no search.
  Address() = default;

  // Keeps what a search is made of, and the language; nothing else.
  explicit Address(const http::Request& request);

  // Return the address with a value more, with one value in place of all of that name (none where
  // it is empty), and without a value.
  Address with(std::string_view name, std::string_view value) const;
  Address set(std::string_view name, std::string_view value) const;
  Address without(std::string_view name, std::string_view value) const;

  bool has(std::string_view name, std::string_view value) const;
  const std::vector<http::Parameter>& parameters() const { return parameters_; }

  // Returns "/search?q=…".
  std::string to(std::string_view path) const;

 private:
  void sort();

  std::vector<http::Parameter> parameters_;
};

}  // namespace tracuu
