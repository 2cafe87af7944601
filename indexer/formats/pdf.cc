#include "indexer/formats/pdf.h"

#include <algorithm>
#include <climits>
#include <ctime>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <poppler-document.h>
#include <poppler-font.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include "core/text/legacy/font.h"
#include "indexer/formats/page_edges.h"
#include "indexer/formats/word_gaps.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

constexpr int kMaxPages = 20'000;

// Fewer letters a page than this are stamps and signatures on a scan.
constexpr std::size_t kScanLettersPerPage = 20;

void ignore_message(const std::string& /*message*/, void* /*unused*/) {}

std::string utf8(const poppler::ustring& text) {
  const poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::vector<std::string> words_of(const poppler::page& page) {
  std::vector<std::string> words;
  const std::vector<poppler::text_box> boxes = page.text_list();
  words.reserve(boxes.size());
  for (const poppler::text_box& box : boxes) words.push_back(utf8(box.text()));
  return words;
}

// Whether the document uses fonts of TCVN3. They draw ư and ã where Latin has the soft hyphen and
// the middle dot, which PDF names as if they were signs of mathematics.
bool has_tcvn3_fonts(const poppler::document& document) {
  return std::ranges::any_of(document.fonts(), [](const poppler::font_info& font) {
    const auto encoding = text::font_encoding(font.name());
    return encoding && encoding->kind == text::RepairKind::kTcvn3;
  });
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
    at += to.size();
  }
}

// Of a page that lies on its side poppler gives each word a line of its own, in the right order;
// not so of what stands upright at its edges.
bool has_lone_words(std::string_view text) {
  constexpr std::size_t kMinLines = 20;
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
  const auto blanks = static_cast<std::size_t>(std::ranges::count(text, ' '));
  return lines >= kMinLines && blanks * 4 < lines;
}

// The text of a page, and its words where its lines are still to be joined.
struct PageText {
  std::string text;
  std::vector<std::string> words;
};

PageText page_text(const poppler::page& page, bool is_tcvn3) {
  PageText read{utf8(page.text(poppler::rectf(), poppler::page::raw_order_layout)), words_of(page)};
  std::erase(read.text, '\f');
  if (!has_lone_words(read.text)) {
    read.text = with_word_gaps(read.text, std::exchange(read.words, {}));
  }
  if (is_tcvn3) {
    replace_all(read.text, "\u2212", "\u00AD");
    replace_all(read.text, "\u2219", "\u00B7");
  }
  return read;
}

std::string with_lines_joined(std::string text, const std::vector<std::string>& words) {
  std::ranges::replace(text, '\n', ' ');
  return with_word_gaps(text, words);
}

std::string iso_date(std::time_t seconds) {
  std::tm parts{};
  constexpr std::time_t kFirst = 315532800;  // 1980: programs that know no date write less
  if (seconds < kFirst || gmtime_r(&seconds, &parts) == nullptr) return {};
  char text[16] = {};
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d", &parts)};
}

// Joins the pages to a body and notes where each begins.
void put_together(const std::vector<std::string>& pages, FileText& text) {
  for (const std::string& page : pages) {
    text.pages.push_back(text.body.size());
    text.body += page;
    if (!page.empty() && page.back() != '\n') text.body += '\n';
  }
}

}  // namespace

std::variant<FileText, ReadProblem> read_pdf(std::string_view bytes) {
  poppler::set_debug_error_function(ignore_message, nullptr);
  if (bytes.size() > INT_MAX) return ReadProblem{SkipReason::kBroken, "too large for a PDF"};
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return ReadProblem{SkipReason::kBroken, "no PDF that can be opened"};
  if (document->is_locked()) return ReadProblem{SkipReason::kEncrypted, {}};
  const bool is_tcvn3 = has_tcvn3_fonts(*document);
  std::vector<std::string> pages;
  std::vector<std::vector<std::string>> words;  // of pages whose lines are to be joined
  std::size_t total = 0;
  for (int i = 0; i < std::min(document->pages(), kMaxPages); ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    PageText read = page ? page_text(*page, is_tcvn3) : PageText();
    pages.push_back(std::move(read.text));
    words.push_back(std::move(read.words));
    total += pages.back().size();
    if (total > kMaxTextBytes) {
      return ReadProblem{SkipReason::kTooMuchText, size_in_words(kMaxTextBytes)};
    }
  }
  if (pages.empty()) return ReadProblem{SkipReason::kBroken, "no pages"};
  if (total < kScanLettersPerPage * pages.size()) return ReadProblem{SkipReason::kScanned, {}};
  drop_page_edges(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!words[i].empty()) pages[i] = with_lines_joined(std::move(pages[i]), words[i]);
  }
  FileText text;
  put_together(pages, text);
  text.properties = {utf8(document->info_key("Title")), utf8(document->info_key("Author")),
                     iso_date(document->info_date_t("CreationDate"))};
  return text;
}

}  // namespace tracuu::input
