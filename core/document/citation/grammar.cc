#include "core/document/citation/grammar.h"

#include <algorithm>

#include "core/document/citation/grammar_words.h"
#include "core/document/citation/verbs.h"
#include "core/text/utf8.h"

namespace tracuu::citation {
namespace {

constexpr std::size_t kMaxExceptionBytes = 240;
constexpr std::size_t kMaxClauseItems = 30;  // from «hết hiệu lực» to «… này»
constexpr std::size_t kMaxDepth = 8;

class Reader {
 public:
  Reader(const Sentence& sentence, const Items& items, const Setting& setting, const Carry& carry)
      : sentence_(sentence), items_(items), setting_(setting), given_(carry), ties_(sentence) {}

  SentenceTies run() {
    first_ = first_meaningful();
    for (std::size_t i = first_; i < items_.size();) i = step(i);
    leave_to_list();
    out_.ties = ties_.all();
    out_.deeds = ties_.deeds();
    return std::move(out_);
  }

 private:
  // What stands between the last reference and here.
  enum class Gap { kNoReference, kNothing, kComma, kConjunction, kText };

  enum class Actor { kNobody, kCiting, kReference, kAgentWanted };

  struct Government {
    bool is_open = false;
    Relation relation = Relation::kRefersTo;
    Actor actor = Actor::kNobody;
    bool is_unproved = false;
    std::size_t reference = kNoSubject;  // who acts, or on whom an agent does
    bool has_agent_word = false;
    bool is_broken = false;    // closed by other words; «kèm theo» opens it again
    std::size_t verb_end = 0;  // bytes
  };

  bool is_word(std::size_t i, std::string_view key) const {
    return i < items_.size() && items_[i].kind == Item::Kind::kWord && items_[i].key == key;
  }
  bool is_mark(std::size_t i, std::string_view key) const {
    return i < items_.size() && items_[i].kind == Item::Kind::kMark && items_[i].key == key;
  }
  std::string_view key_before(std::size_t i) const {
    return i > 0 && items_[i - 1].kind == Item::Kind::kWord ? std::string_view(items_[i - 1].key)
                                                            : std::string_view();
  }
  const Reference& reference(std::size_t index) const {
    return sentence_.references[index - sentence_.first_reference];
  }

  // Behind «Điều 2.», «1.», «a)», «-», «Nay».
  std::size_t first_meaningful() const {
    std::size_t i = 0;
    while (i < items_.size()) {
      const Item& item = items_[i];
      const bool is_short = item.kind == Item::Kind::kWord && item.key.size() <= 3;
      const bool is_marker = is_short && (is_mark(i + 1, ".") || is_mark(i + 1, ")"));
      if (is_word(i, "dieu") && i + 2 < items_.size() &&
          (is_mark(i + 2, ".") || is_mark(i + 2, ":"))) {
        i += 3;
      } else if (is_marker) {
        i += 2;
      } else if (item.kind == Item::Kind::kMark || (i == 0 && is_word(i, "nay"))) {
        ++i;
      } else {
        break;
      }
    }
    return i;
  }

  std::size_t step(std::size_t i) {
    const Item& item = items_[i];
    switch (item.kind) {
      case Item::Kind::kQuotation:
        break;
      case Item::Kind::kReference:
        take(i);
        break;
      case Item::Kind::kMark:
        read_mark(i);
        break;
      case Item::Kind::kWord:
        return read_word(i);
    }
    return i + 1;
  }

  std::size_t read_word(std::size_t i) {
    if (ends_effect_at(items_, i)) {
      end_effect(i);
      return i + 3;
    }
    const bool is_effect_clause = key_before(i) == "luc";  // «hiệu lực thi hành»
    if (const auto verb = verb_at(items_, i); verb && !is_effect_clause) {
      govern(i, *verb);
      return verb->end;
    }
    pass_word(i);
    return i + 1;
  }

  void pass_word(std::size_t i) {
    const std::string_view key = items_[i].key;
    if (key == "nay" && ends_type(key_before(i))) {
      is_this_open_ = true;
      is_clause_of_this_ = !has_reference_ && has_word_before(i, "ngay");
      return;
    }
    if (key == "tru" && is_exception(i)) begin_exception(i);
    const bool is_agent = government_.actor == Actor::kAgentWanted && is_agent_word(key);
    if (is_agent) government_.has_agent_word = true;
    const bool is_path =
        is_agent || (is_path_word(items_[i]) && (key != "theo" || key_before(i) == "kem"));
    if (!is_path) close_path();
    if (key == "theo" && key_before(i) != "kem") government_.is_broken = false;
    if (!is_joined_ && begins_part(items_, i)) is_in_part_ = true;
    if (key == "theo" && key_before(i) == "kem") {
      const bool has_issued = i >= 3 && is_word(i - 2, "hanh") && is_word(i - 3, "ban");
      annex_end_ = items_[i - (has_issued ? 3 : 1)].begin;
    }
    if (is_conjunction(key)) {
      join();
      set_gap(Gap::kConjunction);
    } else if (!is_title_glue(key)) {
      set_gap(is_path && gap_ == Gap::kConjunction ? Gap::kConjunction : Gap::kText);
    }
    is_this_open_ = is_this_open_ && is_effect_clause_word(key);
  }

