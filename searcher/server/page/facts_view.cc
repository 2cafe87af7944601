#include "searcher/server/page/facts_view.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/index/quality.h"
#include "searcher/server/template/html.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

using page::Value;

constexpr std::size_t kMaxValues = 24;

class Facts {
 public:
  Facts(const DocumentAnswer& answer, const Address& here, const Context& context)
      : document_(answer.document), here_(here), context_(context) {}

  // A line with one value; `filter` names the parameter that it can be searched by.
  void add(const char* field, const std::string& text, std::string_view filter = {}) {
    if (!text.empty()) add_all(field, {{text, text}}, filter);
  }

  struct Fact {
    std::string text;
    std::string value;  // what is searched by
  };

  void add_all(const char* field, const std::vector<Fact>& facts, std::string_view filter) {
    if (facts.empty()) return;
    Value line = Value::object();
    line.set("label", context_.site.say(std::string("fact.") + field, context_.language));
    Value& values = line.set("values", Value::list());
    for (std::size_t i = 0; i < std::min(facts.size(), kMaxValues); ++i) {
      Value value = Value::object({{"text", facts[i].text}, {"more", i > 0}});
      if (!filter.empty()) {
        value.set("link", Address()
                              .set("lang", context_.request.parameter("lang"))
                              .set(filter, facts[i].value)
                              .to("/search"));
      }
      values.push(std::move(value));
    }
    add_evidence(field, line);
    lines_.push(std::move(line));
  }

  Value take() { return std::move(lines_); }

 private:
  void add_evidence(std::string_view field, Value& line) const {
    const auto found = std::ranges::find(document_.evidence, field, &Evidence::field);
    if (found == document_.evidence.end() || found->length == 0) return;
    const std::string at = std::to_string(found->offset) + "-" + std::to_string(found->length);
    line.set("seen_link", here_.set("id", document_.id).set("at", at).to("/document") + "#passage");
    if (found->sure > 0) {
      line.set("sure", context_.site.say("fact.sure", context_.language, {percent(found->sure)}));
    }
  }

  const Document& document_;
  const Address& here_;
  const Context& context_;
  Value lines_ = Value::list();
};

std::string signer_of(const Document& document) {
  std::string signer = document.signer;
  if (!document.signer_title.empty()) signer += ", " + document.signer_title;
  if (!document.signer_capacity.empty()) signer = document.signer_capacity + " " + signer;
  return signer;
}

std::vector<Facts::Fact> names(const std::vector<std::string>& values) {
  std::vector<Facts::Fact> facts;
  facts.reserve(values.size());
  for (const std::string& value : values) facts.push_back({value, value});
  return facts;
}

}  // namespace

page::Value facts_view(const DocumentAnswer& answer, const Address& here, const Context& context) {
  const Document& document = answer.document;
  Facts facts(answer, here, context);
  facts.add("type", document.type, "type");
  facts.add("number", document.number, "q");
  facts.add("agency", document.agency, "agency");
  facts.add("date", date_for_people(document.date));
  facts.add("place", document.place);
  facts.add("effective", date_for_people(document.effective));
  facts.add("expires", date_for_people(document.expires));
  if (!document.signer.empty()) {
    facts.add_all("signer", {{signer_of(document), document.signer}}, "signer");
  }
  if (document.subject != document.title) facts.add("subject", document.subject);
  facts.add("field", document.field, "field");
  facts.add("urgency", document.urgency);
  facts.add_all("keywords", names(document.keywords), "keyword");
  facts.add_all("topics", names(document.topics), "q");
  std::vector<Facts::Fact> people;
  people.reserve(document.people.size());
  for (const Person& person : document.people) {
    people.push_back(
        {person.title.empty() ? person.name : person.name + ", " + person.title, person.name});
  }
  facts.add_all("people", people, "person");
  facts.add_all("places", names(document.places), "place");
  facts.add("author", document.author);
  facts.add("source", document.source, "source");
  facts.add("path", document.path);
  return facts.take();
}

page::Value conflicts_view(const DocumentAnswer& answer, const Context& context) {
  Value conflicts = Value::list();
  for (const Conflict& conflict : answer.document.conflicts) {
    conflicts.push(context.site.say("document.conflict", context.language,
                                    {context.site.say("fact." + conflict.field, context.language),
                                     conflict.given, conflict.found}));
  }
  if (answer.effect.denied) {
    conflicts.push(context.site.say(
        "document.denied", context.language,
        {answer.document.status, effect_label(*answer.effect.denied, context.language)}));
  }
  return conflicts;
}

}  // namespace tracuu
