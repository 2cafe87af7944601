// The text of a PDF, page by page, in reading order.
//
//   page 2 of a decision   "CÔNG BÁO/Số 146/Ngày 11-03-2026 102\n1. Thông tư số …"
//     ->  pages {0, 2210}, body "…\n1. Thông tư số …"    running head and page number left out
//
// Order is that of the page's content stream, which office programs write as one reads, column by
// column and cell by cell; where words end is judged by the gaps between letters. poppler ends in
// pdf.cc. A file without text is kScanned, for ocr.h to read.

#pragma once

#include <string_view>
#include <variant>

#include "indexer/source/byte_stream.h"
#include "indexer/source/file_reader.h"

namespace tracuu::input {

// Returns the text of the file. Problems: kBroken, kEncrypted, kScanned, kTooMuchText. Never throws
// for what is in the file. Some 80 pages of the gazette a second.
std::variant<FileText, ReadProblem> read_pdf(std::string_view bytes);

}  // namespace tracuu::input
