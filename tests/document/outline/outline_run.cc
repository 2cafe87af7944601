// Measures the outline over a collection; run by hand.
//
//   xzcat legal_phapdien_docs.jsonl.xz | outline_run [--all | --nodes]
//
// Each line of standard input is a document with a body. For each whose articles have a gap or do
// not begin at 1: identifier, highest article, the numbers missing. --all prints every document,
// --nodes every node. At the end the share of documents without a gap, over those with articles,
// and the speed.

#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/document/outline/outline.h"

namespace {

using tracuu::Outline;
using tracuu::OutlineKind;
using tracuu::OutlineNode;

constexpr double kBytesPerMegabyte = 1e6;
constexpr std::size_t kMaxShown = 60;  // bytes of a heading

// Articles that are missing in their series: "8 17"; "from 5" when one begins later than 1.
struct Gaps {
  int articles = 0;
  int highest = 0;
  std::string missing;
};

Gaps find_gaps(const Outline& outline) {
  Gaps gaps;
  std::string prefix;
  int last = 0;
  for (const OutlineNode& node : outline) {
    if (node.kind != OutlineKind::kArticle) continue;
    ++gaps.articles;
    const std::string series = node.anchor.substr(0, node.anchor.rfind("dieu-"));
    if (series != prefix) last = 0;
    prefix = series;
    const int number = std::stoi(node.number);
    gaps.highest = std::max(gaps.highest, number);
    if (number > last + 1) {
      gaps.missing += (gaps.missing.empty() ? "" : ", ") + std::to_string(last) + "→" + node.anchor;
    }
    last = number;
  }
  return gaps;
}

void print_nodes(const std::string& body, const Outline& outline) {
  for (const OutlineNode& node : outline) {
    std::string heading =
        body.substr(node.heading_offset, std::min(node.heading_length, kMaxShown));
    for (char& c : heading) c = c == '\n' ? ' ' : c;
    std::printf("%8zu +%-7zu %-40s %-30s %s\n", node.offset, node.length, node.label.c_str(),
                node.anchor.c_str(), heading.c_str());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view option = argc > 1 ? argv[1] : "";
  std::size_t bytes = 0;
  std::size_t nodes = 0;
  int with_articles = 0;
  int without_gap = 0;
  std::chrono::duration<double> time{};
  for (std::string line; std::getline(std::cin, line);) {
    const auto record = nlohmann::json::parse(line);
    const auto body = record.value("body", "");
    const auto begin = std::chrono::steady_clock::now();
    const Outline outline = tracuu::find_outline(body);
    time += std::chrono::steady_clock::now() - begin;
    bytes += body.size();
    nodes += outline.size();
    const Gaps gaps = find_gaps(outline);
    with_articles += gaps.articles > 0 ? 1 : 0;
    without_gap += gaps.articles > 0 && gaps.missing.empty() ? 1 : 0;
    if (option == "--all" || option == "--nodes" || !gaps.missing.empty()) {
      std::printf("%s\t%d of %d\t%s\n", record.value("id", "").c_str(), gaps.articles, gaps.highest,
                  gaps.missing.c_str());
    }
    if (option == "--nodes") print_nodes(body, outline);
  }
  std::printf("%d of %d documents with articles have no gap; %zu nodes; %.0f MB/s\n", without_gap,
              with_articles, nodes, static_cast<double>(bytes) / kBytesPerMegabyte / time.count());
}
