#include "searcher/graph/graph_text.h"

#include <array>

#include "core/document/letter_case.h"
#include "searcher/graph/relation_words.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

constexpr Bilingual kMissing{"{0} (chưa có trong chỉ mục)", "{0} (not in the index)"};
constexpr Bilingual kPerhaps{"{0} (chưa rõ là văn bản nào trong {1} văn bản)",
                             "{0} (one of {1} documents, not known which)"};
constexpr Bilingual kCitesNothing{"Văn bản này không dẫn văn bản nào.",
                                  "This document cites no other."};
constexpr Bilingual kCitedByNone{"Không văn bản nào trong chỉ mục dẫn văn bản này.",
                                 "No document of the index cites this one."};
constexpr Bilingual kBounded{"Đã xem {0} văn bản mới nhất trong {1} văn bản dẫn số này.",
                             "Looked at the newest {0} of {1} documents that cite this number."};
constexpr Bilingual kNoRelated{"Không có văn bản liên quan.", "No related document."};
constexpr Bilingual kRelatedBy{"{0} quan hệ trực tiếp, {1} văn bản cùng dẫn",
                               "{0} direct ties, {1} documents both cite"};
constexpr Bilingual kNoneMissing{"Mọi văn bản được dẫn đều có trong chỉ mục.",
                                 "Every cited document is in the index."};
constexpr Bilingual kCitedBy{"{0} văn bản dẫn", "cited by {0} documents"};
constexpr Bilingual kCitedByAtLeast{"ít nhất {0} văn bản dẫn", "cited by at least {0} documents"};
constexpr Bilingual kInAll{"{0} số, tên không văn bản nào trong chỉ mục mang.",
                           "{0} numbers and names that no document of the index has."};
constexpr Bilingual kSaidBy{"theo {0}", "as {0} says"};
constexpr Bilingual kBetween{"Quan hệ giữa các văn bản được dẫn", "Between cited documents"};
constexpr Bilingual kTimes{"{0} lần", "{0} times"};

constexpr std::size_t kIndent = 5;

// The order in which ties are shown.
constexpr std::array kOrder = std::to_array<Relation>(
    {Relation::kBasedOn, Relation::kImplements, Relation::kGuides, Relation::kAmends,
     Relation::kSupplements, Relation::kReplaces, Relation::kRepeals, Relation::kSuspends,
     Relation::kPauses, Relation::kCorrects, Relation::kConsolidates, Relation::kRefersTo});

std::string joined(const std::string& left, const std::string& between, const std::string& right) {
  return left.empty() || right.empty() ? left + right : left + between + right;
}

// «Quyết định 749/QĐ-TTg», «Luật Thanh niên»
std::string name_of(const Citation& citation) {
  if (citation.name.empty()) return joined(citation.type, " ", citation.number);
  return joined(citation.name, " ", citation.number);
}

// Many titles begin with type and number: those stand alone.
std::string with_title(const std::string& name, const std::string& number,
                       const std::string& title) {
  const bool has_number = !number.empty() && title.find(number) != std::string::npos;
  return has_number ? title : joined(name, ": ", title);
}

std::string name_of(const LinkedDocument& document) {
  return with_title(document.number, document.number, document.title);
}

void write_head(const LinkedDocument& document, View& view) {
  view.styled(kBold, one_line(name_of(document)));
  view.blank();
}

void write_id(const std::string& id, View& view) {
  view.styled(kFaint, std::string(kIndent, ' ') + one_line(id));
  view.blank();
}

void write_item(std::size_t rank, const std::string& text, View& view) {
  std::string number = std::to_string(rank) + ". ";
  if (number.size() < kIndent) number.insert(0, kIndent - number.size(), ' ');
  view.line(number + one_line(text));
}

std::string with_part(const Citation& citation, const std::string& name) {
  return joined(citation.part, " ", name);
}

// «Luật B sửa đổi, bổ sung Luật A»
std::string deed_of(const LinkedTie& tie, Language language) {
  std::string relation = relation_label(tie.relation, language);
  relation = small_letters(relation);
  return name_of(tie.actor->citation) + " " + relation + " " +
         with_part(tie.target.citation, name_of(tie.target.citation));
}

std::string with_mentions(const LinkedTie& tie, const std::string& text, const View& view) {
  if (tie.mentions == 1) return text;
  return text + " (" + view.phrase(kTimes, {std::to_string(tie.mentions)}) + ")";
}

