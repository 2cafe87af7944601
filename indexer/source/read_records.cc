#include "indexer/source/read_records.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/extract/complete.h"
#include "indexer/extract/encoding.h"
#include "indexer/source/identity.h"
#include "indexer/source/json_item.h"

namespace tracuu::input {
namespace {

class ReadRecords : public Records {
 public:
  ReadRecords(const WalkedFile& file, std::future<std::vector<FoundDocument>> found)
      : file_(file), coming_(std::move(found)) {}

  std::optional<SourceItem> next() override {
    if (coming_.valid()) found_ = coming_.get();
    if (next_ == found_.size()) return std::nullopt;
    return item_of(std::move(found_[next_++]));
  }

  std::uint64_t consumed_bytes() const override {
    return found_.empty() ? 0 : file_.size_bytes * next_ / found_.size();
  }

 private:
  SourceItem item_of(FoundDocument found) const {
    Place place{file_.relative, 0, 0, false};
    if (!found.member.empty()) place.path += '/' + found.member;
    if (found.problem) {
      // The ending says more to a person than the name of a media type.
      if (found.problem->reason == SkipReason::kUnsupported) {
        found.problem->detail = ending_of(place.path);
      }
      return skip_item({found.problem->reason, place.path, 0, found.problem->detail, 1, {}});
    }
    Document document = document_of(std::move(found.text));
    // A member has no field of its own to be named by.
    if (auto refused = identify(document, place, IdFrom::kPath)) {
      return skip_item(std::move(*refused));
    }
    const std::vector<EncodingRepair> by_font = std::exchange(document.repairs, {});
    repair_encoding(document);
    add(by_font, document.repairs);
    SourceItem item;
    item.malformed = document.repairs.empty() ? found.text.malformed : 0;
    if (!complete(document)) return skip_item({SkipReason::kNoText, place.path, 0, {}, 1, {}});
    item.result = std::move(document);
    return item;
  }

  static Document document_of(FileText text) {
    Document document;
    document.title = std::move(text.title);
    document.body = std::move(text.body);
    document.author = std::move(text.author);
    document.date = std::move(text.date);
    document.pages = std::move(text.pages);
    document.file = std::move(text.properties);
    document.repairs = std::move(text.repairs);
    document.is_ocr = text.is_ocr;
    return document;
  }

  static void add(const std::vector<EncodingRepair>& more, std::vector<EncodingRepair>& repairs) {
    for (const EncodingRepair& repair : more) {
      auto it = std::ranges::find(repairs, repair.kind, &EncodingRepair::kind);
      if (it == repairs.end()) it = repairs.insert(it, {repair.kind, 0});
      it->letters += repair.letters;
    }
  }

  const WalkedFile& file_;
  std::future<std::vector<FoundDocument>> coming_;
  std::vector<FoundDocument> found_;
  std::size_t next_ = 0;
};

}  // namespace

std::unique_ptr<Records> open_read_records(const WalkedFile& file,
                                           std::future<std::vector<FoundDocument>> found) {
  return std::make_unique<ReadRecords>(file, std::move(found));
}

}  // namespace tracuu::input
