// One worker of the server: its searcher, and what it answers at which address.
//
//   Desk desk(index, site);
//   desk.answer({"GET", {"/search", {{"q", "chuyển đổi số"}}}, …}).status == 200
//
// Belongs to one thread. Answers are whole: compressed, with their headers. Nothing is thrown; a
// failure is an answer in the form of what was asked for, JSON below /api/, else a page.

#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "searcher/searcher.h"
#include "searcher/server/context.h"

namespace tracuu {

class Desk {
 public:
  // Throws as the Searcher does.
  Desk(std::unique_ptr<Searcher> searcher, Site& site);

  http::Response answer(const http::Request& request);

  // Whether the index says who may see documents that no rule is about.
  bool says_default_access() { return searcher_->says_default_access(); }

 private:
  http::Response dispatch(const Context& context);
  http::Response answer_for(Context& context, const IdentityRefused* refused);
  void note_state();
  void note_index();
  void note_answer(const Context& context, http::Response& response);

  std::unique_ptr<Searcher> searcher_;
  Site& site_;
  std::string state_;
};

// Returns what is counted together.
Route route_of(const http::Request& request);

// Returns what needs no worker: files of the page, /healthz. Nothing for all else.
std::optional<http::Response> answer_quick(const http::Request& request, const Site& site);

// Returns the answer to what no desk sees.
http::Response refuse(const http::Request& request, int status, const Site& site);

}  // namespace tracuu
