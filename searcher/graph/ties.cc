#include "searcher/graph/ties.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/ties.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

constexpr char kSeparator = '\x1f';

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string key;
  for (const std::string_view part : parts) key.append(part) += kSeparator;
  return key;
}

// What the citation says of the document it means.
std::string wording_of(const Citation& citation) {
  return joined(
      {citation_key(citation), citation.type, citation.number, citation.date, citation.agency});
}

// Equal for equal targets: by the act where it is known, by the wording otherwise.
std::string identity_of(const Cited& cited) {
  if (cited.resolution.kind == Resolution::Kind::kAsserted) {
    return "#" + std::to_string(std::ranges::min(cited.resolution.ids));
  }
  const std::string key = citation_key(cited.citation);
  return key.empty() ? wording_of(cited.citation) : key;
}

std::string identity_of(const Tie& tie) {
  return joined({std::to_string(static_cast<int>(tie.relation)), identity_of(tie.target),
                 tie.actor ? identity_of(*tie.actor) : std::string(), tie.target.citation.part,
                 tie.target.citation.from});
}

// Offsets of a record are of a body that was once there; nothing is taken on trust.
std::string sentence_of(const Citation& citation, const std::string& body) {
  if (citation.sentence_offset >= body.size()) return {};
  const std::string_view rest = std::string_view(body).substr(citation.sentence_offset);
  const std::size_t length = std::min({citation.sentence_length, kMaxSentenceBytes, rest.size()});
  std::string sentence(rest.substr(0, text::character_border(rest, length)));
  if (citation.sentence_length > kMaxSentenceBytes) sentence += " …";
  return sentence;
}

// Resolves the citations of one document, each wording once. «Quyết định số 24/2017/QĐ-UBND» alone
// is the one that the document has named with its day or agency before or behind.
class CitingDocument {
 public:
  CitingDocument(Resolver& resolver, Xapian::docid docid, const Document& document)
      : resolver_(resolver),
        docid_(docid),
        document_(document),
        context_(resolver.context(docid)) {}

  // Calls visit(tie) for each citation of which `wanted` is true, but for those of itself.
  void visit(const std::function<bool(const Citation&)>& wanted,
             const std::function<void(Tie)>& visit) {
    std::vector<const Citation*> citations;
    for (const Citation& citation : document_.citations) {
      if (citations.size() == kMaxMentions) break;
      if (!wanted(citation)) continue;
      citations.push_back(&citation);
      resolve(citation);
    }
    for (const Citation* citation : citations) {
      Tie tie = tie_of(*citation);
      const bool is_of_itself = asserts(tie.target.resolution, docid_) && !tie.actor;
      if (!is_of_itself) visit(std::move(tie));
    }
  }

 private:
  Tie tie_of(const Citation& citation) {
    Tie tie;
    tie.relation = citation.relation;
    tie.citing = docid_;
    tie.citing_number = document_.number;
    tie.target = {citation, meant(citation)};
    if (citation.subject < document_.citations.size()) {
      const Citation& actor = document_.citations[citation.subject];
      tie.actor = {actor, meant(actor)};
    }
    tie.sentence = sentence_of(citation, document_.body);
    return tie;
  }

  const Resolution& resolve(const Citation& citation) {
    const auto [entry, is_new] = resolutions_.try_emplace(wording_of(citation));
    Resolution& found = entry->second;
    if (!is_new) return found;
    found = resolver_.resolve(citation, context_);
    if (found.kind != Resolution::Kind::kAsserted || citation.key.empty()) return found;
    const auto [named, is_first] = named_.try_emplace(citation.key, &found);
    const bool is_another =
        !is_first && named->second != nullptr && named->second->ids.front() != found.ids.front();
    if (is_another) named->second = nullptr;  // two acts of one number
    return found;
  }

