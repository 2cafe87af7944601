// The text of Office's files of 1997 to 2003, and of RTF.
//
//   read_doc    Word 97: the piece table's text with the font of each run; Word 6 and 95 without
//   fonts read_xls    Excel 97 (and 5, 95): sheets by name, then their rows; dates as 03/6/2020
//   read_ppt    PowerPoint 97: a slide a page
//   read_rtf    the text of Rich Text with its fonts and code pages
//
// Letters are given as windows-1252 shows their bytes; where the font says that they are TCVN3 or
// VNI they are decoded (core/text/legacy/font.h). The readers are our own: of 48 real files the
// text of catdoc, xls2csv and catppt, which know no fonts, gives back 0.88 of the marked letters
// once repaired, theirs 0.995 (tests/indexer/legacy_run.cc). Sources of the layouts: Microsoft's
// [MS-DOC], [MS-XLS], [MS-PPT] and the RTF specification 1.9.1.
//
// All return kBroken or kEncrypted where there is nothing to read; never throw for what is in a
// file; lengths in a file are checked against it before they are used. Cost: linear.

#pragma once

#include <string_view>
#include <variant>

#include "indexer/source/byte_stream.h"
#include "indexer/source/file_reader.h"

namespace tracuu::input {

std::variant<FileText, ReadProblem> read_doc(std::string_view bytes);
std::variant<FileText, ReadProblem> read_xls(std::string_view bytes);
std::variant<FileText, ReadProblem> read_ppt(std::string_view bytes);
std::variant<FileText, ReadProblem> read_rtf(std::string_view bytes);

}  // namespace tracuu::input
