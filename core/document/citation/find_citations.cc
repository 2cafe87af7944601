#include "core/document/citation/find_citations.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/document/articles.h"
#include "core/document/citation/grammar.h"
#include "core/document/citation/items.h"
#include "core/document/citation/rank.h"
#include "core/document/citation/references.h"
#include "core/document/citation/sentences.h"
#include "core/document/citation/ties.h"
#include "core/document/citation/words.h"
#include "core/document/date.h"
#include "core/document/scan.h"
#include "core/text/utf8.h"

namespace tracuu {
namespace {

using citation::Carry;
using citation::Deed;
using citation::Items;
using citation::Reference;
using citation::Sentence;
using citation::SentenceTies;
using citation::Setting;
using citation::Span;
using citation::Tie;

constexpr std::string_view kConsolidated = "Văn bản hợp nhất";
constexpr std::size_t kMaxPartBytes = 300;

// Types that plan and report: «Sửa đổi Nghị định …» in them is a task, not a deed.
bool may_enact(std::string_view type) {
  static constexpr std::array<std::string_view, 12> kTypes = {
      "Kế hoạch", "Báo cáo",   "Tờ trình", "Công văn", "Công điện", "Chương trình",
      "Đề án",    "Thông báo", "Dự án",    "Tin tức",  "Biên bản",  "Giấy mời"};
  return std::ranges::find(kTypes, type) == kTypes.end();
}

// Text on one line.
std::string plain(std::string_view text) {
  std::string out;
  bool is_gap = false;
  for (const char c : scan::trim(text)) {
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!is_blank && is_gap) out += ' ';
    if (!is_blank) out += c;
    is_gap = is_blank;
  }
  return out;
}

std::string bounded(std::string_view text) {
  if (text.size() > kMaxPartBytes)
    text = text.substr(0, text::character_border(text, kMaxPartBytes));
  return plain(text);
}

// The parts of a document, by where they begin.
struct Layout {
  std::size_t first_article = std::string_view::npos;
  std::size_t enacting_end = std::string_view::npos;  // «Nơi nhận», «./.»
  std::size_t recitals = 0;                           // the first «Căn cứ»
};

bool begins_line(std::string_view body, std::size_t i) {
  while (i > 0 && (body[i - 1] == ' ' || body[i - 1] == '\t')) --i;
  return i == 0 || body[i - 1] == '\n';
}

std::size_t find_line(std::string_view body, std::string_view words, std::size_t from) {
  for (std::size_t at = body.find(words, from); at != std::string_view::npos;
       at = body.find(words, at + 1)) {
    if (begins_line(body, at)) return at;
  }
  return std::string_view::npos;
}

Layout layout_of(std::string_view body) {
  Layout layout;
  const auto articles = find_articles(body);
  if (!articles.empty()) layout.first_article = articles.front().offset;
  if (!articles.empty()) layout.enacting_end = find_line(body, "Nơi nhận", layout.first_article);
  layout.recitals =
      std::min(find_line(body.substr(0, std::min(body.size(), layout.first_article)), "Căn cứ", 0),
               layout.first_article);
  return layout;
}

// Whether the citation is the document itself: its number, not of another day.
bool is_own(const Citation& citation, const CitationContext& context) {
  if (citation.key.empty() || citation.key != context.key) return false;
  return citation.date.empty() || context.date.empty() || citation.date == context.date;
}

class Builder {
 public:
  Builder(std::string_view body, const CitationContext& context)
      : body_(body),
        context_(context),
        references_(citation::find_references(body)),
        quotations_(citation::find_quotations(body)),
        layout_(references_.empty() ? Layout{} : layout_of(body)),
        title_key_(' ' + citation::words_key(context.title) + ' '),
        is_consolidated_(context.type == kConsolidated),
        rank_(citation::rank_of(context.type, context.key)) {}

  std::vector<Citation> run() {
    citations_.resize(references_.size());
    exceptions_.resize(references_.size());
    is_own_.resize(references_.size());
    for (std::size_t i = 0; i < references_.size(); ++i) is_own_[i] = is_self(references_[i]);
    std::size_t floor = 0;
    for (std::size_t i = 0; i < references_.size();) i = read_sentence(i, floor);
    return assembled();
  }

 private:
  // The number of the document, or the name of an amending law that is its title.
  bool is_self(const Reference& reference) const {
    if (is_own(reference.citation, context_)) return true;
    if (!reference.is_amending || !reference.citation.number.empty()) return false;
    std::string name = citation::words_key(reference.citation.name);
    name.erase(0, name.find(" sua ") + 1);  // titles may have the number between
    return title_key_.find(' ' + name + ' ') != std::string::npos &&
           (reference.citation.date.empty() || reference.citation.date == context_.date);
  }

