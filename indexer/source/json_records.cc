#include "indexer/source/json_records.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "indexer/extract/json.h"
#include "indexer/source/byte_stream.h"
#include "indexer/source/decode.h"
#include "indexer/source/json_item.h"
#include "indexer/source/line_reader.h"

namespace tracuu::input {
namespace {

// .jsonl: a record a line, read as a stream.
class LineRecords : public Records {
 public:
  LineRecords(const WalkedFile& file, const SourceOptions& options)
      : file_(file),
        options_(options),
        lines_(ByteStream(file.path, file.kind.compression), options.limits.line_bytes) {}

  std::optional<SourceItem> next() override {
    if (at_end_) return std::nullopt;
    while (const auto line = lines_.next()) {
      if (line->too_long) return too_long(line->number);
      if (line->number == 1 && is_no_text(line->text)) {
        at_end_ = true;
        const bool utf16 = has_utf16_mark(line->text);
        return skip(utf16 ? SkipReason::kUtf16Lines : SkipReason::kBinary, 0);
      }
      if (line->text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      has_records_ = true;
      const Place place{file_.relative, line->number, line->number, true};
      return json_item(line->text, place, options_.id_from);
    }
    at_end_ = true;
    if (const auto& problem = lines_.bytes().problem()) {
      return skip_item({problem->reason,
                        file_.relative,
                        has_records_ ? lines_.last_number() : 0,
                        problem->detail,
                        1,
                        {}});
    }
    if (!has_records_) return skip(SkipReason::kEmpty, 0);
    return std::nullopt;
  }

  std::uint64_t consumed_bytes() const override { return lines_.bytes().consumed_bytes(); }

 private:
  static bool is_no_text(std::string_view line) {
    return has_utf16_mark(line) || line.find('\0') != std::string_view::npos;
  }

  SourceItem skip(SkipReason reason, std::size_t line) const {
    return skip_item({reason, file_.relative, line, {}, 1, {}});
  }

  SourceItem too_long(std::size_t line) {
    has_records_ = true;
    return skip_item({SkipReason::kLineTooLong,
                      file_.relative,
                      line,
                      size_in_words(options_.limits.line_bytes),
                      1,
                      {}});
  }

  const WalkedFile& file_;
  const SourceOptions& options_;
  LineReader lines_;
  bool has_records_ = false;
  bool at_end_ = false;
};

// .json: read as a whole, then cut into records.
class JsonFileRecords : public Records {
 public:
  JsonFileRecords(const WalkedFile& file, const SourceOptions& options)
      : file_(file), options_(options) {}

  std::optional<SourceItem> next() override {
    if (!records_) {
      ByteStream bytes(file_.path, file_.kind.compression);
      auto read = read_text(bytes, options_.limits.file_bytes);
      consumed_ = bytes.consumed_bytes();
      if (auto* decoded = std::get_if<DecodedText>(&read)) text_ = std::move(decoded->text);
      records_.emplace(text_);
      if (const auto* problem = std::get_if<ReadProblem>(&read)) {
        return skip_item({problem->reason, file_.relative, 0, problem->detail, 1, {}});
      }
      if (text_.find_first_not_of(" \t\r\n") == std::string::npos) {
        return skip_item({SkipReason::kEmpty, file_.relative, 0, {}, 1, {}});
      }
    }
    const auto record = records_->next();
    if (!record) return std::nullopt;
    if (record->is_end_missing) {
      return problem_item({JsonProblem::Kind::kNotJson, {}, {}, std::to_string(text_.size())},
                          place_of(*record));
    }
    return json_item(record->text, place_of(*record), options_.id_from);
  }

  std::uint64_t consumed_bytes() const override { return consumed_; }

 private:
  Place place_of(const JsonRecord& record) const {
    return {file_.relative, record.line, record.is_alone ? 0 : record.ordinal, true};
  }

  const WalkedFile& file_;
  const SourceOptions& options_;
  std::string text_;
  std::optional<JsonRecords> records_;  // views into text_
  std::uint64_t consumed_ = 0;
};

}  // namespace

std::unique_ptr<Records> open_json_lines(const WalkedFile& file, const SourceOptions& options) {
  return std::make_unique<LineRecords>(file, options);
}

std::unique_ptr<Records> open_json_file(const WalkedFile& file, const SourceOptions& options) {
  return std::make_unique<JsonFileRecords>(file, options);
}

}  // namespace tracuu::input
