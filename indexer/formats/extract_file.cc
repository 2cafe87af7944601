#include "indexer/formats/extract_file.h"

#include <string>
#include <utility>
#include <variant>

#include "core/text/legacy/repair.h"
#include "indexer/extract/html.h"
#include "indexer/extract/markdown.h"
#include "indexer/extract/text.h"
#include "indexer/formats/archive.h"
#include "indexer/formats/content_type.h"
#include "indexer/formats/mail.h"
#include "indexer/formats/member.h"
#include "indexer/formats/office97.h"
#include "indexer/formats/office_xml.h"
#include "indexer/formats/pdf.h"
#include "indexer/formats/scan.h"
#include "indexer/source/decode.h"

namespace tracuu::input {
namespace {

using Read = std::variant<FileText, ReadProblem>;

FileText text_of(Document document) {
  FileText text;
  text.title = std::move(document.title);
  text.body = std::move(document.body);
  text.author = std::move(document.author);
  text.date = std::move(document.date);
  return text;
}

Read read_plain(std::string_view bytes, ContentType type) {
  auto decoded = decode_text(std::string(bytes));
  if (auto* problem = std::get_if<ReadProblem>(&decoded)) return std::move(*problem);
  auto& [text, malformed] = std::get<DecodedText>(decoded);
  if (type == ContentType::kHtml) {
    HtmlDocument page = html_document(text);
    if (page.too_complex) return ReadProblem{SkipReason::kTooComplex, {}};
    FileText read = text_of(std::move(page.document));
    read.malformed = page.malformed;
    return read;
  }
  if (malformed > 0) text = text::read_bytes(text);
  FileText read =
      text_of(type == ContentType::kMarkdown ? markdown_document(std::move(text)).document
                                             : text_document(std::move(text)));
  read.malformed = malformed;
  return read;
}

bool is_scan(const Read& read) {
  const auto* problem = std::get_if<ReadProblem>(&read);
  return problem != nullptr && problem->reason == SkipReason::kScanned;
}

Read read_as(const Detected& detected, std::string_view bytes, const Emit& emit) {
  switch (detected.type) {
    case ContentType::kPdf:
      if (Read read = read_pdf(bytes); !is_scan(read)) return read;
      return read_scanned_pdf(bytes, emit.busy);
    case ContentType::kImage:
      return read_picture(bytes, detected.mime, emit.busy);
    case ContentType::kHtml:
    case ContentType::kMarkdown:
    case ContentType::kText:
      return read_plain(bytes, detected.type);
    case ContentType::kDoc:
      return read_doc(bytes);
    case ContentType::kXls:
      return read_xls(bytes);
    case ContentType::kPpt:
      return read_ppt(bytes);
    case ContentType::kRtf:
      return read_rtf(bytes);
    case ContentType::kDocx:
      return read_docx(bytes);
    case ContentType::kXlsx:
      return read_xlsx(bytes);
    case ContentType::kPptx:
      return read_pptx(bytes);
    case ContentType::kOpenDocument:
      return read_open_document(bytes);
    case ContentType::kEncrypted:
      return ReadProblem{SkipReason::kEncrypted, {}};
    default:
      break;
  }
  return ReadProblem{SkipReason::kUnsupported, detected.mime};
}

void extract_one(std::string_view bytes, std::string_view name, const std::string& member,
                 std::size_t depth, Nesting& nesting) {
  nesting.emit.busy();
  const Detected detected = detect(bytes, name);
  const bool is_container =
      detected.type == ContentType::kArchive || detected.type == ContentType::kMail;
  if (is_container && depth == kMaxNesting) {
    emit_problem(member, {SkipReason::kNested, std::to_string(kMaxNesting)}, nesting);
  } else if (detected.type == ContentType::kArchive) {
    read_archive(bytes, name, member, depth + 1, nesting);
  } else if (detected.type == ContentType::kMail) {
    read_mail(bytes, member, depth + 1, nesting);
  } else {
    FoundDocument found;
    found.member = member;
    Read read = read_as(detected, bytes, nesting.emit);
    if (auto* problem = std::get_if<ReadProblem>(&read)) {
      found.problem = std::move(*problem);
    } else {
      found.text = std::move(std::get<FileText>(read));
    }
    nesting.emit.document(std::move(found));
  }
}

}  // namespace

void extract_member(std::string_view bytes, const std::string& member, std::size_t depth,
                    Nesting& nesting) {
  extract_one(bytes, member, member, depth, nesting);
}

void extract_file(std::string_view bytes, std::string_view name, const Emit& emit) {
  Nesting nesting{emit};
  extract_one(bytes, name, {}, 0, nesting);
}

}  // namespace tracuu::input
