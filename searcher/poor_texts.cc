#include "searcher/poor_texts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/index/quality.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/text/legacy/quality.h"
#include "searcher/column/value_stream.h"

namespace tracuu {
namespace {

bool has_few_tokens(const Document& document) {
  const std::uint64_t tokens =
      text::text_quality(document.title).tokens + text::text_quality(document.body).tokens;
  return tokens < kFewTokens;
}

}  // namespace

PoorTexts poor_texts(const IndexView& view, std::size_t most) {
  PoorTexts texts;
  std::vector<std::pair<double, Xapian::docid>> poor;
  for_each_value(view, schema::kQualitySlot, [&](Xapian::docid docid, const std::string& value) {
    const double quality = Xapian::sortable_unserialise(value);
    if (quality < kPoorQuality) poor.emplace_back(quality, docid);
  });
  texts.poor = poor.size();
  for_each_value(view, schema::kRepairsSlot, [&](Xapian::docid, const std::string& value) {
    const std::vector<std::string> codes = repair_codes(value);
    const bool is_damaged = std::ranges::find(codes, kDamagedCode) != codes.end();
    if (is_damaged) ++texts.damaged;
    if (codes.size() > (is_damaged ? 1U : 0U)) ++texts.repaired;
  });
  std::ranges::sort(poor);
  if (poor.size() > kMaxPoorRead) poor.resize(kMaxPoorRead);
  for (const auto& [quality, docid] : poor) {
    if (texts.worst.size() == most) break;
    const Xapian::Document found = view.get_document(docid);
    Document document = decode_shown(found.get_data()).document;
    if (has_few_tokens(document)) continue;
    texts.worst.push_back({quality, repair_codes(found.get_value(schema::kRepairsSlot)),
                           std::move(document.id), std::move(document.title)});
  }
  std::ranges::sort(texts.worst, [](const PoorText& a, const PoorText& b) {
    return std::tie(a.quality, a.id) < std::tie(b.quality, b.id);
  });
  return texts;
}

}  // namespace tracuu