  // «,» and «và» join documents, but for those within a part: «tại khoản 3 và 4 Điều 12 của B».
  void join() { is_joined_ = is_joined_ || (has_reference_ && !is_in_part_); }

  void close_path() {
    is_in_part_ = false;
    annex_end_ = 0;
    const bool may_take_annex =
        government_.actor != Actor::kAgentWanted && government_.relation != Relation::kImplements;
    if (government_.is_open && may_take_annex) government_.is_broken = true;
    government_.is_open = false;
    is_head_open_ = false;
    is_joined_ = false;
  }

  void set_gap(Gap gap) {
    if (gap_ != Gap::kNoReference && gap_ != Gap::kText) gap_ = gap;
  }

  bool has_word_before(std::size_t i, std::string_view key) const {
    constexpr std::size_t kTypeWords = 5;
    for (std::size_t n = 1; n <= kTypeWords && n <= i; ++n) {
      if (is_word(i - n, key)) return true;
    }
    return false;
  }

  void read_mark(std::size_t i) {
    const std::string_view key = items_[i].key;
    if (key == "(") {
      if (saved_.size() < kMaxDepth) saved_.push_back({government_, gap_, last_, is_joined_});
      government_ = {};
      is_in_aside_ = true;
    } else if (key == ")" && !saved_.empty()) {
      government_ = saved_.back().government;
      gap_ = saved_.back().gap;
      last_ = saved_.back().last;
      is_joined_ = saved_.back().is_joined;
      saved_.pop_back();
    } else if (key == "," || key == ";") {
      join();
      if (key == ";") {
        set_gap(Gap::kConjunction);
        government_.is_broken = false;
      }
      if (key == "," && gap_ == Gap::kNothing) gap_ = Gap::kComma;
      if (is_clause_of_this_ && !has_reference_) is_head_open_ = true;
    } else if (!is_path_word(items_[i])) {
      close_path();
      set_gap(Gap::kText);
    }
    if (key != "(") is_in_aside_ = false;
  }

  // «…, trừ trường hợp quy định tại …»
  bool is_exception(std::size_t i) const {
    const bool is_apart = i > 0 && (is_mark(i - 1, ",") || key_before(i) == "ngoai" ||
                                    items_[i - 1].kind == Item::Kind::kReference);
    return is_apart && i + 1 < items_.size() && begins_exception(items_[i + 1].key);
  }

  // «…, trừ khoản 2 Điều 5»: what follows stays as it is.
  void begin_exception(std::size_t i) {
    if (is_excepted_ || !has_reference_) return;
    is_excepted_ = true;
    const std::size_t begin = items_[i].begin;
    const std::size_t end = text::character_border(
        sentence_.body, std::min(sentence_.span.end, begin + kMaxExceptionBytes));
    out_.exception = sentence_.body.substr(begin, end - begin);
  }

  // A verb at `i`: who acts?
  void govern(std::size_t i, Verb verb) {
    if (is_amending_words_only(verb)) verb.relation = Relation::kAmends;
    const std::string_view before = key_before(i);
    if (before == "duoc" || before == "bi") {
      govern_passive(verb);
      return;
    }
    Government next;
    next.relation = verb.relation;
    next.verb_end = items_[verb.end - 1].end;
    const bool is_first = i == first_;
    const bool is_mid_basis =
        verb.relation == Relation::kBasedOn && !(is_first && setting_.is_recital);
    if (is_mid_basis) {
      close_path();
      set_gap(Gap::kText);
      return;
    }
    const bool is_enacted = is_enacted_by(i);
    const bool may_implement = verb.relation != Relation::kImplements || setting_.is_recital;
    if ((is_first && may_implement) || is_this_open_ || is_enacted || goes_on_by_citing(i, verb)) {
      next.actor = Actor::kCiting;
      next.is_unproved =
          changes_effect(verb.relation) && ((is_first && !is_this_open_ && !setting_.is_enacting) ||
                                            (is_enacted && !setting_.is_formula));
    } else if (gap_ == Gap::kNothing) {
      next.actor = Actor::kReference;
      next.reference = last_;
    } else if (verb.relation == Relation::kImplements && may_implement && !has_reference_) {
      next.actor = Actor::kCiting;
    }
    next.is_open = next.actor != Actor::kNobody;
    is_head_open_ = false;
    is_joined_ = false;
    government_ = next;
    set_gap(Gap::kText);
  }

