#include "searcher/server/page/ties_view.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "searcher/graph/relation_words.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/page/result_view.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

using page::Value;

// What the law of citing asks for first: what changes a document before what only names it.
constexpr std::array kOrder{Relation::kReplaces,    Relation::kRepeals,      Relation::kAmends,
                            Relation::kSupplements, Relation::kSuspends,     Relation::kPauses,
                            Relation::kCorrects,    Relation::kConsolidates, Relation::kGuides,
                            Relation::kImplements,  Relation::kBasedOn,      Relation::kRefersTo};

std::size_t place_of(Relation relation) {
  return static_cast<std::size_t>(std::ranges::find(kOrder, relation) - kOrder.begin());
}

// One end of a tie.
struct End {
  Relation relation = Relation::kRefersTo;
  std::string id;     // empty: not in the index
  std::string label;  // «Quyết định 12/2019/QĐ-UBND»
  std::string title;
  std::string date;
  std::string part;
  std::string sentence;
};

std::string name_of(const Citation& citation) {
  if (!citation.name.empty()) return citation.name;
  return citation.type.empty() ? citation.number : citation.type + " " + citation.number;
}

// Fills in the document that is meant, where it is known.
void point_to(const LinkedCitation& target, End& end) {
  if (target.kind != Resolution::Kind::kAsserted || target.documents.empty()) return;
  const LinkedDocument& document = target.documents.front();
  end.id = document.id;
  end.title = document.title;
  end.date = document.date;
}

// What a document says of two others («Luật A được sửa đổi theo Luật B») is no act of its own.
End outgoing_end(const LinkedTie& tie) {
  const Citation& citation = tie.target.citation;
  End end{tie.actor ? Relation::kRefersTo : tie.relation,
          {},
          name_of(citation),
          {},
          citation.date,
          citation.part,
          tie.sentence};
  point_to(tie.target, end);
  return end;
}

End incoming_end(const LinkedTie& tie) {
  if (tie.actor) {
    End end{tie.relation,
            {},
            name_of(tie.actor->citation),
            {},
            tie.actor->citation.date,
            tie.target.citation.part,
            tie.sentence};
    point_to(*tie.actor, end);
    return end;
  }
  const LinkedDocument& citing = tie.citing;
  return {tie.relation, citing.id,   citing.number.empty() ? citing.title : citing.number,
          citing.title, citing.date, tie.target.citation.part,
          tie.sentence};
}

// The status of each end, by id.
using Statuses = std::map<std::string, EffectStatus>;

Statuses statuses_of(const std::vector<End>& ends, const AsOf& day, Searcher& searcher) {
  std::vector<std::string> ids;
  for (const End& end : ends) {
    if (!end.id.empty()) ids.push_back(end.id);
  }
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  const std::vector<EffectStatus> found = searcher.statuses(ids, day);
  Statuses statuses;
  for (std::size_t i = 0; i < ids.size(); ++i) statuses[ids[i]] = found[i];
  return statuses;
}

void add_status(const End& end, const Statuses& statuses, Language language, Value& view) {
  // Set where there is none, too: the page around it has names like these of its own.
  view.set("status", "");
  view.set("status_code", "");
  const auto found = statuses.find(end.id);
  if (found == statuses.end() || found->second == EffectStatus::kNotApplicable ||
      found->second == EffectStatus::kUnknown) {
    return;
  }
  view.set("status", effect_label(found->second, language));
  view.set("status_code", std::string(effect_code(found->second)));
}

Value end_view(const End& end, const Statuses& statuses, const Address& here, Language language) {
  Value view = Value::object();
  view.set("label", end.label);
  view.set("title", end.title == end.label ? std::string() : end.title);
  view.set("date", date_for_people(end.date));
  view.set("part", end.part);
  view.set("sentence", end.sentence);
  if (end.id.empty()) {
    view.set("missing", true);
    view.set("search_link", Address().set("q", end.label).to("/search"));
  } else {
    view.set("link", document_link(end.id, here));
  }
  add_status(end, statuses, language, view);
  return view;
}

Value groups_view(std::vector<End> ends, bool is_outgoing, const Statuses& statuses,
                  const Address& here, const Context& context) {
  std::ranges::stable_sort(ends, {}, [](const End& end) { return place_of(end.relation); });
  Value groups = Value::list();
  for (std::size_t i = 0; i < ends.size();) {
    const Relation relation = ends[i].relation;
    Value group = Value::object();
    group.set("label", is_outgoing ? relation_label(relation, context.language)
                                   : acted_label(relation, context.language));
    Value& ties = group.set("ties", Value::list());
    std::size_t count = 0;
    for (; i < ends.size() && ends[i].relation == relation; ++i, ++count) {
      if (count < kMaxTiesShown) {
        ties.push(end_view(ends[i], statuses, here, context.language));
      }
    }
    group.set("count", grouped(count, context.language));
    if (count > kMaxTiesShown) {
      group.set("cut", context.site.say("ties.cut", context.language,
                                        {grouped(kMaxTiesShown, context.language)}));
    }
    groups.push(std::move(group));
  }
  return groups;
}

// Shortens a label to what a box has room for.
std::string fitting(const std::string& label) {
  constexpr std::size_t kMaxBoxCharacters = 27;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < label.size();) {
    if (characters++ == kMaxBoxCharacters) return label.substr(0, i) + "…";
    i += text::decode(label, i).length;
  }
  return label;
}