  Setting setting_at(std::size_t offset) const {
    const bool has_articles = layout_.first_article != std::string_view::npos;
    const bool is_above = offset < layout_.first_article;
    Setting setting;
    setting.is_enacting = has_articles && !is_above && offset < layout_.enacting_end &&
                          may_enact(context_.type) && !is_consolidated_;
    setting.is_recital = is_above || context_.is_news;
    setting.is_formula = has_articles && is_above && may_enact(context_.type);
    setting.is_consolidated_head = is_consolidated_ && offset < layout_.recitals;
    return setting;
  }

  // Reads the sentence around reference `i`; returns the first reference behind it.
  std::size_t read_sentence(std::size_t i, std::size_t& floor) {
    const Reference& first = references_[i];
    const std::size_t begin = std::max(first.begin, floor);
    Span span = citation::sentence_around(body_, {begin, std::max(begin, first.tail_end)}, floor);
    std::size_t next = i;
    while (next < references_.size() && references_[next].begin < span.end) {
      span.end = std::max(span.end, references_[next].tail_end);
      ++next;
    }
    next = std::max(next, i + 1);
    const std::span<const Reference> all = references_;
    const Sentence sentence{body_, span, all.subspan(i, next - i), i, quotations_};
    const Items items = citation::items_of(sentence);
    const Setting setting = setting_at(span.begin);
    SentenceTies ties =
        citation::read_sentence(sentence, items, setting, carry_into(span, floor, i));
    for (std::size_t n = i; n < next; ++n) fill(n, ties, ties.ties[n - i], items, span);
    add_deeds(ties.deeds, span);
    carry_ = ties.carry;
    floor = span.end;
    return next;
  }

  // «b) …»
  bool begins_with_letter(std::size_t i) const {
    constexpr std::size_t kLetterBytes = 2;  // đ
    const citation::Word letter = citation::next_word(body_, i, body_.size());
    return letter.end - letter.begin <= kLetterBytes && letter.key.size() == 1 &&
           !scan::is_digit(letter.key.front()) &&
           citation::next_word(body_, letter.end, body_.size()).key == ")";
  }

  // What the text right before the sentence leaves to it.
  Carry carry_into(const Span& span, std::size_t floor, std::size_t i) {
    const std::string_view between = body_.substr(floor, span.begin - floor);
    const std::string_view before = scan::trim(between);
    if (before.empty() && floor > 0) {
      return carry_.is_stopped && !begins_with_letter(span.begin) ? Carry{} : carry_;
    }
    if (!before.ends_with(':')) return {};
    const auto end = static_cast<std::size_t>(before.data() - body_.data()) + before.size();
    const Span lead = citation::sentence_around(body_, {end - 1, end}, floor);
    const std::span<const Reference> all = references_;
    const Sentence sentence{body_, {lead.begin, end}, all.subspan(i, 0), i, quotations_};
    const Items items = citation::items_of(sentence);
    return citation::read_sentence(sentence, items, setting_at(lead.begin), {}).carry;
  }

  void fill(std::size_t index, const SentenceTies& ties, const Tie& tie, const Items& items,
            const Span& span) {
    Citation& citation = citations_[index];
    citation = references_[index].citation;
    citation.sentence_offset = span.begin;
    citation.sentence_length = span.end - span.begin;
    citation.part = bounded(citation::part_before(body_, items, index));
    if (citation.part.empty() && tie.annex.end > tie.annex.begin) {
      citation.part = bounded(body_.substr(tie.annex.begin, tie.annex.end - tie.annex.begin));
    }
    citation.relation = allowed(tie, citation);
    if (!changes_effect(citation.relation)) return;
    citation.from = start_in(span);
    if (citation.part.empty()) exceptions_[index] = bounded(ties.exception);
  }

  // The relation of this document, weakened to what may be asserted.
  Relation allowed(const Tie& tie, const Citation& citation) const {
    if (!tie.is_by_citing || tie.is_excluded) return Relation::kRefersTo;
    Relation relation = tie.relation;
    if (tie.is_ended) {
      const bool is_whole = citation.part.empty() && citation.type == context_.type;
      relation = is_whole ? Relation::kReplaces : Relation::kRepeals;
    }
    if (context_.is_news) {
      return relation == Relation::kImplements ? relation : Relation::kRefersTo;
    }
    if (relation == Relation::kConsolidates) {
      return is_consolidated_ ? relation : Relation::kRefersTo;
    }
    if (is_consolidated_ && relation == Relation::kGuides) return Relation::kRefersTo;
    if (!changes_effect(relation)) return relation;
    const bool is_proved = !tie.is_unproved || is_in_title(citation, relation);
    return is_proved && !is_consolidated_ && may_change(citation) ? relation : Relation::kRefersTo;
  }

  // Not what stands above this document nor what came after it.
  bool may_change(const Citation& citation) const {
    const int rank = citation::rank_of(citation.type, citation.key);
    if (rank != 0 && rank_ != 0 && rank > rank_) return false;
    return citation.date.empty() || context_.date.empty() || citation.date <= context_.date;
  }

