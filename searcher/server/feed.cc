#include "searcher/server/feed.h"

#include <string_view>

#include "core/text/html_escape.h"
#include "searcher/server/export.h"
#include "searcher/server/page/address.h"
#include "searcher/server/page/result_view.h"

namespace tracuu {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  text::escape_html(text, out);
  return out;
}

std::string element(const char* name, std::string_view text) {
  return std::string("<") + name + ">" + escaped(text) + "</" + name + ">\n";
}

std::string link(const char* rel, const std::string& href) {
  return std::string("<link") + rel + " href=\"" + escaped(href) + "\"/>\n";
}

// What has no date is of no day that a reader could miss.
std::string begin_of(const std::string& date) {
  constexpr std::string_view kNoDate = "1970-01-01";
  return (date.size() == kNoDate.size() ? date : std::string(kNoDate)) + "T00:00:00+07:00";
}

}  // namespace

http::Response feed_of(const FeedHead& head, const std::vector<Result>& results,
                       const Context& context) {
  const std::string base = base_url(context);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  xml += element("title", head.title);
  xml += element("id", base + head.self);
  xml += link(" rel=\"self\"", base + head.self);
  xml += link("", base + head.page);
  const std::string newest = begin_of(results.empty() ? "" : results.front().date);
  xml += element("updated", head.updated.empty() ? newest : head.updated);
  xml += "<author>" + element("name", context.site.settings().site_name(context.language)) +
         "</author>\n";
  for (const Result& result : results) {
    const std::string address = base + document_link(result.id, Address());
    const bool has_batch = head.is_of_batch && !head.updated.empty();
    xml += "<entry>\n" + element("title", result.title.empty() ? result.id : result.title) +
           element("id", address) + link("", address) +
           element("updated", has_batch ? head.updated : begin_of(result.date)) +
           element("summary", to_text(result.snippet.parts)) + "</entry>\n";
  }
  return {200, "application/atom+xml; charset=utf-8", xml + "</feed>\n", {}};
}

}  // namespace tracuu
