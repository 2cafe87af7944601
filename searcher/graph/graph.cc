#include "searcher/graph/graph.h"

#include <algorithm>
#include <utility>

#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/ties.h"
#include "searcher/graph/load_effect.h"

namespace tracuu {
namespace {

LinkedDocument linked(const Document& document) {
  return {document.id, document.number, document.title, document.date};
}

}  // namespace

std::optional<Xapian::docid> Graph::find(const std::string& id) const {
  const IndexView& database = resolver_.snapshot().database();
  const std::string term = schema::term(schema::kId, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return *posting;
}

Document Graph::record(Xapian::docid docid) const {
  return decode_record(resolver_.snapshot().database().get_document(docid).get_data());
}

LinkedDocument Graph::link(Xapian::docid docid, const std::string& number) {
  const CitationContext known = resolver_.context(docid);
  return {id_of(resolver_.snapshot().database(), docid), number.empty() ? known.key : number,
          known.title, known.date};
}

LinkedDocument Graph::link_by_record(Xapian::docid docid) const {
  const IndexView& database = resolver_.snapshot().database();
  return linked(decode_head(database.get_document(docid, Xapian::DOC_ASSUME_VALID).get_data()));
}

LinkedCitation Graph::link(const Cited& cited) {
  LinkedCitation link_to{cited.citation, cited.resolution.kind, {}};
  const bool is_asserted = cited.resolution.kind == Resolution::Kind::kAsserted;
  for (const std::size_t id : cited.resolution.ids) {
    if (!is_asserted && link_to.documents.size() == kMaxCandidatesShown) break;
    const bool is_whole = !cited.citation.key.empty();
    link_to.documents.push_back(
        link(static_cast<Xapian::docid>(id), is_whole ? cited.citation.number : std::string()));
  }
  return link_to;
}

LinkedTie Graph::link(Tie tie) {
  LinkedTie linked_tie;
  linked_tie.relation = tie.relation;
  linked_tie.target = link(tie.target);
  if (tie.actor) linked_tie.actor = link(*tie.actor);
  linked_tie.citing = link(tie.citing, tie.citing_number);
  linked_tie.sentence = std::move(tie.sentence);
  linked_tie.mentions = tie.mentions;
  return linked_tie;
}

std::optional<TiesAnswer> Graph::cites(const std::string& id) {
  const std::optional<Xapian::docid> docid = find(id);
  if (!docid) return std::nullopt;
  const Document document = record(*docid);
  TiesAnswer answer;
  answer.document = linked(document);
  for (Tie& tie : outgoing_ties(resolver_, *docid, document)) {
    answer.ties.push_back(link(std::move(tie)));
  }
  return answer;
}

std::optional<TiesAnswer> Graph::cited_by(const std::string& id) {
  const std::optional<Xapian::docid> docid = find(id);
  if (!docid) return std::nullopt;
  const Document document = record(*docid);
  TiesAnswer answer;
  answer.document = linked(document);
  Incoming incoming = incoming_ties(resolver_, *docid, document);
  answer.documents = incoming.documents;
  answer.read = incoming.read;
  for (Tie& tie : incoming.ties) answer.ties.push_back(link(std::move(tie)));
  return answer;
}

std::optional<RelatedAnswer> Graph::related(const std::string& id, std::size_t limit) {
  const std::optional<Xapian::docid> docid = find(id);
  if (!docid) return std::nullopt;
  const Document document = record(*docid);
  RelatedAnswer answer;
  answer.document = linked(document);
  for (const Related& one : related_documents(resolver_, *docid, document)) {
    if (answer.related.size() == limit) break;
    answer.related.push_back({link_by_record(one.docid), one.ties, one.common, one.score});
  }
  return answer;
}

UnresolvedAnswer Graph::unresolved(std::size_t limit) {
  Unresolved found = find_unresolved(resolver_, limit);
  UnresolvedAnswer answer;
  answer.whole = found.whole;
  for (MissingAct& act : found.acts) {
    MissingDocument missing;
    for (const Xapian::docid docid : act.examples) missing.examples.push_back(link(docid, {}));
    missing.act = std::move(act);
    answer.missing.push_back(std::move(missing));
  }
  return answer;
}

EffectAnswer Graph::effect(Xapian::docid docid, const Document& document, const AsOf& as_of) {
  Effect effect = load_effect(resolver_, docid, document, as_of);
  EffectAnswer answer{effect.status, as_of, {}, effect.denied};
  for (EffectReason& reason : effect.reasons) {
    LinkedReason one;
    if (reason.kind == EffectReason::Kind::kTie) one.acting = link_by_record(reason.tie.acting);
    one.reason = std::move(reason);
    answer.reasons.push_back(std::move(one));
  }
  return answer;
}

std::optional<DocumentAnswer> Graph::document(const std::string& id, const AsOf& as_of) {
  const std::optional<Xapian::docid> docid = find(id);
  if (!docid) return std::nullopt;
  DocumentAnswer answer;
  answer.document = record(*docid);
  for (Tie& tie : outgoing_ties(resolver_, *docid, answer.document)) {
    answer.citations.push_back(link(std::move(tie)));
  }
  answer.effect = effect(*docid, answer.document, as_of);
  return answer;
}

}  // namespace tracuu
