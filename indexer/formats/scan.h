// Scans: PDF without a text layer, and pictures.
//
//   cong-van-quet.pdf  ->  the text that tesseract reads on its pages, is_ocr set
//   anh-hop.jpg        ->  kNoText: a photograph has none
//
// Without tesseract a scanned PDF is kScanned, which says what to install, and a picture
// kUnsupported, as most pictures are no documents.

#pragma once

#include <functional>
#include <string_view>
#include <variant>

#include "indexer/source/byte_stream.h"
#include "indexer/source/file_reader.h"

namespace tracuu::input {

// Reads the first kMaxOcrPages pages; calls `busy` before each. Cost: seconds a page.
std::variant<FileText, ReadProblem> read_scanned_pdf(std::string_view bytes,
                                                     const std::function<void()>& busy);

std::variant<FileText, ReadProblem> read_picture(std::string_view bytes, const std::string& mime,
                                                 const std::function<void()>& busy);

}  // namespace tracuu::input
