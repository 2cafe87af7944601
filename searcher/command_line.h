// The options of tracuu-search, read and checked.

#pragma once

#include <optional>
#include <string>

#include "core/program/program.h"
#include "searcher/reader.h"
#include "searcher/request.h"

namespace tracuu {

struct Options {
  std::string index;
  std::string data;
  std::string ranking;
  SearchRequest request;
  Reader reader = Reader::of_everything();
  std::string why_visible;
  std::string show;
  bool original = false;
  std::string cites;
  std::string cited_by;
  std::string related;
  std::string similar;
  std::string cite;
  bool unresolved = false;
  std::string graph;
  std::string complete;
  std::string suggest;
  std::string queries;
  std::string run;
  bool json = false;
  bool no_pager = false;
  bool help_query = false;
  std::optional<std::string> help;
};

// Returns what the arguments ask for; `help` is set when that is the help text. Throws
// kBadOption, kOptionMissing, kOptionUnknown, kValueMissing.
Options read_options(const Program& program);

}  // namespace tracuu