// What is cited, and what that is here.
std::string target_text(const LinkedTie& tie, const View& view) {
  const LinkedCitation& target = tie.target;
  std::string name = tie.actor ? deed_of(tie, view.options().language)
                               : with_part(target.citation, name_of(target.citation));
  if (target.kind == Resolution::Kind::kNone) return view.phrase(kMissing, {name});
  if (target.kind == Resolution::Kind::kRanked) {
    return view.phrase(kPerhaps, {name, std::to_string(target.documents.size())});
  }
  if (tie.actor || !target.citation.part.empty()) return name;
  return with_title(name, target.citation.number, target.documents.front().title);
}

void write_target(std::size_t rank, const LinkedTie& tie, View& view) {
  write_item(rank, with_mentions(tie, target_text(tie, view), view), view);
  for (const LinkedDocument& document : tie.target.documents) write_id(document.id, view);
  view.wrapped({{tie.sentence, false}}, kIndent);
}

void write_citing(std::size_t rank, const LinkedTie& tie, View& view) {
  std::string name = name_of(tie.citing);
  if (tie.actor) {
    name = deed_of(tie, view.options().language) + ", " + view.phrase(kSaidBy, {name});
  } else if (!tie.target.citation.part.empty()) {
    name = tie.target.citation.part + " – " + name;
  }
  write_item(rank, with_mentions(tie, name, view), view);
  write_id(tie.citing.id, view);
  view.wrapped({{tie.sentence, false}}, kIndent);
}

using WriteTie = void (*)(std::size_t rank, const LinkedTie& tie, View& view);

void write_group(const std::string& label, const std::vector<const LinkedTie*>& ties,
                 WriteTie write, View& view) {
  if (ties.empty()) return;
  view.styled(kBold, label);
  view.line(" (" + std::to_string(ties.size()) + ")");
  std::size_t rank = 0;
  for (const LinkedTie* tie : ties) write(++rank, *tie, view);
}

// The document's own ties by relation, then what is said of two others.
void write_groups(const std::vector<LinkedTie>& ties, std::string (*label)(Relation, Language),
                  WriteTie write, View& view) {
  const Language language = view.options().language;
  std::vector<const LinkedTie*> group;
  for (const Relation relation : kOrder) {
    group.clear();
    for (const LinkedTie& tie : ties) {
      if (tie.relation == relation && !tie.actor) group.push_back(&tie);
    }
    write_group(label(relation, language), group, write, view);
  }
  group.clear();
  for (const LinkedTie& tie : ties) {
    if (tie.actor) group.push_back(&tie);
  }
  write_group(std::string(kBetween.in(language)), group, write, view);
}

}  // namespace

std::string cites_text(const TiesAnswer& answer, const ViewOptions& options) {
  View view(options);
  write_head(answer.document, view);
  if (answer.ties.empty()) view.line(kCitesNothing.in(options.language));
  write_groups(answer.ties, relation_label, write_target, view);
  return view.take();
}

std::string cited_by_text(const TiesAnswer& answer, const ViewOptions& options) {
  View view(options);
  write_head(answer.document, view);
  if (answer.ties.empty()) view.line(kCitedByNone.in(options.language));
  write_groups(answer.ties, acted_label, write_citing, view);
  if (answer.read < answer.documents) {
    view.line(
        view.phrase(kBounded, {std::to_string(answer.read), std::to_string(answer.documents)}));
  }
  return view.take();
}

std::string to_text(const RelatedAnswer& answer, const ViewOptions& options) {
  View view(options);
  write_head(answer.document, view);
  if (answer.related.empty()) view.line(kNoRelated.in(options.language));
  std::size_t rank = 0;
  for (const RelatedDocument& related : answer.related) {
    write_item(++rank, name_of(related.document), view);
    view.line(
        std::string(kIndent, ' ') +
        view.phrase(kRelatedBy, {std::to_string(related.ties), std::to_string(related.common)}));
    write_id(related.document.id, view);
  }
  return view.take();
}

std::string to_text(const UnresolvedAnswer& answer, const ViewOptions& options) {
  View view(options);
  if (answer.missing.empty()) view.line(kNoneMissing.in(options.language));
  std::size_t rank = 0;
  for (const MissingDocument& missing : answer.missing) {
    const MissingAct& act = missing.act;
    std::string name = act.name.empty() ? joined(act.type, " ", act.number) : act.name;
    if (name.empty()) name = act.key;
    const std::string count = std::to_string(act.documents);
    name += ": " + view.phrase(act.is_at_least ? kCitedByAtLeast : kCitedBy, {count});
    write_item(++rank, name, view);
    for (const LinkedDocument& example : missing.examples) write_id(example.id, view);
  }
  if (!answer.missing.empty()) {
    view.line(view.phrase(kInAll, {std::to_string(answer.whole)}));
  }
  return view.take();
}

}  // namespace tracuu
