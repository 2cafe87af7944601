// A random collection of documents for different readers, and questions that try to tell of what is
// hidden: each document has words, an agency, a signer and a number that no other one has, and
// some act on others.
//
//   RestrictedCollection random(seed, 40);
//   random.documents()              for everyone, for groups of a, b and c, for administrators
//   visible_to(documents, reader)   what an index has to hold to give the same answers

#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/document/access.h"
#include "core/index/access.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "searcher/reader.h"
#include "tests/searcher/graph_index.h"
#include "tests/searcher/random_collection.h"

namespace tracuu {

inline bool may_see(const Reader& reader, const Document& document) {
  const Access access = kept_access(document).access;
  if (reader.sees_everything || access.kind == Access::Kind::kEveryone) return true;
  return std::ranges::any_of(access.groups, [&](const std::string& group) {
    return std::ranges::find(reader.groups, group) != reader.groups.end();
  });
}

inline std::vector<Document> visible_to(const std::vector<Document>& documents,
                                        const Reader& reader) {
  std::vector<Document> visible;
  for (const Document& document : documents) {
    if (!may_see(reader, document)) continue;
    visible.push_back(document);
    visible.back().access.clear();
    visible.back().access_by_rule = false;
  }
  return visible;
}

// Every kind of reader of such a collection; one of them in a group that no document knows.
inline std::vector<Reader> all_readers() {
  return {Reader{},
          Reader{false, {"a"}},
          Reader{false, {"b", "la"}},
          Reader{false, {"c", "a", "b"}},
          Reader{false, {"la"}},
          Reader::of_everything()};
}

class RestrictedCollection {
 public:
  RestrictedCollection(unsigned seed, std::size_t count) : random_(seed) {
    documents_ = random_.documents(count);
    for (std::size_t i = 0; i < count; ++i) make_own(i);
    for (std::size_t i = 1; i < count; ++i) {
      if (random_.chance(2)) act_on(random_.below(i), documents_[i]);
    }
    for (std::size_t i = 1; i < count; i += 7) {  // copies, seen by others than the first
      documents_[i].title = documents_[i - 1].title;
      documents_[i].body = documents_[i - 1].body;
      documents_[i].number = documents_[i - 1].number;
    }
    for (Document& document : documents_) document.access = random_access();
  }

  const std::vector<Document>& documents() const { return documents_; }
  RandomCollection& random() { return random_; }

  // What someone types who has heard of any of the documents, also of hidden ones.
  std::string question() {
    const Document& one = documents_[random_.below(documents_.size())];
    switch (random_.below(9)) {
      case 0:
        return one.agency;
      case 1:
        return one.number.empty() ? one.title : one.number;
      case 2:
        return own_words(random_.below(documents_.size()));
      case 3:
        return damaged(own_words(random_.below(documents_.size())));
      case 4:
        return "người ký:(" + one.signer + ")";
      case 5:
        return "cơ quan:\"" + one.agency + "\"";
      case 6:
        return one.number.substr(0, one.number.find('/'));
      default:
        return random_.query(documents_);
    }
  }

  // The beginning of such a text.
  std::string prefix() {
    const std::string text = question();
    std::size_t length = 1 + random_.below(std::max<std::size_t>(text.size(), 1));
    return text.substr(0, text::character_border(text, std::min(length, text.size())));
  }

 private:
  // Two syllables that no other document has side by side, mostly.
  static std::string own_words(std::size_t i) {
    static constexpr auto kFirst = std::to_array<const char*>(
        {"khuếch", "xoắn", "ngoạn", "nhuần", "thuyền", "quạnh", "chuột", "giường", "phượng"});
    static constexpr auto kSecond = std::to_array<const char*>(
        {"vượn", "trượt", "bướng", "lượn", "hươu", "rượu", "khướu", "tượng", "mượn", "gượng"});
    return std::string(kFirst[i % kFirst.size()]) + ' ' +
           kSecond[i / kFirst.size() % kSecond.size()];
  }

  void make_own(std::size_t i) {
    Document& document = documents_[i];
    const std::string words = own_words(i);
    if (random_.chance(2)) document.title += " " + words;
    document.body += "\n\nViệc " + words + " được giao.";
    if (random_.chance(2)) document.body += " Chuyển đổi số và " + words + ".";
    if (random_.chance(3)) document.agency = "Chi cục " + words + " tỉnh Thái Nguyên";
    if (random_.chance(3)) document.signer = "Lê " + words;
    if (random_.chance(3)) document.keywords.push_back(words);
    if (random_.chance(3)) document.number = std::to_string(100 + i) + "/2020/QĐ-UBND";
    if (random_.chance(4)) document.type = "Quyết định";
    if (random_.chance(4)) document.field = "Lĩnh vực " + words;
    if (random_.chance(3)) document.path = "vb/" + std::to_string(i % 5) + "/" + document.id;
  }

  void act_on(std::size_t target, Document& acting) {
    const std::string number = documents_[target].number;
    if (!parse_number(number)) return;
    static constexpr std::array kRelations{Relation::kReplaces, Relation::kAmends,
                                           Relation::kRepeals, Relation::kBasedOn};
    Citation citation = cites(kRelations[random_.below(kRelations.size())], number);
    citation.agency.clear();
    citation.date = documents_[target].date;
    acting.citations.push_back(citation);
    acting.effective = "2021-01-01";
  }

  std::vector<std::string> random_access() {
    switch (random_.below(8)) {
      case 0:
        return {"a"};
      case 1:
        return {"b"};
      case 2:
        return {"a", "c"};
      case 3:
        return {"!"};
      case 4:
        return {"*", "a"};  // no list
      case 5:
        return {"*"};
      default:
        return {};
    }
  }

  // A letter short, or without its marks.
  std::string damaged(const std::string& text) {
    if (random_.chance(2)) return fold(text, Marks::kDrop);
    const std::size_t at = text::character_border(text, random_.below(text.size()));
    const std::size_t length = text::decode(text, at).length;
    return text.substr(0, at) + text.substr(at + length);
  }

  RandomCollection random_;
  std::vector<Document> documents_;
};

}  // namespace tracuu
