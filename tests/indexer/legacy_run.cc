// How many marked letters of real files in legacy encodings come back.
//
//   legacy_run /work/shared/legacy_encoding
//
// manifest.tsv names each file and its transcript in Unicode. The file is read and repaired as the
// indexer does. Both texts are cut into words, aligned in order on their forms without marks and
// case, and a marked letter of the transcript counts when the same letter stands in the word it is
// aligned with. Case is ignored: transcripts have text in capital fonts in small letters. Ends with
// status 1 where the share of all letters is below kWanted or a file cannot be read.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"
#include "core/text/analyzer.h"
#include "core/text/utf8.h"
#include "core/text/word_form.h"
#include "indexer/extract/encoding.h"
#include "indexer/formats/extract_file.h"

namespace tracuu {
namespace {

constexpr double kWanted = 0.99;

// Texts that differ more are not aligned, and count as lost: the way back takes the square of it.
constexpr long kMaxEdits = 6000;

struct Word {
  std::string toned;
  std::string toneless;
};

std::vector<Word> words_of(const std::string& text, const text::Analyzer& analyzer) {
  text::Analysis analysis;
  analyzer.analyze(text, analysis);
  std::vector<Word> words;
  words.reserve(analysis.tokens.size());
  for (const text::Token& token : analysis.tokens) {
    const auto bytes = std::string_view(text).substr(token.begin, token.end - token.begin);
    text::WordForm form = text::word_form(bytes);
    words.push_back({std::move(form.toned), std::move(form.toneless)});
  }
  return words;
}

// Letters beyond ASCII: of a Vietnamese word in lower case, its marked ones.
std::size_t marked_letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::ranges::count_if(word, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
}

std::size_t same_letters(std::string_view a, std::string_view b) {
  std::size_t same = 0;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const text::Decoded x = text::decode(a, i);
    const text::Decoded y = text::decode(b, j);
    same += x.length > 1 && x.value == y.value ? 1 : 0;
    i += x.length;
    j += y.length;
  }
  return same;
}

// Returns, for each word of `truth`, the word of `ours` that it is aligned with, or -1: the
// shortest edits, greedily along diagonals, with the way back kept.
std::vector<long> aligned(const std::vector<Word>& truth, const std::vector<Word>& ours) {
  const long n = static_cast<long>(truth.size());
  const long m = static_cast<long>(ours.size());
  std::vector<std::vector<long>> trace;
  std::vector<long> result(truth.size(), -1);
  std::vector<long> before{0};
  for (long edits = 0; edits <= std::min(n + m, kMaxEdits); ++edits) {
    std::vector<long> now(static_cast<std::size_t>(2 * edits + 1));
    long found = edits + 1;
    for (long k = -edits; k <= edits; k += 2) {
      const auto past =
          [&](long d) {  // of the step before, whose diagonals are -(edits-1) … edits-1
            return before[static_cast<std::size_t>(d + edits - 1)];
          };
      long x = 0;
      if (edits > 0) {
        const bool down = k == -edits || (k != edits && past(k - 1) < past(k + 1));
        x = down ? past(k + 1) : past(k - 1) + 1;
      }
      long y = x - k;
      while (x < n && y < m &&
             truth[static_cast<std::size_t>(x)].toneless ==
                 ours[static_cast<std::size_t>(y)].toneless) {
        ++x;
        ++y;
      }
      now[static_cast<std::size_t>(k + edits)] = x;
      if (x >= n && y >= m) {
        found = k;
        break;
      }
    }
    trace.push_back(now);
    before = std::move(now);
    if (found > edits) continue;
    long x = n;
    long k = found;
    for (long step = edits; step >= 0; --step) {
      long from = 0;
      long from_k = k;
      if (step > 0) {
        const auto& past = trace[static_cast<std::size_t>(step - 1)];
        const auto at = [&](long d) { return past[static_cast<std::size_t>(d + step - 1)]; };
        const bool down = k == -step || (k != step && at(k - 1) < at(k + 1));
        from_k = down ? k + 1 : k - 1;
        from = down ? at(from_k) : at(from_k) + 1;
      }
      for (; x > from; --x) {
        result[static_cast<std::size_t>(x - 1)] = x - 1 - k;
      }
      if (step > 0) x = from_k > k ? from : from - 1;
      k = from_k;
    }
    return result;
  }
  return result;
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string text_of(const std::filesystem::path& file) {
  Document document;
  input::extract_file(
      bytes_of(file), file.filename().string(),
      {[&](const input::FoundDocument& found) { document.body += found.text.body; }, [] {}});
  input::repair_encoding(document);
  return document.body;
}

int run(const std::filesystem::path& folder) {
  std::ifstream manifest(folder / "manifest.tsv");
  const text::Analyzer analyzer;
  std::string line;
  std::getline(manifest, line);
  std::size_t all = 0;
  std::size_t all_found = 0;
  std::size_t unreadable = 0;
  while (std::getline(manifest, line)) {
    std::istringstream fields(line);
    std::string file;
    std::string encoding;
    std::string truth;
    std::getline(fields, file, '\t');
    std::getline(fields, encoding, '\t');
    std::getline(fields, truth, '\t');
    const std::vector<Word> wanted = words_of(bytes_of(folder / truth), analyzer);
    const std::vector<Word> ours = words_of(text_of(folder / file), analyzer);
    const std::vector<long> partner = aligned(wanted, ours);
    std::size_t marked = 0;
    std::size_t found = 0;
    std::size_t lost_words = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      marked += marked_letters(wanted[i].toned);
      if (partner[i] < 0) {
        lost_words += marked_letters(wanted[i].toned) > 0 ? 1 : 0;
        continue;
      }
      found += same_letters(wanted[i].toned, ours[static_cast<std::size_t>(partner[i])].toned);
    }
    unreadable += ours.empty() ? 1 : 0;
    all += marked;
    all_found += found;
    std::printf("%.4f  %6zu marked letters, %4zu lost, %4zu marked words not found  %s\n",
                static_cast<double>(found) / static_cast<double>(std::max<std::size_t>(1, marked)),
                marked, marked - found, lost_words, file.c_str());
  }
  const double share =
      static_cast<double>(all_found) / static_cast<double>(std::max<std::size_t>(1, all));
  std::printf("%.4f  %6zu marked letters; unreadable files: %zu\n", share, all, unreadable);
  return share >= kWanted && unreadable == 0 && all > 0 ? 0 : 1;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: legacy_run FOLDER\n");
    return 2;
  }
  return tracuu::run(argv[1]);
}
