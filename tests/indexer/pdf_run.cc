// How well the text of PDFs agrees with known texts of the same documents, in order.
//
//   pdf_run /work/shared/pdf /work/shared/corpora/legal_congbao_2009_2026.jsonl.xz
//
// For each NAME.pdf the document "cb-NAME" is the truth. Both are cut into tokens by the analyzer;
// agreement is the share of the truth's tokens in the longest common sequence with ours. Running
// heads of the gazette and lone page numbers are left out of the truth, which has them; ours has
// dropped them by itself and is taken as it is. What our text has behind the truth's end is not
// counted. Ends with status 1 where a file stays below kWanted.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/text/analyzer.h"
#include "core/text/word_form.h"
#include "indexer/formats/extract_file.h"
#include "indexer/source/source.h"

namespace tracuu {
namespace {

constexpr double kWanted = 0.99;
constexpr std::size_t kMaxPageDigits = 4;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_head(std::string_view line) {
  return line.find("CÔNG BÁO/") != std::string_view::npos;
}

bool is_number(std::string_view line) {
  return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

// Which lines of the truth are page numbers: of the numbers that stand alone the longest chain in
// which each is the one before, the next or the next but one.
std::set<std::size_t> page_numbers(const std::vector<std::string_view>& lines) {
  struct Link {
    std::size_t line = 0;
    long number = 0;
    std::size_t length = 1;
    std::size_t before = SIZE_MAX;
  };
  std::vector<Link> links;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (is_number(lines[i]) && lines[i].size() <= kMaxPageDigits) {
      links.push_back({i, std::stol(std::string(lines[i]))});
    }
  }
  std::size_t best = SIZE_MAX;
  for (std::size_t i = 0; i < links.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const long step = links[i].number - links[k].number;
      if (step < 0 || step > 2 || links[k].length < links[i].length) continue;
      links[i].length = links[k].length + 1;
      links[i].before = k;
    }
    if (best == SIZE_MAX || links[i].length > links[best].length) best = i;
  }
  std::set<std::size_t> pages;
  for (; best != SIZE_MAX; best = links[best].before) pages.insert(links[best].line);
  return pages;
}

// The truth without running heads and the numbers of pages.
std::string without_edges(std::string_view truth) {
  std::string kept;
  const std::vector<std::string_view> lines = lines_of(truth);
  const std::set<std::size_t> pages = page_numbers(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_head(lines[i]) && !pages.contains(i)) kept.append(lines[i]).append(1, '\n');
  }
  return kept;
}

std::vector<std::string> tokens_of(const std::string& text, const text::Analyzer& analyzer) {
  text::Analysis analysis;
  analyzer.analyze(text, analysis);
  std::vector<std::string> tokens;
  tokens.reserve(analysis.tokens.size());
  for (const text::Token& token : analysis.tokens) {
    const std::string_view word =
        std::string_view(text).substr(token.begin, token.end - token.begin);
    tokens.push_back(text::word_form(word).toned);
  }
  return tokens;
}

// Returns how many tokens must be left out of `truth` (not of `ours`) for it to be in `ours` in
// order: the shortest edits, greedily along diagonals, linear times the differences.
std::size_t missing(const std::vector<std::string>& truth, const std::vector<std::string>& ours) {
  const auto n = static_cast<std::ptrdiff_t>(truth.size());
  const auto m = static_cast<std::ptrdiff_t>(ours.size());
  std::vector<std::ptrdiff_t> furthest(static_cast<std::size_t>(2 * (n + m) + 3), 0);
  const auto at = [&](std::ptrdiff_t k) -> std::ptrdiff_t& {
    return furthest[static_cast<std::size_t>(k + n + m + 1)];
  };
  for (std::ptrdiff_t edits = 0; edits <= n + m; ++edits) {
    for (std::ptrdiff_t k = -edits; k <= edits; k += 2) {
      const bool down = k == -edits || (k != edits && at(k - 1) < at(k + 1));
      std::ptrdiff_t x = down ? at(k + 1) : at(k - 1) + 1;
      std::ptrdiff_t y = x - k;
      while (x < n && y < m && y >= 0 &&
             truth[static_cast<std::size_t>(x)] == ours[static_cast<std::size_t>(y)]) {
        ++x;
        ++y;
      }
      at(k) = x;
      // edits = left out of truth + left out of ours; x - y = k = the first less the second.
      if (x >= n && y <= m) return static_cast<std::size_t>((edits + k) / 2);
    }
  }
  return truth.size();
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  std::string body;
  input::extract_file(bytes, file.filename().string(),
                      {[&](const input::FoundDocument& found) { body += found.text.body; }, [] {}});
  return body;
}

int run(const std::filesystem::path& folder, const std::string& corpus) {
  std::map<std::string, std::string> truths;
  input::Source source({corpus}, {});
  while (auto item = source.next()) {
    if (auto* document = std::get_if<Document>(&item->result)) {
      truths[document->id] = std::move(document->body);
    }
  }
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path());
  const text::Analyzer analyzer;
  std::size_t below = 0;
  std::size_t all = 0;
  std::size_t all_missing = 0;
  for (const std::filesystem::path& file : files) {
    const auto truth = truths.find("cb-" + file.stem().string());
    if (file.extension() != ".pdf" || truth == truths.end()) continue;
    const auto wanted = tokens_of(without_edges(truth->second), analyzer);
    const std::size_t lost = missing(wanted, tokens_of(text_of(file), analyzer));
    const double agreement = 1 - static_cast<double>(lost) /
                                     static_cast<double>(std::max<std::size_t>(1, wanted.size()));
    std::printf("%.4f  %6zu tokens, %4zu missing  %s\n", agreement, wanted.size(), lost,
                file.stem().c_str());
    all += wanted.size();
    all_missing += lost;
    below += agreement < kWanted ? 1 : 0;
  }
  std::printf(
      "%.4f  %6zu tokens; files below %.2f: %zu\n",
      1 - static_cast<double>(all_missing) / static_cast<double>(std::max<std::size_t>(1, all)),
      all, kWanted, below);
  return below == 0 && all > 0 ? 0 : 1;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: pdf_run FOLDER CORPUS\n");
    return 2;
  }
  return tracuu::run(argv[1], argv[2]);
}
