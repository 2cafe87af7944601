#include "indexer/formats/member.h"

#include <algorithm>
#include <utility>

#include "core/text/legacy/repair.h"
#include "core/text/utf8.h"

namespace tracuu::input {

std::string member_name(std::string_view name) {
  std::string text(name);
  if (text::count_malformed(text) > 0) text = text::repair_bytes(text).text;
  std::ranges::replace(text, '\\', '/');
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  std::string clean;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (!clean.empty()) clean += '/';
    clean += part;
  }
  return clean;
}

std::string joined_names(const std::string& folder, const std::string& name) {
  return folder.empty() ? name : folder + "/" + name;
}

void emit_problem(const std::string& member, ReadProblem problem, const Nesting& nesting) {
  FoundDocument found;
  found.member = member;
  found.problem = std::move(problem);
  nesting.emit.document(std::move(found));
}

}  // namespace tracuu::input
