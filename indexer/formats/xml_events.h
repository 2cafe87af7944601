// Reads XML from outside as events, without trusting it.
//
//   <w:p><w:t>Điều 1.</w:t></w:p>   ->  start("w:p"), start("w:t"), text("Điều 1."), end("w:t"), …
//
// Names come with the prefix the document uses; office programs always use the same. No entity is
// expanded but XML's own five, nothing is loaded, a document type ends the reading: no document of
// an office has one. libxml2's own limits of depth and text stay on. libxml2 ends in xml_events.cc.

#pragma once

#include <string_view>

namespace tracuu::input {

// The attributes of one element.
class XmlAttributes {
 public:
  explicit XmlAttributes(const unsigned char** pairs) : pairs_(pairs) {}

  // Returns the value; empty where it is absent. Valid during the event.
  std::string_view operator[](std::string_view name) const;

 private:
  const unsigned char** pairs_;  // name, value, …, null; may be null itself
};

class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view text) = 0;
};

// Hands the events of `xml` to `events`. Returns whether it was read to its end: what came before
// stands. Linear.
bool read_xml(std::string_view xml, XmlEvents& events);

}  // namespace tracuu::input
