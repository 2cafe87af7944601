// Answers of the graph as JSON: one line, the same from the command line and the server.
//
//   --cites      {"version":1,"document":LINK,"cites":[TIE…]}
//   --cited-by   {"version":1,"document":LINK,"cited_by":[TIE…],"documents":N,"read":N}
//   --related    {"version":1,"document":LINK,"related":[{LINK…,"ties","common","score"}…]}
//   --unresolved {"version":1,"unresolved":[{"key","type"?,"number"?,"name"?,"documents",
//                 "at_least"?,"examples":[LINK…]}…],"whole":N}
//   --show       {"version":1,"document":{…,"dates":[{"date","offset","length"}…]?,
//                 "citations":[TIE…],"effect":EFFECT?}}
//
//   LINK    {"id","number"?,"title","date"?}
//   TIE     {"relation","type"?,"number"?,"key"?,"name"?,"date"?,"agency"?,"part"?,"from"?,
//            "resolved":[id…],"candidates":[id…]?,"title"?,"mentions","sentence",
//            "subject"?:{"type"?,"number"?,"name"?,"resolved"},"citing"?:LINK}
//   EFFECT
//   {"status","label","date","reasons":[{"kind","relation"?,"id"?,"number"?,"place"?,"part"?,
//            "from"?,"text"}…],"denied"?}
//
// Relations and statuses are codes, never translated; label and text are in the user's language.
// "resolved" names the copies of the one act meant; "candidates" what comes near where that is not
// known. "subject" is who acts on the target where it is not the citing document; "citing" stands
// in "cited_by" only. Fields are added, never renamed.

#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "core/base/language.h"
#include "searcher/graph/graph.h"

namespace tracuu {

std::string cites_json(const TiesAnswer& answer);
std::string cited_by_json(const TiesAnswer& answer);
std::string to_json(const RelatedAnswer& answer);
std::string to_json(const UnresolvedAnswer& answer);
std::string to_json(const DocumentAnswer& answer, Language language);

// Returns EFFECT, for answers that hold several.
nlohmann::ordered_json effect_json(const EffectAnswer& effect, Language language);

}  // namespace tracuu
