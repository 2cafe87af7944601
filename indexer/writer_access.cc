// The part of IndexWriter that says who may see what, and learns words for those readers alone.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/index/closed_mark.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/xapian_error.h"
#include "indexer/writer.h"

namespace tracuu {
namespace {

// What parts the two classes in a key of moved_. No class has it in its name.
constexpr char kInto = '>';

}  // namespace

void IndexWriter::read_default(const Xapian::Database& database) {
  const std::string kept = database.get_metadata(std::string(schema::kDefaultAccessKey));
  if (!kept.empty()) default_access_ = decode_access(kept).access;
}

// Of an index that this program cannot open: one of an earlier format still says what its default
// is, and whether anything is closed; by which rule that was, it does not. Of a damaged one the
// mark beside it says whether anything was.
void IndexWriter::read_unreadable() {
  replaced_.reset();
  try {
    const Xapian::Database old(directory_.live().string());
    read_default(old);
    is_access_lost_ = old.term_exists(std::string(schema::kRestricted));
  } catch (const Xapian::Error&) {
    is_access_lost_ = has_closed_mark(directory_.path());
  }
}

// What is closed by a rule stays so where nothing is said.
KeptAccess IndexWriter::access_for(const Document& document,
                                   const std::optional<Known>& known) const {
  if (!document.access.empty()) return kept_access(document);
  const KeptAccess before = known ? decode_access(known->access) : KeptAccess{};
  const bool is_closed = !before.is_own && before.access.kind != Access::Kind::kEveryone;
  return is_closed ? before : KeptAccess{default_access_.value_or(Access{}), false};
}

// Counts the text of a document that leaves its class for the class `joined`; for none, where its
// new text is counted by itself.
void IndexWriter::leave_class(const Xapian::Document& stored, const std::string& joined) {
  const KeptAccess before = decode_access(stored.get_value(schema::kAccessSlot));
  // What is not counted would stay in the class.
  if (moved_.counts().by_class().size() == kMaxLearnedClasses) unlearn_left();
  moved_.learn(decode_record(stored.get_data()), access_class(before.access) + kInto + joined);
}

void IndexWriter::change_access(Xapian::docid docid, const KeptAccess& kept) {
  Xapian::Document stored = database_->get_document(docid);
  const KeptAccess before = decode_access(stored.get_value(schema::kAccessSlot));
  const std::string joined = access_class(kept.access);
  if (access_class(before.access) != joined) leave_class(stored, kInto + joined);
  if (!replace_access(kept, stored)) return;
  database_->replace_document(docid, stored);
  note_change(docid, stored.get_data().size());
}

std::uint64_t IndexWriter::update_access(const IsAsked& is_asked, const AccessRule& rule) {
  if (!committed_) return 0;
  try {
    if (database_) commit_batch();
    struct Change {
      Xapian::docid docid;
      KeptAccess kept;
    };
    std::vector<Change> changes;
    const auto end = committed_->valuestream_end(schema::kSourceFileSlot);
    const auto access_end = committed_->valuestream_end(schema::kAccessSlot);
    auto access = committed_->valuestream_begin(schema::kAccessSlot);
    for (auto file = committed_->valuestream_begin(schema::kSourceFileSlot); file != end; ++file) {
      const Xapian::docid docid = file.get_docid();
      if (access != access_end) access.skip_to(docid);
      const bool is_said = access != access_end && access.get_docid() == docid;
      const KeptAccess before = is_said ? decode_access(*access) : KeptAccess{};
      if (before.is_own || !is_asked(*file)) continue;
      std::optional<Access> ruled = rule(*file);
      if (!ruled && before.access.kind == Access::Kind::kEveryone) ruled = default_access_;
      if (ruled && *ruled != before.access) changes.push_back({docid, {*ruled, false}});
    }
    for (const Change& change : changes) {
      if (database_) change_access(change.docid, change.kept);
    }
    return changes.size();
  } catch (const Xapian::Error& error) {
    throw translate(error, directory_.path().string());
  }
}

void IndexWriter::set_default_access(const Access& access) {
  default_access_ = access;
  has_new_default_ = true;
}

void IndexWriter::write_default(Xapian::WritableDatabase& database) {
  if (!default_access_) return;
  database.set_metadata(std::string(schema::kDefaultAccessKey),
                        encode_access({*default_access_, true}));
  has_new_default_ = false;
}

// Before the commit: killed between the two, the classes know fewer words, never hidden ones.
void IndexWriter::unlearn_left() {
  LearnedCounts left;
  for (const auto& [key, counts] : moved_.counts().by_class()) {
    const std::size_t into = key.find(kInto);
    if (SyllableCounts* const one = left.of(key.substr(0, into))) one->merge(counts);
    if (key.find(kInto, into + 1) == std::string::npos) continue;
    if (SyllableCounts* const one = joined_.of(key.substr(into + 2))) one->merge(counts);
  }
  left.take_from(directory_.live());
  moved_.forget_counts();
}

// Replaced and deleted documents keep counting until the index is built anew: a few of them do not
// change what is frequent.
void IndexWriter::learn_syllables() {
  joined_.merge(terms_.counts());
  joined_.add_to(directory_.live());
}

}  // namespace tracuu
