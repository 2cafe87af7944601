// What an index says in packed lists, as terms of Xapian.

#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "core/index/packed_lists.h"
#include "core/index/schema.h"

namespace tracuu {

// Returns the same documents in memory, each with its packed words as terms.
inline Xapian::Database plain_terms(const Xapian::Database& database) {
  const PackedLists packed(database);
  std::map<Xapian::docid, std::vector<std::pair<std::string, Xapian::termcount>>> words;
  for (PackedLists::Terms terms(packed, ""); terms.next();) {
    terms.for_each([&](const Posting& posting) {
      words[posting.docid].emplace_back(terms.term(), posting.count);
    });
  }
  Xapian::WritableDatabase plain("", Xapian::DB_BACKEND_INMEMORY);
  const auto end = database.postlist_end("");
  for (auto posting = database.postlist_begin(""); posting != end; ++posting) {
    Xapian::Document document = database.get_document(*posting);
    const std::string mark(schema::kPacked);
    auto term = document.termlist_begin();
    term.skip_to(mark);
    if (term != document.termlist_end() && *term == mark) {
      document.remove_term(mark);
      for (const auto& [word, count] : words[*posting]) document.add_term(word, count);
    }
    plain.replace_document(*posting, document);
  }
  plain.commit();
  return plain;
}

// Returns every term of the database, packed or not.
inline std::set<std::string> all_terms(const Xapian::Database& database) {
  std::set<std::string> terms(database.allterms_begin(), database.allterms_end());
  const PackedLists packed(database);
  for (PackedLists::Terms each(packed, ""); each.next();) terms.insert(each.term());
  terms.erase(std::string(schema::kPacked));
  return terms;
}

}  // namespace tracuu
