// A desk over a temporary index, and what tests ask it: no socket.
//
//   TestDesk desk(documents);
//   desk.get("/search?q=s%E1%BB%91").status == 200

#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "searcher/server/desk.h"
#include "searcher/server/site.h"
#include "tests/searcher/graph_index.h"
#include "tests/searcher/test_index.h"

namespace tracuu {

inline http::Request request_for(const std::string& target) {
  auto parsed = http::parse_target(target);
  if (!std::holds_alternative<http::Target>(parsed)) throw std::runtime_error("target: " + target);
  http::Request request;
  request.target = std::get<http::Target>(std::move(parsed));
  request.headers["host"] = "localhost:8080";
  return request;
}

class TestDesk {
 public:
  explicit TestDesk(const std::vector<Document>& documents, Settings settings = {})
      : index_(documents), site_(std::move(settings)) {
    reopen();
  }

  http::Response get(const std::string& target) { return ask(request_for(target)); }
  http::Response ask(const http::Request& request) { return desk_->answer(request); }

  // As a worker that goes over to the newest state of the index.
  void reopen() {
    desk_ = std::make_unique<Desk>(std::make_unique<Searcher>(index_.directory()), site_);
  }

  TestIndex& index() { return index_; }
  Site& site() { return site_; }

 private:
  TestIndex index_;
  Site site_;
  std::unique_ptr<Desk> desk_;
};

// Decisions that cite each other, a letter, and a piece of news, of several years.
inline std::vector<Document> office_documents() {
  Document replaced = act("qd/1-2019.txt", "1/2019/QĐ-UBND", "2019-03-01");
  replaced.title = "Quyết định 1/2019/QĐ-UBND Quy định một cửa";
  Document replacing = act("qd/2-2021.txt", "2/2021/QĐ-UBND", "2021-05-04",
                           {cites(Relation::kReplaces, "1/2019/QĐ-UBND")});
  replacing.title = "Quyết định 2/2021/QĐ-UBND Quy định một cửa liên thông";
  replacing.body =
      "Điều 1. Ban hành quy định một cửa liên thông và chuyển đổi số.\n\n"
      "Điều 2. Quyết định này thay thế Quyết định số 1/2019/QĐ-UBND.";
  replacing.signer = "Trần Văn Bình";
  Document letter{.id = "cv/5.txt",
                  .title = "Công văn 5/UBND về chuyển đổi số",
                  .body = "Về việc chuyển đổi số cấp xã.",
                  .type = "Công văn",
                  .number = "5/UBND",
                  .agency = kProvince,
                  .date = "2021-07-01"};
  Document news{.id = "tin/1.txt",
                .title = "Ngày chuyển đổi số",
                .body = "Tỉnh tổ chức ngày chuyển đổi số.",
                .type = "Tin tức",
                .date = "2022-10-10"};
  return {replaced, replacing, letter, news};
}

}  // namespace tracuu
