#include "indexer/source/records.h"

#include <string>
#include <utility>
#include <variant>

#include "core/text/legacy/repair.h"
#include "indexer/extract/complete.h"
#include "indexer/extract/encoding.h"
#include "indexer/extract/html.h"
#include "indexer/extract/markdown.h"
#include "indexer/extract/text.h"
#include "indexer/source/byte_stream.h"
#include "indexer/source/decode.h"
#include "indexer/source/json_item.h"
#include "indexer/source/json_records.h"
#include "indexer/source/read_records.h"

namespace tracuu::input {
namespace {

// .txt, .md, .html: the file is the document.
class SingleRecord : public Records {
 public:
  SingleRecord(const WalkedFile& file, const SourceOptions& options)
      : file_(file), options_(options) {}

  std::optional<SourceItem> next() override {
    if (std::exchange(is_done_, true)) return std::nullopt;
    ByteStream bytes(file_.path, file_.kind.compression);
    auto read = read_text(bytes, options_.limits.file_bytes);
    consumed_ = bytes.consumed_bytes();
    if (const auto* problem = std::get_if<ReadProblem>(&read)) {
      return skip_item({problem->reason, file_.relative, 0, problem->detail, 1, {}});
    }
    SourceItem item = extract(std::move(std::get<DecodedText>(read)));
    auto* document = std::get_if<Document>(&item.result);
    if (!document) return item;
    const Place place{file_.relative, 0, 0, false};
    if (auto refused = identify(*document, place, options_.id_from)) {
      return skip_item(std::move(*refused));
    }
    repair_encoding(*document);
    if (!document->repairs.empty()) item.malformed = 0;
    if (!complete(*document)) {
      return skip_item({SkipReason::kNoText, file_.relative, 0, {}, 1, {}});
    }
    return item;
  }

  std::uint64_t consumed_bytes() const override { return consumed_; }

 private:
  SourceItem extract(DecodedText decoded) const {
    SourceItem item;
    item.malformed = decoded.malformed;
    // A page may declare what it is in: html_document() takes its bytes.
    if (decoded.malformed > 0 && file_.kind.format != Format::kHtml) {
      decoded.text = text::read_bytes(decoded.text);
    }
    if (file_.kind.format == Format::kMarkdown) {
      MarkdownDocument markdown = markdown_document(std::move(decoded.text));
      item.result = std::move(markdown.document);
      item.warnings = std::move(markdown.warnings);
    } else if (file_.kind.format == Format::kHtml) {
      HtmlDocument html = html_document(decoded.text);
      if (html.too_complex) {
        return skip_item({SkipReason::kTooComplex, file_.relative, 0, {}, 1, {}});
      }
      item.malformed = html.malformed;
      item.result = std::move(html.document);
    } else {
      item.result = text_document(std::move(decoded.text));
    }
    return item;
  }

  const WalkedFile& file_;
  const SourceOptions& options_;
  bool is_done_ = false;
  std::uint64_t consumed_ = 0;
};

}  // namespace

std::unique_ptr<Records> open_records(const WalkedFile& file, const SourceOptions& options) {
  if (options.reader != nullptr && file.kind.compression == Compression::kNone) {
    ByteStream bytes(file.path, Compression::kNone);
    if (is_container(bytes.next())) {
      return open_read_records(file, options.reader->read(file.path, file.relative));
    }
  }
  switch (file.kind.format) {
    case Format::kJsonLines:
      return open_json_lines(file, options);
    case Format::kJson:
      return open_json_file(file, options);
    case Format::kText:
    case Format::kMarkdown:
    case Format::kHtml:
    case Format::kByContent:
      break;
  }
  return std::make_unique<SingleRecord>(file, options);
}

}  // namespace tracuu::input
