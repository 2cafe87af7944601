// What one reader sees of an index: the documents he may see, and nothing of the others.
//
//   IndexView whole(database);               everything, for the owner of the files
//   IndexView view(database, {"noi-vu"});    what is for everyone or for the group "noi-vu"
//   view.get_termfreq("XUluat")              documents with "luat" that the group may see
//
// It has the calls of Xapian::Database, with the same meaning, as if the hidden documents had never
// been indexed: no posting, value, term, count or length of theirs comes out; and as if what stands
// in packed lists (core/index/packed_lists.h) were terms of Xapian. The rest of searcher/ reads the
// index through it and never sees a Xapian::Database (tests/layering.cmake checks), so a feature
// that is added can show nothing hidden by forgetting a filter. Statistics are of the view as well:
// scores say nothing of what is hidden.
//
// What a view does not hide: that the index changed (state()), and how long an answer took. Docids
// have gaps where documents are hidden: they are for use inside and are never shown.
//
// Cheap to copy; copies share what they know. Belongs to one thread. Without restriction every call
// is Xapian's own.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "core/index/packed_lists.h"
#include "core/index/posting.h"
#include "core/index/schema.h"
#include "core/index/touched.h"

namespace tracuu {

// Documents by docid, a bit each.
class DocumentBits {
 public:
  // None of the documents, with room for all of them.
  explicit DocumentBits(Xapian::docid last) : bits_(last / kBits + 1, 0) {}

  // REQUIRES: `docid` is no greater than the last.
  void set(Xapian::docid docid, bool is_in);

  bool contains(Xapian::docid docid) const {
    return docid / kBits < bits_.size() && (bits_[docid / kBits] >> docid % kBits & 1U) != 0;
  }
  Xapian::doccount count() const { return count_; }
  std::size_t size_bytes() const { return bits_.capacity() * sizeof(bits_[0]); }

 private:
  static constexpr std::size_t kBits = 64;

  std::vector<std::uint64_t> bits_;
  Xapian::doccount count_ = 0;
};

class IndexView {
 public:
  template <typename Iterator>
  class Filtered;
  class TermIterator;
  using PostingIterator = Filtered<Xapian::PostingIterator>;
  using ValueIterator = Filtered<Xapian::ValueIterator>;

  // Everything.
  IndexView(Xapian::Database database);  // NOLINT(google-explicit-constructor): it is one

  // What readers of the groups see. Throws Xapian::Error.
  IndexView(Xapian::Database database, const std::vector<std::string>& groups);

  bool is_whole() const { return visible_ == nullptr; }

  // Whether there is such a document, and it is seen. Of a whole view: whether it may be there.
  bool is_visible(Xapian::docid docid) const { return is_whole() || visible_->contains(docid); }

  // Whether the list of the term, or a part of it, may be packed.
  bool has_packed(const std::string& term) const {
    return packed_ != nullptr && schema::is_packable(term);
  }

  // Throws Xapian::InvalidArgumentError where has_packed(): for_each_posting() is for those.
  PostingIterator postlist_begin(const std::string& term) const;
  PostingIterator postlist_end(const std::string& term) const;

  // Calls visit(Posting) for each document with the term, by docid. Cost: 11 µs and 7 ns a
  // posting of a packed list, 14 of Xapian's.
  template <typename Visit>
  void for_each_posting(const std::string& term, Visit visit) const;

  // Calls visit(term, documents that have it) for each term that begins so, in order, until it
  // returns false.
  template <typename Visit>
  void for_each_term(const std::string& prefix, Visit visit) const;

  // REQUIRES: none that begins so is packable.
  TermIterator allterms_begin(const std::string& prefix) const;
  TermIterator allterms_end(const std::string& prefix) const;
  ValueIterator valuestream_begin(Xapian::valueno slot) const;
  ValueIterator valuestream_end(Xapian::valueno slot) const;
  // Throws Xapian::DocNotFoundError for what is hidden, as for what is not there.
  Xapian::Document get_document(Xapian::docid docid, unsigned flags = 0) const;

  Xapian::doccount get_doccount() const;
  Xapian::docid get_lastdocid() const { return database_.get_lastdocid(); }
  double get_avlength() const;
  // Whether this and the next are a look-up; else, in a view that hides documents, and of a packed
  // list of which documents are gone, they read the whole list.
  bool is_counted(const std::string& term) const {
    return is_whole() && !(packed_documents_ && has_packed(term));
  }
  Xapian::doccount get_termfreq(const std::string& term) const;

  // Returns a number that is not below get_termfreq(). Cost: a look-up.
  Xapian::doccount most_with(const std::string& term) const;
  Xapian::termcount get_collection_freq(const std::string& term) const;
  bool term_exists(const std::string& term) const;

