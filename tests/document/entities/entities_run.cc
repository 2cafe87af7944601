// Prints what is read from a collection, to be checked by eye; run by hand.
//
//   xzcat news_tuoitre_2024.jsonl.xz | entities_run people|places|topics
//
// Each line of standard input is a document. One line of output for each thing found: identifier,
// what was found (topics without regard to keywords) and, for people, the text around the name. The
// speed stands at the end, on standard error.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "core/document/document_json.h"
#include "core/document/entities/entities.h"

namespace {

using tracuu::Document;

constexpr double kBytesPerMegabyte = 1e6;
constexpr std::size_t kAround = 60;  // bytes of text before and behind a name

std::string context(const std::string& body, const std::string& name) {
  const std::size_t at = body.find(name);
  if (at == std::string::npos) return {};
  const std::size_t begin = at < kAround ? 0 : at - kAround;
  std::string text = body.substr(begin, name.size() + 2 * kAround);
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void print(const Document& document, std::string_view what) {
  if (what == "people") {
    for (const tracuu::Person& person : document.people) {
      std::printf("%s\t%s\t%s\t%s\n", document.id.c_str(), person.name.c_str(),
                  person.title.c_str(), context(document.body, person.name).c_str());
    }
    return;
  }
  std::string list;
  for (const std::string& item : what == "places" ? document.places : document.topics) {
    list += (list.empty() ? "" : "; ") + item;
  }
  std::printf("%s\t%s\n\t%s\n", document.id.c_str(), document.title.c_str(), list.c_str());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc > 1 ? argv[1] : "people";
  std::size_t bytes = 0;
  std::chrono::duration<double> time{};
  for (std::string line; std::getline(std::cin, line);) {
    auto parsed = tracuu::parse_document_json(line);
    if (!parsed.document) continue;
    Document& document = *parsed.document;
    bytes += document.body.size();
    document.keywords.clear();
    const auto begin = std::chrono::steady_clock::now();
    tracuu::extract_entities(document);
    time += std::chrono::steady_clock::now() - begin;
    print(document, what);
  }
  std::fprintf(stderr, "%.0f MB/s\n",
               static_cast<double>(bytes) / kBytesPerMegabyte / time.count());
}