  const Resolution& meant(const Citation& citation) {
    const Resolution& found = resolve(citation);
    const bool is_bare = citation.date.empty() && citation.agency.empty();
    if (found.kind != Resolution::Kind::kRanked || !is_bare) return found;
    const auto named = named_.find(citation.key);
    if (named == named_.end() || named->second == nullptr) return found;
    const std::size_t act = named->second->ids.front();
    return std::ranges::find(found.ids, act) != found.ids.end() ? *named->second : found;
  }

  Resolver& resolver_;
  Xapian::docid docid_;
  const Document& document_;
  CitationContext context_;
  std::unordered_map<std::string, Resolution> resolutions_;   // by wording
  std::unordered_map<std::string, const Resolution*> named_;  // asserted, by key
};

// Ties of one identity become one.
class TieGroups {
 public:
  void add(Tie tie) {
    const auto [entry, is_new] = by_identity_.try_emplace(identity_of(tie), ties_.size());
    if (is_new) {
      ties_.push_back(std::move(tie));
    } else {
      ++ties_[entry->second].mentions;
    }
  }

  // What was said before speaks of another document from here on.
  void close() { by_identity_.clear(); }

  std::vector<Tie> take() { return std::move(ties_); }

 private:
  std::vector<Tie> ties_;
  std::unordered_map<std::string, std::size_t> by_identity_;
};

}  // namespace

std::vector<Tie> outgoing_ties(Resolver& resolver, Xapian::docid docid, const Document& document) {
  TieGroups groups;
  CitingDocument(resolver, docid, document)
      .visit([](const Citation&) { return true; }, [&](Tie tie) { groups.add(std::move(tie)); });
  return groups.take();
}

std::vector<Cited> citations_of(Resolver& resolver, Xapian::docid docid, const Document& document,
                                const std::string& key) {
  std::vector<Cited> cited;
  CitingDocument(resolver, docid, document)
      .visit([&](const Citation& citation) { return citation_key(citation) == key; },
             [&](Tie tie) { cited.push_back(std::move(tie.target)); });
  return cited;
}

std::vector<Xapian::docid> citing_documents(Snapshot& snapshot, std::string_view prefix,
                                            const std::vector<std::string>& keys) {
  const IndexView& database = snapshot.database();
  DocumentSet citing;
  for (const std::string& key : keys) {
    const std::string term = schema::term(prefix, key);
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      citing.add(*posting);
    }
  }
  std::vector<Xapian::docid> documents(citing.begin(), citing.end());
  const std::vector<std::int32_t>& days = snapshot.dates();
  std::ranges::stable_sort(documents, std::greater<>(),
                           [&](Xapian::docid docid) { return days[docid]; });
  return documents;
}

Incoming incoming_ties(Resolver& resolver, Xapian::docid docid, const Document& document) {
  Snapshot& snapshot = resolver.snapshot();
  const std::vector<std::string> keys = own_keys(document);
  std::vector<Xapian::docid> citing = citing_documents(snapshot, schema::kCites, keys);
  std::erase(citing, docid);
  Incoming incoming;
  incoming.documents = citing.size();
  incoming.read = std::min(citing.size(), kMaxIncoming);
  const auto is_by_key = [&](const Citation& citation) {
    return std::ranges::find(keys, citation_key(citation)) != keys.end();
  };
  TieGroups own;     // what the citing document itself does
  TieGroups others;  // what it says of two others: said once is enough
  for (std::size_t i = 0; i < incoming.read; ++i) {
    const Document record = decode_record(snapshot.database().get_document(citing[i]).get_data());
    CitingDocument(resolver, citing[i], record).visit(is_by_key, [&](Tie tie) {
      if (!asserts(tie.target.resolution, docid)) return;
      (tie.actor ? others : own).add(std::move(tie));
    });
    own.close();
  }
  incoming.ties = own.take();
  std::ranges::move(others.take(), std::back_inserter(incoming.ties));
  return incoming;
}

}  // namespace tracuu
