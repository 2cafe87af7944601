// The text of Office's files since 2007 and of OpenDocument: zips of XML.
//
//   read_docx    paragraphs, tables as rows with tabs, footnotes at the end; no headers and
//   footers,
//                which are on every page; no deleted text of tracked changes
//   read_xlsx    a sheet's name, then its rows; dates as 03/6/2020
//   read_pptx    a slide a page
//   read_open_document    .odt, .ods and .odp
//
// All return kBroken, kEncrypted or kTooMuchText where there is nothing to read, and never throw
// for what is in a file. Cost: linear in the unpacked parts.

#pragma once

#include <string_view>
#include <variant>

#include "indexer/source/byte_stream.h"
#include "indexer/source/file_reader.h"

namespace tracuu::input {

std::variant<FileText, ReadProblem> read_docx(std::string_view bytes);
std::variant<FileText, ReadProblem> read_xlsx(std::string_view bytes);
std::variant<FileText, ReadProblem> read_pptx(std::string_view bytes);
std::variant<FileText, ReadProblem> read_open_document(std::string_view bytes);

}  // namespace tracuu::input