// Measures of the drawing, in its own units.
constexpr std::size_t kBoxWidth = 210;
constexpr std::size_t kBoxHeight = 40;
constexpr std::size_t kGap = 14;
constexpr std::size_t kDrawingWidth = 900;
constexpr std::size_t kTextLine = 16;

Value boxes_view(const std::vector<End>& ends, bool is_outgoing, std::size_t height,
                 const Statuses& statuses, const Address& here, Language language) {
  Value boxes = Value::list();
  const std::size_t used = ends.size() * (kBoxHeight + kGap) - (ends.empty() ? 0 : kGap);
  std::size_t y = (height - used) / 2;
  const std::size_t x = is_outgoing ? 1 : kDrawingWidth - kBoxWidth - 1;
  const std::size_t middle = (kDrawingWidth - kBoxWidth) / 2;
  for (const End& end : ends) {
    Value box = Value::object();
    box.set("label", fitting(end.label));
    box.set("title", end.title.empty() ? end.label : end.title);
    box.set("relation", is_outgoing ? relation_label(end.relation, language)
                                    : acted_label(end.relation, language));
    box.set("x", Value::number(x));
    box.set("y", Value::number(y));
    box.set("text_x", Value::number(x + kBoxWidth / 2));
    box.set("text_y", Value::number(y + kTextLine));
    box.set("word_y", Value::number(y + 2 * kTextLine));
    box.set("from_x", Value::number(is_outgoing ? x + kBoxWidth : x));
    box.set("from_y", Value::number(y + kBoxHeight / 2));
    const std::size_t inner = is_outgoing ? middle : middle + kBoxWidth;
    box.set("bend_x", Value::number((inner + (is_outgoing ? x + kBoxWidth : x)) / 2));
    box.set("to_x", Value::number(inner));
    box.set("to_y", Value::number(height / 2));
    box.set("changes", changes_effect(end.relation));
    if (!end.id.empty()) box.set("link", document_link(end.id, here));
    add_status(end, statuses, language, box);
    boxes.push(std::move(box));
    y += kBoxHeight + kGap;
  }
  return boxes;
}

// The ends that matter most, each document once.
std::vector<End> drawn(std::vector<End> ends) {
  std::ranges::stable_sort(ends, {}, [](const End& end) { return place_of(end.relation); });
  std::vector<End> chosen;
  for (End& end : ends) {
    const bool is_known = std::ranges::any_of(
        chosen, [&](const End& other) { return other.label == end.label && other.id == end.id; });
    if (is_known) continue;
    if (chosen.size() == kMaxBoxes) break;
    chosen.push_back(std::move(end));
  }
  return chosen;
}

Value graph_view(const DocumentAnswer& answer, const std::vector<End>& outgoing,
                 const std::vector<End>& incoming, const Statuses& statuses, const Address& here,
                 Language language) {
  const std::vector<End> left = drawn(outgoing);
  const std::vector<End> right = drawn(incoming);
  if (left.empty() && right.empty()) return {};
  const std::size_t most = std::max(left.size(), right.size());
  const std::size_t height = std::max<std::size_t>(most, 2) * (kBoxHeight + kGap) + kGap;
  const Document& document = answer.document;
  Value view = Value::object();
  view.set("width", Value::number(kDrawingWidth));
  view.set("height", Value::number(height));
  view.set("box_width", Value::number(kBoxWidth));
  view.set("box_height", Value::number(kBoxHeight));
  view.set("own_x", Value::number((kDrawingWidth - kBoxWidth) / 2));
  view.set("own_y", Value::number((height - kBoxHeight) / 2));
  view.set("own_text_x", Value::number(kDrawingWidth / 2));
  view.set("own_text_y", Value::number((height - kBoxHeight) / 2 + kTextLine));
  view.set("own_word_y", Value::number((height - kBoxHeight) / 2 + 2 * kTextLine));
  view.set("own_label", fitting(document.number.empty() ? document.title : document.number));
  view.set("own_type", fitting(document.type));
  view.set("left", boxes_view(left, true, height, statuses, here, language));
  view.set("right", boxes_view(right, false, height, statuses, here, language));
  return view;
}

}  // namespace

page::Value ties_view(const DocumentAnswer& answer, const TiesAnswer& cited_by, const Address& here,
                      const Context& context) {
  std::vector<End> outgoing;
  outgoing.reserve(answer.citations.size());
  for (const LinkedTie& tie : answer.citations) outgoing.push_back(outgoing_end(tie));
  std::vector<End> incoming;
  incoming.reserve(cited_by.ties.size());
  for (const LinkedTie& tie : cited_by.ties) incoming.push_back(incoming_end(tie));
  std::vector<End> all = outgoing;
  all.insert(all.end(), incoming.begin(), incoming.end());
  const Statuses statuses = statuses_of(all, answer.effect.as_of, context.searcher);
  Value view = Value::object();
  view.set("outgoing", groups_view(outgoing, true, statuses, here, context));
  view.set("incoming", groups_view(incoming, false, statuses, here, context));
  view.set("graph", graph_view(answer, outgoing, incoming, statuses, here, context.language));
  if (cited_by.read < cited_by.documents) {
    view.set("incoming_note", context.site.say("ties.read", context.language,
                                               {grouped(cited_by.read, context.language),
                                                grouped(cited_by.documents, context.language)}));
  }
  return view;
}

}  // namespace tracuu
