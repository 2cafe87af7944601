#include "core/document/citation/items.h"

#include <algorithm>

#include "core/document/citation/verbs.h"
#include "core/document/citation/words.h"

namespace tracuu::citation {
namespace {

Item item_of(Word word) {
  Item item;
  item.kind = word.is_mark ? Item::Kind::kMark : Item::Kind::kWord;
  item.key = std::move(word.key);
  item.begin = word.begin;
  item.end = word.end;
  item.is_capital = word.is_capital;
  return item;
}

// Where the first quotation at or behind `i` begins, no further than `end`.
const Span* quotation_from(std::span<const Span> quotations, std::size_t i) {
  const auto found =
      std::ranges::lower_bound(quotations, i, {}, [](const Span& span) { return span.begin; });
  return found == quotations.end() ? nullptr : &*found;
}

}  // namespace

Items items_of(const Sentence& sentence) {
  Items items;
  std::size_t next = 0;
  const Span* quotation = quotation_from(sentence.quotations, sentence.span.begin);
  for (std::size_t at = sentence.span.begin; at < sentence.span.end;) {
    const auto& references = sentence.references;
    const bool has_next = next < references.size();
    const std::size_t border = has_next ? references[next].begin : sentence.span.end;
    if (has_next && at >= border) {
      const Reference& reference = references[next];
      Item item;
      item.kind = Item::Kind::kReference;
      item.begin = reference.begin;
      item.end = reference.is_amending ? reference.head_end : reference.tail_end;
      item.reference = sentence.first_reference + next++;
      at = std::max(at, item.end);
      items.push_back(std::move(item));
      continue;
    }
    Word word = next_word(sentence.body, at, border);
    if (word.begin == word.end) {
      at = border;
      if (!has_next) break;
      continue;
    }
    at = word.end;
    items.push_back(item_of(std::move(word)));
    const bool is_quotation = quotation != nullptr && items.back().begin == quotation->begin;
    if (quotation != nullptr && quotation->begin < items.back().begin) {
      quotation = quotation_from(sentence.quotations, items.back().begin);
    } else if (is_quotation && quotation->end <= border) {
      items.back().kind = Item::Kind::kQuotation;
      items.back().end = at = quotation->end;
      quotation = quotation_from(sentence.quotations, at);
    }
  }
  return items;
}

std::string_view part_before(std::string_view body, const Items& items, std::size_t reference) {
  constexpr std::size_t kMaxPartItems = 60;
  std::size_t at = 0;
  while (at < items.size() &&
         (items[at].kind != Item::Kind::kReference || items[at].reference != reference)) {
    ++at;
  }
  if (at == items.size()) return {};
  // «một số điều theo Luật A» says nothing of a part of Luật A.
  const auto is_by = [&](std::size_t i) {
    return items[i].key == "theo" && (i == 0 || items[i - 1].key != "kem");
  };
  std::size_t last = at;
  while (last > 0 && is_path_word(items[last - 1]) && is_loose_end(items[last - 1])) {
    const bool is_some = items[last - 1].key == "so" && last > 1 && items[last - 2].key == "mot";
    if (is_some) break;  // «một số quy định của»
    if (is_by(--last)) return {};
  }
  std::size_t begin = last;
  for (std::size_t i = last; i-- > 0 && last - i < kMaxPartItems;) {
    if (!is_path_word(items[i]) || items[i].key == ";" || items[i].key == ":" || is_by(i)) break;
    if (verb_at(items, i)) break;
    if (begins_part(items, i)) begin = i;
  }
  if (begin == last) return {};
  return body.substr(items[begin].begin, items[last - 1].end - items[begin].begin);
}

}  // namespace tracuu::citation
