#include "core/text/legacy/quality.h"

#include "core/text/legacy/chunks.h"

namespace tracuu::text {

TextQuality text_quality(std::string_view utf8) {
  TextQuality quality;
  legacy::for_each_chunk(utf8, [&](const legacy::Chunk& chunk) {
    quality.tokens += chunk.tokens;
    quality.syllables += chunk.syllables;
  });
  return quality;
}

double syllable_share(std::string_view utf8) {
  return text_quality(utf8).share();
}

}  // namespace tracuu::text
