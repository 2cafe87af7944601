#include "indexer/formats/scan.h"

#include <algorithm>
#include <climits>
#include <memory>
#include <string>

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include "core/text/legacy/quality.h"
#include "indexer/formats/ocr.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

constexpr int kDotsPerInch = 300;
constexpr double kPointsPerInch = 72;

// Less is what tesseract sees in trees and faces.
constexpr std::size_t kMinSyllables = 12;
constexpr double kMinShare = 0.6;

// Loaded with the first scan.
Ocr& engine() {
  static Ocr ocr;
  return ocr;
}

// Dots an inch at which a page has no more than kMaxPixels.
int resolution_for(const poppler::page& page) {
  const poppler::rectf size = page.page_rect();
  const double inches = size.width() * size.height() / (kPointsPerInch * kPointsPerInch);
  int dots = kDotsPerInch;
  while (dots > 1 && inches * dots * dots > static_cast<double>(kMaxPixels)) dots /= 2;
  return dots;
}

std::string read_page(const poppler::page& page) {
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  const int dots = resolution_for(page);
  const poppler::image image = renderer.render_page(&page, dots, dots);
  if (!image.is_valid()) return {};
  return engine().read({image.width(), image.height(), image.bytes_per_row(), image.const_data()},
                       dots);
}

}  // namespace

std::variant<FileText, ReadProblem> read_scanned_pdf(std::string_view bytes,
                                                     const std::function<void()>& busy) {
  if (bytes.size() > INT_MAX || !engine().is_ready()) return ReadProblem{SkipReason::kScanned, {}};
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) return ReadProblem{SkipReason::kBroken, "no PDF that can be opened"};
  FileText text;
  text.is_ocr = true;
  const int count = std::min(document->pages(), static_cast<int>(kMaxOcrPages));
  for (int i = 0; i < count; ++i) {
    busy();
    text.pages.push_back(text.body.size());
    const std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) text.body += read_page(*page);
    if (!text.body.empty() && text.body.back() != '\n') text.body += '\n';
  }
  return text;
}

std::variant<FileText, ReadProblem> read_picture(std::string_view bytes, const std::string& mime,
                                                 const std::function<void()>& busy) {
  if (!engine().is_ready()) return ReadProblem{SkipReason::kUnsupported, mime};
  FileText text;
  text.is_ocr = true;
  std::size_t pages = 0;
  text.body = engine().read_file(bytes, kMaxOcrPages, busy, pages);
  const text::TextQuality quality = text::text_quality(text.body);
  if (quality.syllables < kMinSyllables || quality.share() < kMinShare) {
    return ReadProblem{SkipReason::kNoText, {}};
  }
  return text;
}

}  // namespace tracuu::input
