// Any bytes as the text of a document: what is found in it lies inside it, and nothing crashes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/document/citation/resolve.h"
#include "core/document/outline/reference.h"
#include "core/index/record.h"
#include "indexer/extract/complete.h"
#include "indexer/find_ties.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  tracuu::Document document;
  document.body.assign(reinterpret_cast<const char*>(data), size);
  const std::string& body = document.body;
  tracuu::input::complete(document);
  tracuu::find_ties(document);
  const auto is_inside = [&](std::size_t offset, std::size_t length) {
    return offset <= body.size() && length <= body.size() - offset;
  };
  for (const tracuu::Citation& citation : document.citations) {
    require(is_inside(citation.offset, citation.length));
    require(is_inside(citation.sentence_offset, citation.sentence_length));
    const bool has_subject = citation.subject != tracuu::kNoSubject;
    require(!has_subject || citation.subject < document.citations.size());
    tracuu::resolve(citation, {}, {});
  }
  for (const tracuu::Evidence& evidence : document.evidence) {
    require(is_inside(evidence.offset, evidence.length));
  }
  const tracuu::Outline outline = tracuu::find_outline(body);
  for (const tracuu::OutlineNode& node : outline) {
    require(is_inside(node.offset, node.length));
    require(is_inside(node.heading_offset, node.heading_length));
    require(node.parent == tracuu::kNoParent || node.parent < outline.size());
    if (const auto place = tracuu::parse_reference(node.label)) tracuu::find(outline, *place);
  }
  tracuu::decode_record(tracuu::encode_record(document));
  return 0;
}
