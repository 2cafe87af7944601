// Measures the repair of legacy encodings on a collection: how much of what each encoding can hold
// comes back, and that text in Unicode stays as it is.
//
//   xz -dc ../shared/corpora/*.xz | build/dev/tests/text/legacy/reencode_run [documents]
//
// Reads JSON Lines with the fields title and body. Every document is repaired as it stands
// ("unchanged"); evenly chosen ones (1,000) are written in each encoding and repaired, as bytes of
// a file and as text that was read as cp1252. "letters" is the share of letters beyond ASCII that
// come back, in their place, case aside for TCVN3; letters without a code are left out.
// Prints one table; ids of changed documents go to stderr.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "core/text/fold.h"
#include "core/text/legacy/cp1252.h"
#include "core/text/legacy/repair.h"
#include "core/text/utf8.h"
#include "tests/text/legacy/reencode.h"

namespace {

using namespace tracuu::text;  // NOLINT(google-build-using-namespace): a program of one file

constexpr std::size_t kDocuments = 1000;
constexpr double kMegabyte = 1e6;

struct Document {
  std::string id;
  std::string text;
};

std::string nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::Normalizer2::getNFCInstance(status)->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink, nullptr, status);
  return out;
}

std::vector<Document> read_documents(std::istream& in) {
  std::vector<Document> documents;
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) continue;
    documents.push_back(
        {json.value("id", ""), json.value("title", "") + "\n" + json.value("body", "")});
  }
  return documents;
}

struct Count {
  std::size_t letters = 0;
  std::size_t same = 0;
  double share() const {
    return letters == 0 ? 1.0 : static_cast<double>(same) / static_cast<double>(letters);
  }
};

// The letters beyond ASCII of a word that come back in their place.
void compare_words(std::string_view want, std::string_view got, Count& count) {
  std::size_t j = 0;
  for (std::size_t i = 0; i < want.size();) {
    const Decoded a = decode(want, i);
    const Decoded b = j < got.size() ? decode(got, j) : Decoded{.value = 0, .length = 0};
    if (a.value >= 0x80 && u_isalpha(static_cast<UChar32>(a.value))) {
      ++count.letters;
      if (a.value == b.value) ++count.same;
    }
    i += a.length;
    j += b.length;
  }
}

std::string_view next_word(std::string_view text, std::size_t& at) {
  at = std::min(text.find_first_not_of(" \n\t\r", at), text.size());
  const std::size_t begin = at;
  at = std::min(text.find_first_of(" \n\t\r", at), text.size());
  return text.substr(begin, at - begin);
}

void compare(std::string_view want, std::string_view got, Count& count) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < want.size()) {
    const std::string_view word = next_word(want, i);
    compare_words(word, next_word(got, j), count);
  }
}

struct Line {
  RepairKind kind = RepairKind::kMojibake;
  Count bytes;
  Count text;
  std::size_t whole = 0;  // documents that come back letter by letter
  std::size_t size = 0;   // bytes repaired
  double seconds = 0;
};

void measure(const Document& document, const Encoder& encoder, Line& line) {
  const Encoded encoded = encoder.encode(document.text);
  const bool is_case_kept = line.kind != RepairKind::kTcvn3;
  const auto form = [&](std::string_view text) {
    return is_case_kept ? std::string(text) : tracuu::fold(text, tracuu::Marks::kKeep);
  };
  const std::string want = form(encoded.kept);
  const auto start = std::chrono::steady_clock::now();
  const std::string from_bytes = form(repair_bytes(encoded.bytes).text);
  line.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  line.size += encoded.bytes.size();
  Count count;
  compare(want, from_bytes, count);
  line.bytes.letters += count.letters;
  line.bytes.same += count.same;
  const bool is_text =
      line.kind == RepairKind::kMojibake || line.kind == RepairKind::kDoubleMojibake;
  const std::string text =
      is_text ? encoded.bytes : tracuu::text::legacy::cp1252_text(encoded.bytes);
  Count as_text;
  compare(want, form(repair_document(text).text), as_text);
  line.text.letters += as_text.letters;
  line.text.same += as_text.same;
  const bool is_whole = count.same == count.letters && as_text.same == as_text.letters;
  line.whole += is_whole ? 1 : 0;
  if (!is_whole && std::getenv("REENCODE_SHOW") != nullptr) {
    std::cerr << repair_code(line.kind) << ' ' << document.id << ' ' << count.share() << ' '
              << as_text.share() << '\n';
  }
}

std::size_t count_changed(const std::vector<Document>& documents) {
  std::size_t changed = 0;
  std::size_t damaged = 0;
  std::size_t bytes = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const Document& document : documents) {
    const RepairedText repaired = repair_document(document.text);
    bytes += document.text.size();
    damaged += repaired.is_damaged ? 1 : 0;
    if (repaired.repairs.empty()) continue;
    ++changed;
    std::cerr << "changed " << document.id;
    for (const Repair& repair : repaired.repairs) {
      std::cerr << ' ' << repair_code(repair.kind) << ' ' << repair.paragraphs << ' '
                << repair.letters;
    }
    std::cerr << '\n';
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::printf("as they stand: %zu documents, %zu changed, %zu called damaged, %.0f MB/s\n",
              documents.size(), changed, damaged,
              static_cast<double>(bytes) / kMegabyte / seconds.count());
  return changed;
}

void run(std::size_t wanted) {
  std::vector<Document> documents = read_documents(std::cin);
  count_changed(documents);
  const std::size_t step =
      std::max<std::size_t>(1, documents.size() / std::max<std::size_t>(1, wanted));
  std::vector<Document> sample;
  for (std::size_t i = 0; i < documents.size() && sample.size() < wanted; i += step) {
    sample.push_back({documents[i].id, nfc(documents[i].text)});
  }
  std::printf("%-16s %12s %10s %10s %8s %8s\n", "encoding", "letters", "bytes", "text", "whole",
              "MB/s");
  for (const RepairKind kind : kDecodedKinds) {
    const Encoder encoder(kind);
    Line line;
    line.kind = kind;
    for (const Document& document : sample) measure(document, encoder, line);
    std::printf("%-16s %12zu %10.6f %10.6f %4zu/%zu %8.1f\n",
                std::string(repair_code(kind)).c_str(), line.bytes.letters, line.bytes.share(),
                line.text.share(), line.whole, sample.size(),
                static_cast<double>(line.size) / kMegabyte / line.seconds);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(argc > 1 ? std::strtoull(argv[1], nullptr, 10) : kDocuments);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
  }
  return 0;
}
