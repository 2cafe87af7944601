// Where in HTML one stands: what decides how a value is escaped there, and whether it can be.
//
//   <p>·         kText             <a href="·      kUrlStart       <a title="·   kAttribute
//   <p class=·   kTag              <script>·       kRawText        <!-- ·        kComment
//
// Follows markup byte by byte. Internal to searcher/server/template.

#pragma once

#include <string>
#include <string_view>

namespace tracuu::page {

class MarkupContext {
 public:
  enum class Place {
    kText,
    kTag,            // in a tag, outside of quotes
    kAttribute,      // in a quoted value
    kUrlStart,       // at the beginning of a quoted address
    kCodeAttribute,  // in a quoted value that is code: on…, style
    kRawText,        // in <script> or <style>
    kComment,
  };

  void read(std::string_view markup);

  // A value was written here.
  void pass_value();

  Place place() const { return place_; }
  friend bool operator==(const MarkupContext&, const MarkupContext&) = default;

 private:
  void read_text(char c);
  void read_tag(char c);
  Place attribute_place() const;

  Place place_ = Place::kText;
  std::string word_;     // letters read last: of a tag's or an attribute's name, or what may close
  std::string element_;  // of the tag one is in; of the raw text
  std::string attribute_;   // whose value follows
  bool is_naming_ = false;  // the element's name is still being read
  char quote_ = 0;
};

}  // namespace tracuu::page
