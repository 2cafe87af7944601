#include "indexer/extract/encoding.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/pages.h"
#include "core/text/legacy/quality.h"
#include "core/text/legacy/repair.h"

namespace tracuu::input {
namespace {

// Stored with as many steps: finer differences mean nothing and would only lengthen records.
constexpr double kQualitySteps = 10'000;

std::vector<std::string*> short_texts(Document& document) {
  std::vector<std::string*> texts{&document.title,      &document.type,   &document.number,
                                  &document.agency,     &document.status, &document.signer,
                                  &document.author,     &document.source, &document.file.title,
                                  &document.file.author};
  for (std::string& keyword : document.keywords) texts.push_back(&keyword);
  std::erase_if(texts, [](const std::string* text) { return text->empty(); });
  return texts;
}

void note(Document& document, const text::RepairedText& repaired) {
  document.damaged |= repaired.is_damaged;
  for (const text::Repair& repair : repaired.repairs) {
    const std::string_view kind = text::repair_code(repair.kind);
    auto it = std::ranges::find(document.repairs, kind, &EncodingRepair::kind);
    if (it == document.repairs.end()) it = document.repairs.insert(it, {std::string(kind), 0});
    it->letters += repair.letters;
  }
}

// Cuts off as many lines as `text` has.
std::string_view take_lines_of(std::string_view text, std::string_view& from) {
  std::size_t end = 0;
  for (auto left = std::ranges::count(text, '\n') + 1; left > 0 && end <= from.size(); --left) {
    end = std::min(from.find('\n', end), from.size()) + 1;
  }
  const std::string_view taken = from.substr(0, end - 1);
  from.remove_prefix(std::min(end, from.size()));
  return taken;
}

// Repairs all texts as one, a text a paragraph: decoding keeps line ends.
void repair_together(Document& document, const std::vector<std::string*>& texts) {
  std::string joined;
  for (const std::string* text : texts) joined.append(*text).append(1, '\n');
  joined += document.body;
  text::RepairedText repaired = text::repair_document(joined);
  note(document, repaired);
  if (repaired.repairs.empty()) return;
  const std::vector<std::size_t> lines = lines_of_pages(document.pages, document.body);
  std::string_view rest = repaired.text;
  for (std::string* text : texts) *text = take_lines_of(*text, rest);
  document.body = rest;
  document.pages = pages_at_lines(lines, document.body);
}

// What is too short for the body to speak for it, or has no body: "NghÞ quyÕt".
void repair_alone(Document& document, const std::vector<std::string*>& texts) {
  for (std::string* text : texts) {
    if (auto repaired = text::repair_short(*text)) {
      note(document, *repaired);
      *text = std::move(repaired->text);
    }
  }
}

double measure(const Document& document) {
  const text::TextQuality title = text::text_quality(document.title);
  const text::TextQuality body = text::text_quality(document.body);
  const text::TextQuality both{title.tokens + body.tokens, title.syllables + body.syllables};
  if (both.tokens == 0) return kNoTextQuality;
  return std::round(both.share() * kQualitySteps) / kQualitySteps;
}

}  // namespace

void repair_encoding(Document& document) {
  OriginalText original{document.title, document.body};
  const std::vector<std::string*> texts = short_texts(document);
  repair_together(document, texts);
  repair_alone(document, texts);
  if (!document.repairs.empty()) document.original = std::move(original);
  document.text_quality = measure(document);
}

}  // namespace tracuu::input
