#include "indexer/formats/office_properties.h"

#include <string>

#include "indexer/extract/keywords.h"
#include "indexer/formats/xml_events.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxValueBytes = 1024;
constexpr std::size_t kIsoDateBytes = 10;

class PropertyEvents : public XmlEvents {
 public:
  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    value_ = nullptr;
    if (name == "dc:title") value_ = &properties.title;
    if (name == "dc:creator" && properties.author.empty()) value_ = &properties.author;
    if (name == "meta:initial-creator") {
      properties.author.clear();
      value_ = &properties.author;
    }
    if (name == "dcterms:created" || name == "meta:creation-date") value_ = &properties.created;
  }
  void end(std::string_view /*name*/) override { value_ = nullptr; }
  void text(std::string_view text) override {
    if (value_ && value_->size() + text.size() <= kMaxValueBytes) *value_ += text;
  }

  FileProperties properties;

 private:
  std::string* value_ = nullptr;
};

}  // namespace

FileProperties read_office_properties(std::string_view xml) {
  PropertyEvents events;
  read_xml(xml, events);
  FileProperties found = std::move(events.properties);
  found.title = std::string(trim(found.title));
  found.author = std::string(trim(found.author));
  found.created = found.created.substr(0, kIsoDateBytes);
  return found;
}

}  // namespace tracuu::input