  // «thay thế cụm từ “A” bằng cụm từ “B” tại Điều 5 …» changes the words only.
  bool is_amending_words_only(const Verb& verb) const {
    if (verb.relation != Relation::kReplaces && verb.relation != Relation::kRepeals) return false;
    std::size_t at = verb.end;
    while (is_word(at, "cac") || is_word(at, "mot") || is_word(at, "so")) ++at;
    const bool is_quoted = at < items_.size() && items_[at].kind == Item::Kind::kQuotation;
    return is_quoted || match_words(items_, at, "cum tu") != at || is_word(at, "tu");
  }

  // «ban hành Thông tư sửa đổi …»
  bool is_enacted_by(std::size_t i) const {
    constexpr std::size_t kMaxTypeWords = 3;
    for (std::size_t n = 1; n <= kMaxTypeWords && n + 1 < i; ++n) {
      if (is_word(i - n - 1, "hanh") && is_word(i - n - 2, "ban")) {
        return ends_type(key_before(i)) && items_[i - n].is_capital;
      }
    }
    return false;
  }

  // «bãi bỏ A và thay thế B»
  bool goes_on_by_citing(std::size_t i, const Verb& verb) {
    const bool is_joined = key_before(i) == "va" || is_mark(i - 1, ";");
    if (!is_joined || gap_ != Gap::kConjunction || last_ == kNoSubject) return false;
    const Tie& tie = ties_.of(last_);
    return tie.is_by_citing && changes_effect(tie.relation) && changes_effect(verb.relation) &&
           tie.actor == kNoSubject;
  }

  // «A được sửa đổi theo …»; with «bởi Thông tư này» or «kể từ ngày Thông tư này» it is this one.
  void govern_passive(const Verb& verb) {
    const std::size_t patient = passive_patient();
    is_head_open_ = false;
    is_joined_ = false;
    set_gap(Gap::kText);
    if (is_this_behind(verb.end)) {
      const bool is_timed = is_word(verb.end, "ke") || is_word(verb.end, "tu");
      if (is_timed) {
        ties_.tie_heads(verb.relation, false);
      } else if (patient != kNoSubject) {
        Ties::tie_to_citing(ties_.of(patient), verb.relation, false);
      }
      government_ = {};
      return;
    }
    if (verb.relation == Relation::kImplements || verb.relation == Relation::kBasedOn) {
      government_ = {};
      return;
    }
    government_ = {};
    government_.is_open = true;
    government_.relation = verb.relation;
    government_.actor = Actor::kAgentWanted;
    government_.reference = patient;
  }

  std::size_t passive_patient() const {
    if (gap_ == Gap::kNothing || gap_ == Gap::kComma) return last_;
    const bool is_only_one = last_ == sentence_.first_reference && has_reference_;
    return is_only_one && (is_in_aside_ || setting_.is_consolidated_head) ? last_ : kNoSubject;
  }

  // Whether «bởi Thông tư này», «kể từ ngày Thông tư này» stands at `i`.
  bool is_this_behind(std::size_t i) const {
    constexpr std::size_t kMaxItems = 8;
    if (!is_word(i, "boi") && !is_word(i, "bang") && !is_word(i, "ke") && !is_word(i, "tu")) {
      return false;
    }
    for (std::size_t n = i; n < items_.size() && n < i + kMaxItems; ++n) {
      if (items_[n].kind == Item::Kind::kReference) return false;
      if (is_word(n, "nay")) return ends_type(key_before(n));
    }
    return false;
  }

  // «… hết hiệu lực kể từ ngày Thông tư này có hiệu lực»
  void end_effect(std::size_t i) {
    const std::string_view before = key_before(i);
    const bool is_denied = before == "khong" || before == "chua" || before == "khi";
    bool is_by_this = is_clause_of_this_;
    for (std::size_t n = i; n < items_.size() && n < i + kMaxClauseItems; ++n) {
      if (is_word(n, "nay") && ends_type(key_before(n)) && has_word_before(n, "ngay")) {
        is_by_this = true;
      }
    }
    if (is_by_this && !is_denied) {
      ties_.tie_heads(Relation::kReplaces, true);
      is_list_ended_ = !has_reference_;
    }
    close_path();
    set_gap(Gap::kText);
  }

