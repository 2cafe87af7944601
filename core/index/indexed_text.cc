#include "core/index/indexed_text.h"

#include <algorithm>
#include <string>

namespace tracuu {

std::vector<IndexedText> indexed_texts(const Document& document) {
  std::vector<IndexedText> texts;
  const auto add = [&](const IndexedText& text) {
    if (!text.text.empty()) texts.push_back(text);
  };
  const std::string_view body = document.body;
  add({.text = document.title, .is_title = true, .in_sketch = body.empty()});
  for (const std::string* field :
       {&document.number, &document.type, &document.agency, &document.signer, &document.author}) {
    add({.text = *field});
  }
  for (const std::string& keyword : document.keywords) add({.text = keyword});
  std::size_t at = 0;
  for (const Region& region : document.regions) {
    if (region.offset < at || region.offset > body.size()) continue;
    add({.text = body.substr(at, region.offset - at), .in_sketch = true, .body_offset = at});
    const std::string_view inside = body.substr(region.offset, region.length);
    if (region.kind == Region::Kind::kCaption) add({.text = inside, .is_caption = true});
    if (region.kind == Region::Kind::kHead) add({.text = inside, .body_offset = region.offset});
    at = std::min(body.size(), region.offset + region.length);
  }
  add({.text = body.substr(at), .in_sketch = true, .body_offset = at});
  return texts;
}

}  // namespace tracuu
