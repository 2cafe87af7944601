#include "searcher/complete/complete_titles.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "core/index/schema.h"
#include "core/text/fold.h"
#include "core/text/i_y.h"
#include "searcher/complete/followers.h"

namespace tracuu {
namespace {

using Id = SyllableModel::Id;

constexpr std::size_t kMaxWordForms = 64;    // that an unfinished word may be
constexpr std::size_t kMaxFirstForms = 24;   // of the first word, tried at the title's beginning
constexpr std::size_t kMaxCandidates = 200;  // the newest titles with the words
constexpr std::size_t kMaxRead = 15;

class TitleFinder {
 public:
  TitleFinder(const TypedPrefix& prefix, const CompletionSources& sources)
      : prefix_(prefix),
        analyzer_(sources.analyzer),
        model_(sources.model),
        snapshot_(sources.snapshot),
        heads_(sources.heads) {}

  std::vector<Completion> find(std::size_t most) {
    const bool is_alone = prefix_.finished.empty();
    const DocumentSet finished = is_alone ? DocumentSet() : with_finished_words();
    DocumentSet documents = is_alone ? with_some(unfinished_forms()) : finished;
    if (!is_alone) {
      const DocumentSet adjacent = documents & with_pairs();
      const bool are_enough = adjacent.cardinality() >= most;
      documents = are_enough ? adjacent : with_unfinished_anywhere(std::move(documents));
      preferred_ = adjacent;
    }
    if (documents.isEmpty() && !prefix_.unfinished.empty()) {
      documents = that_begin_so(is_alone ? with_unfinished_in_index() : finished);
    }
    return read(in_order(documents), most);
  }

 private:
  Postings& postings() { return snapshot_.postings(); }

  DocumentSet with_form(const std::string& toned) {
    return *postings().with(schema::term(schema::kTitle, toned));
  }

  DocumentSet with_word(const BagSyllable& word) {
    if (!word.has_marks)
      return *postings().with(schema::term(schema::kTitleToneless, word.toneless));
    DocumentSet documents = with_form(word.toned);
    if (const auto other = text::other_i_y(word.toned, word.toneless)) {
      documents |= with_form(*other);
    }
    return documents;
  }

  DocumentSet with_finished_words() {
    DocumentSet documents = with_word(prefix_.finished.front());
    for (std::size_t i = 1; i < prefix_.finished.size() && !documents.isEmpty(); ++i) {
      documents &= with_word(prefix_.finished[i]);
    }
    return documents;
  }

  std::shared_ptr<const DocumentSet> pair(std::string_view first, std::string_view second) {
    return postings().with(schema::pair_term(schema::kTitlePair, first, second));
  }

  // The documents whose words stand side by side as typed, the unfinished one with them.
  DocumentSet with_pairs() {
    DocumentSet documents = *postings().all();
    for (std::size_t i = 1; i < prefix_.finished.size(); ++i) {
      if (!prefix_.finished[i].follows) continue;
      documents &= *pair(prefix_.finished[i - 1].toneless, prefix_.finished[i].toneless);
    }
    if (prefix_.unfinished.empty() || documents.isEmpty()) return documents;
    DocumentSet any;
    for (const Follower& next : followers(prefix_, kMaxWordForms, model_)) {
      const auto with_next = pair(prefix_.finished.back().toneless, model_.toneless(next.form));
      if (prefix_.pattern.has_marks()) {
        any |= *with_next & with_form(std::string(model_.toned(next.form)));
      } else {
        any |= *with_next;
      }
    }
    return documents & any;
  }

  std::vector<std::string> unfinished_forms() {
    std::vector<std::string> forms;
    for (const Id id : prefix_.pattern.forms(model_, kMaxWordForms)) {
      forms.emplace_back(model_.toned(id));
    }
    return forms;
  }

  DocumentSet with_some(const std::vector<std::string>& forms) {
    DocumentSet any;
    for (const std::string& form : forms) any |= with_form(form);
    return any;
  }

  DocumentSet with_unfinished_anywhere(DocumentSet documents) {
    if (prefix_.unfinished.empty() || documents.isEmpty()) return documents;
    return documents & with_some(unfinished_forms());
  }

  // Words that are none of the most frequent which begin so, or that the model does not know, as
  // one document alone has them.
  DocumentSet with_unfinished_in_index() {
    DocumentSet any;
    const std::string begin =
        schema::term(schema::kTitleToneless, fold(prefix_.unfinished, Marks::kDrop));
    for (const std::string& term : postings().terms_with_prefix(begin, kMaxWordForms)) {
      any |= *postings().with(term);
    }
    return any;
  }

  // The newest of the documents, those with a word in their title that begins as the unfinished
  // one.
  DocumentSet that_begin_so(const DocumentSet& documents) {
    DocumentSet any;
    for (const Xapian::docid docid : newest_of(documents)) {
      analyze_title(docid);
      const text::Vocabulary& forms = analysis_.vocabulary();
      const bool begins = std::ranges::any_of(analysis_.tokens, [&](const text::Token& token) {
        const text::Word& word = analysis_.word(token);
        return prefix_.pattern.begins(forms.form(word.toned), forms.form(word.toneless));
      });
      if (begins) any.add(docid);
    }
    return any;
  }