  void take(std::size_t i) {
    const std::size_t index = items_[i].reference;
    Tie& tie = ties_.of(index);
    tie.depth = saved_.size();
    tie.is_excluded = is_excepted_ || is_quoted(reference(index));
    // «Sửa đổi Bảng giá đất ban hành kèm theo» it
    if (government_.is_broken && annex_end_ != 0) {
      government_.is_open = true;
      tie.annex = {government_.verb_end, annex_end_};
    }
    if (!tie.is_excluded) {
      if (government_.is_open) {
        take_governed(tie, index);
      } else if (is_joined_) {
        ties_.join(index, {gap_ != Gap::kText, is_mark(i - 1, ";")});
      } else if (is_head_open_) {
        take_head(tie, index);
      }
    }
    const bool is_consolidated = setting_.is_consolidated_head && tie.depth == 0;
    if (is_consolidated && tie.patient != kNoSubject) {
      Ties::tie_to_citing(tie, Relation::kConsolidates, false);
    }
    government_.is_open = government_.is_broken = false;
    annex_end_ = 0;
    is_head_open_ = is_joined_ = is_this_open_ = is_in_part_ = false;
    gap_ = Gap::kNothing;
    has_reference_ = true;
    last_ = index;
  }

  bool is_quoted(const Reference& taken) const {
    const auto after = std::ranges::upper_bound(sentence_.quotations, taken.begin, {},
                                                [](const Span& span) { return span.begin; });
    return after != sentence_.quotations.begin() && (after - 1)->end > taken.begin;
  }

  void take_governed(Tie& tie, std::size_t index) {
    switch (government_.actor) {
      case Actor::kCiting:
        Ties::tie_to_citing(tie, government_.relation, government_.is_unproved);
        break;
      case Actor::kReference:
        ties_.take_object(index, government_.reference, government_.relation);
        break;
      case Actor::kAgentWanted:
        if (government_.has_agent_word) {
          ties_.take_agent(index, government_.reference, government_.relation);
        }
        break;
      case Actor::kNobody:
        break;
    }
  }

  void take_head(Tie& tie, std::size_t index) {
    tie.is_head = true;
    if (given_.relation != Relation::kRefersTo) {
      Ties::tie_to_citing(tie, given_.relation, given_.is_unproved);
      tie.is_ended = given_.is_ended;
    }
    if (given_.patient != kNoSubject) ties_.add_deed(index, given_.patient, given_.deed);
    if (setting_.is_consolidated_head) Ties::tie_to_citing(tie, Relation::kConsolidates, false);
  }

  // «Bãi bỏ các văn bản sau đây:», «… được sửa đổi, bổ sung bởi:», «Căn cứ Luật A;»
  void leave_to_list() {
    if (items_.empty() || items_.back().kind != Item::Kind::kMark) return;
    const std::string_view last = items_.back().key;
    Carry& carry = out_.carry;
    if (last == ":") {
      if (is_list_ended_) {
        carry.relation = Relation::kReplaces;
        carry.is_ended = true;
      } else if (government_.is_open && government_.actor == Actor::kCiting) {
        carry.relation = government_.relation;
        carry.is_unproved = government_.is_unproved;
      } else if (government_.is_open && government_.has_agent_word) {
        carry.patient = government_.reference;
        carry.deed = government_.relation;
      }
      return;
    }
    if (last == "." && !given_.is_empty()) {
      carry = given_;
      carry.is_stopped = true;
    }
    if (last != ";" && last != ",") return;
    const bool is_basis = std::ranges::any_of(
        ties_.all(), [](const Tie& tie) { return tie.relation == Relation::kBasedOn; });
    if (is_basis) carry.relation = Relation::kBasedOn;
    if (!given_.is_empty()) carry = given_;
    carry.is_stopped = false;
  }

  struct Saved {
    Government government;
    Gap gap;
    std::size_t last;
    bool is_joined;
  };

  const Sentence& sentence_;
  const Items& items_;
  const Setting& setting_;
  const Carry& given_;
  SentenceTies out_;
  Ties ties_;

  std::size_t first_ = 0;
  Government government_;
  Gap gap_ = Gap::kNoReference;
  std::size_t last_ = kNoSubject;
  bool is_list_ended_ = false;
  std::vector<Saved> saved_;
  bool has_reference_ = false;
  bool is_head_open_ = true;
  bool is_joined_ = false;
  bool is_this_open_ = false;
  bool is_clause_of_this_ = false;  // «Kể từ ngày Luật này có hiệu lực, …»
  bool is_excepted_ = false;
  bool is_in_part_ = false;
  std::size_t annex_end_ = 0;  // bytes; where «ban hành kèm theo» begins, 0 for none
  bool is_in_aside_ = false;
};

}  // namespace

SentenceTies read_sentence(const Sentence& sentence, const Items& items, const Setting& setting,
                           const Carry& carry) {
  return Reader(sentence, items, setting, carry).run();
}

}  // namespace tracuu::citation