  // As core/index/touched.h has them.
  std::optional<IndexState> state() const { return state_of(database_); }
  std::optional<std::vector<Xapian::docid>> touched_since(const IndexState& earlier) const {
    return tracuu::touched_since(database_, earlier);
  }

 private:
  void open_packed();
  void check(Xapian::docid docid) const;
  bool is_packed_still(Xapian::docid docid) const {
    return !packed_documents_ || packed_documents_->contains(docid);
  }
  std::optional<PackedList> find_packed(const std::string& term) const;
  PostingIterator plain_begin(const std::string& term) const;

  Xapian::Database database_;
  std::shared_ptr<const DocumentBits> visible_;           // nothing: everything
  std::shared_ptr<const PackedLists> packed_;             // nothing: there are none
  std::shared_ptr<const DocumentBits> packed_documents_;  // seen, and packed still; nothing: all
  std::shared_ptr<std::optional<double>> average_;  // length of the visible ones, once asked for
};

// An iterator over documents that passes over hidden ones.
template <typename Iterator>
class IndexView::Filtered {
 public:
  Filtered() = default;
  Filtered(Iterator at, const DocumentBits* visible) : at_(std::move(at)), visible_(visible) {
    if (visible_ != nullptr) pass_hidden();
  }

  decltype(auto) operator*() const { return *at_; }
  Filtered& operator++() {
    ++at_;
    if (visible_ != nullptr) pass_hidden();
    return *this;
  }
  void skip_to(Xapian::docid docid) {
    at_.skip_to(docid);
    if (visible_ != nullptr) pass_hidden();
  }

  Xapian::docid get_docid() const { return docid_of(at_); }
  Xapian::termcount get_wdf() const { return at_.get_wdf(); }
  Xapian::termcount get_doclength() const { return at_.get_doclength(); }

  friend bool operator==(const Filtered& a, const Filtered& b) { return a.at_ == b.at_; }

 private:
  static Xapian::docid docid_of(const Xapian::PostingIterator& at) { return *at; }
  static Xapian::docid docid_of(const Xapian::ValueIterator& at) { return at.get_docid(); }

  void pass_hidden() {
    while (at_ != Iterator() && !visible_->contains(docid_of(at_))) ++at_;
  }

  Iterator at_;
  const DocumentBits* visible_ = nullptr;
};

// An iterator over terms that passes over those of hidden documents alone.
class IndexView::TermIterator {
 public:
  TermIterator(Xapian::TermIterator at, const IndexView& view);

  std::string operator*() const { return *at_; }
  TermIterator& operator++();
  Xapian::doccount get_termfreq() const;

  friend bool operator==(const TermIterator& a, const TermIterator& b) { return a.at_ == b.at_; }

 private:
  void pass_hidden();

  Xapian::TermIterator at_;
  const IndexView* view_;
};

template <typename Visit>
void IndexView::for_each_posting(const std::string& term, Visit visit) const {
  PostingIterator plain = plain_begin(term);
  const PostingIterator end;
  const auto visit_plain = [&] {
    visit(Posting{*plain, plain.get_wdf()});
    ++plain;
  };
  if (has_packed(term)) {
    packed_->for_each(term, [&](const Posting& posting) {
      if (!is_packed_still(posting.docid)) return;
      while (!(plain == end) && *plain < posting.docid) visit_plain();
      visit(posting);
    });
  }
  while (!(plain == end)) visit_plain();
}

template <typename Visit>
void IndexView::for_each_term(const std::string& prefix, Visit visit) const {
  Xapian::TermIterator plain = database_.allterms_begin(prefix);
  const Xapian::TermIterator end = database_.allterms_end(prefix);
  std::optional<PackedLists::Terms> packed;
  bool has_more = false;
  const auto next_packed = [&] { has_more = packed->next() && packed->term().starts_with(prefix); };
  if (has_packed(prefix)) {
    packed.emplace(*packed_, prefix);
    next_packed();
  }
  while (has_more || plain != end) {
    const bool is_packed = has_more && (plain == end || packed->term() <= *plain);
    const bool is_plain = plain != end && (!is_packed || packed->term() == *plain);
    const std::string term = is_packed ? packed->term() : *plain;
    const Xapian::doccount documents =
        is_whole() && !(is_packed && packed_documents_)
            ? (is_packed ? packed->list().documents : 0) + (is_plain ? plain.get_termfreq() : 0)
            : get_termfreq(term);
    if (is_packed) next_packed();
    if (is_plain) ++plain;
    if (documents > 0 && !visit(term, documents)) return;
  }
}

}  // namespace tracuu
