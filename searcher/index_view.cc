#include "searcher/index_view.h"

#include <utility>

#include "core/index/schema.h"

namespace tracuu {
namespace {

// What readers of the groups see. Cost: a walk over the documents.
DocumentBits visible_documents(const Xapian::Database& database,
                               const std::vector<std::string>& groups) {
  DocumentBits visible(database.get_lastdocid());
  const auto set_all = [&](const std::string& term, bool is_visible) {
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
      visible.set(*posting, is_visible);
    }
  };
  set_all("", true);
  set_all(std::string(schema::kRestricted), false);
  for (const std::string& group : groups) set_all(schema::term(schema::kAccessGroup, group), true);
  return visible;
}

}  // namespace

void DocumentBits::set(Xapian::docid docid, bool is_in) {
  if (contains(docid) == is_in) return;
  bits_[docid / kBits] ^= std::uint64_t{1} << docid % kBits;
  count_ += is_in ? 1U : -1U;
}

IndexView::IndexView(Xapian::Database database) : database_(std::move(database)) {
  open_packed();
}

IndexView::IndexView(Xapian::Database database, const std::vector<std::string>& groups)
    : database_(std::move(database)),
      visible_(std::make_shared<const DocumentBits>(visible_documents(database_, groups))),
      average_(std::make_shared<std::optional<double>>()) {
  open_packed();
}

void IndexView::open_packed() {
  const PackedLists packed(database_);
  if (packed.documents() == 0) return;
  packed_ = std::make_shared<const PackedLists>(packed);
  const std::string term(schema::kPacked);
  if (is_whole() && database_.get_termfreq(term) == packed.documents()) return;
  DocumentBits still(database_.get_lastdocid());
  for (auto posting = plain_begin(term); posting != PostingIterator(); ++posting) {
    still.set(*posting, true);
  }
  packed_documents_ = std::make_shared<const DocumentBits>(std::move(still));
}

std::optional<PackedList> IndexView::find_packed(const std::string& term) const {
  return has_packed(term) ? packed_->find(term) : std::nullopt;
}

IndexView::PostingIterator IndexView::plain_begin(const std::string& term) const {
  return {database_.postlist_begin(term), visible_.get()};
}

IndexView::PostingIterator IndexView::postlist_begin(const std::string& term) const {
  if (has_packed(term)) throw Xapian::InvalidArgumentError("packable: " + term);
  return plain_begin(term);
}

IndexView::PostingIterator IndexView::postlist_end(const std::string&) const {
  return {};
}

IndexView::TermIterator IndexView::allterms_begin(const std::string& prefix) const {
  return {database_.allterms_begin(prefix), *this};
}

IndexView::TermIterator IndexView::allterms_end(const std::string&) const {
  return {{}, *this};
}

IndexView::ValueIterator IndexView::valuestream_begin(Xapian::valueno slot) const {
  return {database_.valuestream_begin(slot), visible_.get()};
}

IndexView::ValueIterator IndexView::valuestream_end(Xapian::valueno) const {
  return {};
}

void IndexView::check(Xapian::docid docid) const {
  if (is_visible(docid)) return;
  throw Xapian::DocNotFoundError("Document " + std::to_string(docid) + " not found");
}

Xapian::Document IndexView::get_document(Xapian::docid docid, unsigned flags) const {
  check(docid);
  return database_.get_document(docid, flags);
}

Xapian::doccount IndexView::get_doccount() const {
  return is_whole() ? database_.get_doccount() : visible_->count();
}

double IndexView::get_avlength() const {
  if (is_whole()) return database_.get_avlength();
  if (!*average_) {
    std::uint64_t total = 0;
    const auto end = postlist_end("");
    for (auto document = postlist_begin(""); document != end; ++document) {
      total += document.get_doclength();
    }
    const Xapian::doccount count = visible_->count();
    *average_ = count == 0 ? 0 : static_cast<double>(total) / count;
  }
  return **average_;
}

Xapian::doccount IndexView::most_with(const std::string& term) const {
  const std::optional<PackedList> packed = find_packed(term);
  return database_.get_termfreq(term) + (packed ? packed->documents : 0);
}

Xapian::doccount IndexView::get_termfreq(const std::string& term) const {
  if (is_counted(term)) return most_with(term);
  Xapian::doccount count = 0;
  for_each_posting(term, [&](const Posting&) { ++count; });
  return count;
}

Xapian::termcount IndexView::get_collection_freq(const std::string& term) const {
  if (is_counted(term)) {
    const std::optional<PackedList> packed = find_packed(term);
    return database_.get_collection_freq(term) + (packed ? packed->occurrences : 0);
  }
  Xapian::termcount count = 0;
  for_each_posting(term, [&](const Posting& posting) { count += posting.count; });
  return count;
}

bool IndexView::term_exists(const std::string& term) const {
  if (has_packed(term)) return get_termfreq(term) > 0;
  if (is_whole()) return database_.term_exists(term);
  return plain_begin(term) != PostingIterator();
}

IndexView::TermIterator::TermIterator(Xapian::TermIterator at, const IndexView& view)
    : at_(std::move(at)), view_(&view) {
  pass_hidden();
}

IndexView::TermIterator& IndexView::TermIterator::operator++() {
  ++at_;
  pass_hidden();
  return *this;
}

Xapian::doccount IndexView::TermIterator::get_termfreq() const {
  return view_->is_whole() ? at_.get_termfreq() : view_->get_termfreq(*at_);
}

void IndexView::TermIterator::pass_hidden() {
  if (view_->is_whole()) return;
  const Xapian::doccount hidden = view_->database_.get_doccount() - view_->visible_->count();
  // More documents than are hidden: one of them is seen.
  while (at_ != Xapian::TermIterator() && at_.get_termfreq() <= hidden &&
         !view_->term_exists(*at_)) {
    ++at_;
  }
}

}  // namespace tracuu