  // Forms that the first word of a title which begins as typed may have.
  std::vector<std::string> first_forms() {
    if (prefix_.finished.empty()) {
      std::vector<std::string> forms = unfinished_forms();
      if (forms.size() > kMaxFirstForms) forms.resize(kMaxFirstForms);
      return forms;
    }
    const BagSyllable& first = prefix_.finished.front();
    if (first.has_marks) return {first.toned};
    std::vector<std::string> forms;
    const SyllableModel::Range range = model_.forms_of(first.toneless);
    for (std::size_t id = range.begin; id < range.end && forms.size() < kMaxFirstForms; ++id) {
      forms.emplace_back(model_.toned(static_cast<Id>(id)));
    }
    if (forms.empty()) forms.push_back(first.toned);
    return forms;
  }

  void analyze_title(Xapian::docid docid) {
    const Xapian::Document document =
        snapshot_.database().get_document(docid, Xapian::DOC_ASSUME_VALID);
    analyzer_.analyze(document.get_value(schema::kNameSlot), analysis_);
  }

  // The word that the title begins with; empty for a title without words.
  std::string first_word(Xapian::docid docid) {
    analyze_title(docid);
    if (analysis_.tokens.empty()) return {};
    return std::string(analysis_.vocabulary().form(analysis_.word(analysis_.tokens[0]).toned));
  }

  // The newest documents: those whose titles begin as typed, those with the words side by side,
  // those that begin with the first word, the others.
  std::vector<Xapian::docid> in_order(const DocumentSet& documents) {
    const std::vector<Xapian::docid> newest = newest_of(documents);
    const std::vector<std::string> firsts = first_forms();
    const DocumentSet with_first = with_some(firsts);
    enum Rank { kBeginsSo, kHasSo, kBeginsWithFirst, kHasWords };
    const auto rank_of = [&](Xapian::docid docid) {
      const bool is_apart = !prefix_.finished.empty() && !preferred_.contains(docid);
      const bool begins = with_first.contains(docid) &&
                          std::ranges::find(firsts, first_word(docid)) != firsts.end();
      if (is_apart) return begins ? kBeginsWithFirst : kHasWords;
      return begins ? kBeginsSo : kHasSo;
    };
    std::vector<std::pair<int, Xapian::docid>> ranked;
    ranked.reserve(newest.size());
    for (const Xapian::docid docid : newest) {
      ranked.emplace_back(static_cast<int>(rank_of(docid)), docid);
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& r) { return r.first; });
    std::vector<Xapian::docid> order;
    order.reserve(ranked.size());
    for (const auto& [rank, docid] : ranked) order.push_back(docid);
    return order;
  }

  std::vector<Xapian::docid> newest_of(const DocumentSet& documents) {
    const std::vector<std::int32_t>& dates = snapshot_.dates();
    const auto date_of = [&](Xapian::docid docid) {
      return docid < dates.size() ? dates[docid] : 0;
    };
    std::vector<Xapian::docid> all;
    all.reserve(documents.cardinality());
    for (const std::uint32_t docid : documents) all.push_back(docid);
    const auto end =
        all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), kMaxCandidates));
    std::partial_sort(all.begin(), end, all.end(), [&](Xapian::docid a, Xapian::docid b) {
      return date_of(a) != date_of(b) ? date_of(a) > date_of(b) : a < b;
    });
    all.erase(end, all.end());
    return all;
  }

  std::vector<Completion> read(const std::vector<Xapian::docid>& order, std::size_t most) {
    const std::vector<std::int32_t>& dates = snapshot_.dates();
    std::vector<Completion> titles;
    std::unordered_map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < std::min(order.size(), kMaxRead); ++i) {
      const RecordHeads::Head& head = heads_.of(order[i]);
      const std::int32_t date = order[i] < dates.size() ? dates[order[i]] : 0;
      if (head.title.empty()) continue;
      const auto [it, is_new] = by_key.try_emplace(fold(head.title, Marks::kKeep), titles.size());
      if (is_new) {
        if (titles.size() == most) break;
        titles.push_back({head.title, Completion::Kind::kTitle, 1, date, head.id});
        continue;
      }
      Completion& known = titles[it->second];
      ++known.documents;
      known.latest = std::max(known.latest, date);
      known.id.clear();
    }
    return titles;
  }

  const TypedPrefix& prefix_;
  const text::Analyzer& analyzer_;
  text::Analysis analysis_;
  const SyllableModel& model_;
  Snapshot& snapshot_;
  RecordHeads& heads_;
  DocumentSet preferred_;  // with the words side by side
};

}  // namespace

std::vector<Completion> complete_titles(const TypedPrefix& prefix, std::size_t most,
                                        const CompletionSources& sources) {
  if (prefix.empty() || most == 0) return {};
  return TitleFinder(prefix, sources).find(most);
}

}  // namespace tracuu