  // Whether the title says the same of the same document.
  bool is_in_title(const Citation& citation, Relation relation) const {
    static constexpr std::array<std::pair<Relation, std::string_view>, 8> kWords = {{
        {Relation::kAmends, " sua doi "},
        {Relation::kSupplements, " bo sung "},
        {Relation::kReplaces, " thay the "},
        {Relation::kRepeals, " bai bo "},
        {Relation::kRepeals, " huy bo "},
        {Relation::kSuspends, " dinh chi "},
        {Relation::kPauses, " ngung hieu luc "},
        {Relation::kCorrects, " dinh chinh "},
    }};
    const bool is_said = std::ranges::any_of(kWords, [&](const auto& entry) {
      return entry.first == relation && title_key_.find(entry.second) != std::string::npos;
    });
    const std::string_view name = citation.number.empty() ? citation.name : citation.number;
    const std::string key = citation::words_key(name);
    return is_said && !key.empty() && title_key_.find(' ' + key + ' ') != std::string::npos;
  }

  // The day of «kể từ ngày …» where the sentence has one such day.
  std::string start_in(const Span& span) const {
    std::string start;
    const std::string_view sentence = body_.substr(span.begin, span.end - span.begin);
    for (const DateMention& date : find_dates(sentence)) {
      if (date.precision != DateMention::Precision::kDay) continue;
      const std::string_view day = scan::word_before(sentence, date.offset);
      if (citation::words_key(day) != "ngay") continue;
      const auto at = static_cast<std::size_t>(day.data() - sentence.data());
      if (citation::words_key(scan::word_before(sentence, at)) != "tu") continue;
      if (!start.empty()) return {};
      start = to_iso(date.days.first);
    }
    return start;
  }

  void add_deeds(const std::vector<Deed>& deeds, const Span& span) {
    if (context_.is_news || deeds.empty()) return;
    const std::string from = start_in(span);
    for (const Deed& deed : deeds) add_deed(deed, from);
  }

  // A deed of the document itself is a tie of its own.
  void add_deed(const Deed& deed, const std::string& from) {
    if (is_own_[deed.patient]) return;
    Citation& patient = citations_[deed.patient];
    if (is_own_[deed.actor]) {
      const bool may = !changes_effect(deed.relation) || (may_change(patient) && !is_consolidated_);
      if (may && patient.relation == Relation::kRefersTo) patient.relation = deed.relation;
      return;
    }
    const Citation& actor = citations_[deed.actor];
    const bool is_same = !actor.key.empty() && actor.key == patient.key;
    const bool is_late = !actor.date.empty() && !patient.date.empty() && actor.date < patient.date;
    if (is_same || is_late) return;
    const int actor_rank = citation::rank_of(actor.type, actor.key);
    const int patient_rank = citation::rank_of(patient.type, patient.key);
    const bool is_above = actor_rank != 0 && actor_rank < patient_rank;
    if (is_above && changes_effect(deed.relation)) return;
    acts_.push_back({deed, changes_effect(deed.relation) ? from : std::string()});
  }

  // The citations but the document's own, those acted on once for each act.
  std::vector<Citation> assembled() {
    std::ranges::stable_sort(acts_, {}, [](const Act& act) { return act.deed.patient; });
    std::vector<Citation> out;
    std::vector<std::size_t> place(references_.size(), kNoSubject);
    auto act = acts_.begin();
    for (std::size_t i = 0; i < references_.size(); ++i) {
      if (is_own_[i]) continue;
      const bool is_acted_on = act != acts_.end() && act->deed.patient == i;
      place[i] = out.size();
      if (!is_acted_on || citations_[i].relation != Relation::kRefersTo) {
        out.push_back(citations_[i]);
        if (!exceptions_[i].empty()) out.back().part = exceptions_[i];
      }
      for (; act != acts_.end() && act->deed.patient == i; ++act) {
        out.push_back(citations_[i]);
        out.back().relation = act->deed.relation;
        out.back().subject = act->deed.actor;
        out.back().from = act->from;
      }
    }
    for (Citation& citation : out) {
      if (citation.subject != kNoSubject) citation.subject = place[citation.subject];
    }
    return out;
  }

  struct Act {
    Deed deed;
    std::string from;
  };

  std::string_view body_;
  const CitationContext& context_;
  std::vector<Reference> references_;
  std::vector<Span> quotations_;
  Layout layout_;
  std::string title_key_;
  bool is_consolidated_;
  int rank_;
  Carry carry_;
  std::vector<Citation> citations_;      // one for each reference
  std::vector<std::string> exceptions_;  // «trừ …» behind what this document does to it
  std::vector<bool> is_own_;             // the document itself
  std::vector<Act> acts_;
};

}  // namespace

std::vector<Citation> find_citations(std::string_view body, const CitationContext& context) {
  return Builder(body, context).run();
}

}  // namespace tracuu
