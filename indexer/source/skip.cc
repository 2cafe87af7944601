#include "indexer/source/skip.h"

#include <string_view>

namespace tracuu::input {
namespace {

// One row per reason: the sentence takes the detail as {0} and the count as {1}.
struct Row {
  std::string_view code;
  bool failure;
  Bilingual label;
  Bilingual sentence;
};

constexpr Row kUnsupported{"unsupported",
                           false,
                           {"loại tệp chưa hỗ trợ", "unsupported file type"},
                           {"loại tệp '{0}' chưa được hỗ trợ ({1} tệp)",
                            "files of type '{0}' are not supported ({1} of them)"}};
constexpr Row kNoEnding{
    "unsupported",
    false,
    {"loại tệp chưa hỗ trợ", "unsupported file type"},
    {"tên tệp không có phần mở rộng ({1} tệp)", "the file name has no ending ({1} of them)"}};
constexpr Row kUnreadable{"unreadable",
                          true,
                          {"không đọc được", "unreadable"},
                          {"không đọc được: {0}", "cannot read: {0}"}};
constexpr Row kNotAFile{"not_a_file",
                        false,
                        {"không phải tệp thường", "not a regular file"},
                        {"không phải là tệp thường (đường ống, ổ cắm hoặc thiết bị)",
                         "this is no regular file (a pipe, socket or device)"}};
constexpr Row kEmpty{"empty", false, {"tệp rỗng", "empty file"}, {"tệp rỗng", "the file is empty"}};
constexpr Row kNoText{"no_text",
                      false,
                      {"không có nội dung chữ", "no text in it"},
                      {"không có nội dung chữ nào", "there is no text in it"}};
constexpr Row kBinary{"binary",
                      true,
                      {"tệp nhị phân", "binary file"},
                      {"là tệp nhị phân, không phải văn bản như tên tệp cho biết",
                       "this is a binary file, not text as its name says"}};
constexpr Row kUtf16Lines{
    "utf16_lines",
    true,
    {"JSON Lines mã hóa UTF-16", "JSON Lines in UTF-16"},
    {"JSON Lines phải ở dạng UTF-8, tệp này là UTF-16; hãy chuyển mã rồi chạy lại",
     "JSON Lines must be UTF-8, this file is UTF-16; convert it and run again"}};
constexpr Row kTooLarge{"too_large",
                        true,
                        {"tệp quá lớn", "file too large"},
                        {"tệp lớn hơn giới hạn {0}", "the file is larger than the limit of {0}"}};
constexpr Row kLineTooLong{
    "line_too_long",
    true,
    {"dòng quá dài", "line too long"},
    {"dòng dài hơn giới hạn {0}", "the line is longer than the limit of {0}"}};
constexpr Row kMalformedJson{"malformed_json",
                             true,
                             {"JSON sai cú pháp", "malformed JSON"},
                             {"JSON sai cú pháp: {0}", "malformed JSON: {0}"}};
constexpr Row kWrongType{"wrong_type",
                         true,
                         {"trường sai kiểu dữ liệu", "field of the wrong type"},
                         {"dữ liệu không đúng kiểu: {0}", "data of the wrong type: {0}"}};
constexpr Row kMissingId{"missing_id",
                         true,
                         {"thiếu mã văn bản", "missing id"},
                         {"thiếu mã văn bản (trường 'id')", "the document has no id (field 'id')"}};
constexpr Row kBadId{"bad_id",
                     true,
                     {"mã văn bản không hợp lệ", "invalid id"},
                     {"mã văn bản chứa ký tự điều khiển hoặc không phải UTF-8",
                      "the document's id holds control characters or is not UTF-8"}};
constexpr Row kIdTooLong{
    "id_too_long",
    true,
    {"mã văn bản quá dài", "id too long"},
    {"mã văn bản dài hơn {0} byte", "the document's id is longer than {0} bytes"}};
constexpr Row kCorrupt{"corrupt",
                       true,
                       {"dữ liệu nén bị hỏng", "corrupt compression"},
                       {"dữ liệu nén bị hỏng hoặc bị cắt cụt ({0})",
                        "the compressed data is corrupt or cut short ({0})"}};
constexpr Row kFolderLoop{"folder_loop",
                          false,
                          {"thư mục đã đọc rồi", "folder read already"},
                          {"thư mục này đã được đọc rồi (liên kết vòng, hoặc được nêu hai lần)",
                           "this folder was read already (a loop of links, or named twice)"}};
constexpr Row kTooDeep{"too_deep",
                       true,
                       {"thư mục lồng quá sâu", "folders nested too deeply"},
                       {"thư mục lồng nhau quá sâu (giới hạn {0} mức)",
                        "folders are nested too deeply (the limit is {0} levels)"}};

constexpr Row kTooComplex{
    "too_complex",
    true,
    {"cấu trúc trang quá phức tạp", "page structure too complex"},
    {"trang lồng quá sâu hoặc có quá nhiều thuộc tính, không thể đọc an toàn",
     "the page is nested too deeply or has too many attributes to be read safely"}};

// Refused on purpose: nothing failed.
constexpr Row kSecret{
    "secret",
    false,
    {"văn bản mật, không lập chỉ mục", "secret documents, refused"},
    {"văn bản có dấu {0}, không đưa vào chỉ mục (dùng --allow-secret nếu được phép)",
     "marked {0}, refused (give --allow-secret where it is permitted)"}};

constexpr Row kBroken{"broken",
                      true,
                      {"tệp bị hỏng", "broken file"},
                      {"tệp bị hỏng hoặc không đúng định dạng ({0})",
                       "the file is broken or not what it seems ({0})"}};
constexpr Row kEncrypted{
    "encrypted",
    true,
    {"tệp có mật khẩu", "protected by a password"},
    {"tệp có mật khẩu, không đọc được", "the file is protected by a password"}};
constexpr Row kScanned{"scanned",
                       true,
                       {"bản quét chưa nhận dạng chữ", "scanned, not recognised"},
                       {"bản quét không có lớp chữ; cài tesseract-ocr và tesseract-ocr-vie để nhận "
                        "dạng",
                        "this is a scan without text; install tesseract-ocr and tesseract-ocr-vie "
                        "to read it"}};
constexpr Row kNested{"nested",
                      true,
                      {"tệp nén lồng quá sâu", "archives nested too deeply"},
                      {"tệp nén hoặc thư lồng nhau quá sâu (giới hạn {0} mức)",
                       "archives or letters are nested too deeply (the limit is {0} levels)"}};
constexpr Row kTooMuchText{
    "too_much_text",
    true,
    {"nội dung quá lớn", "content too large"},
    {"nội dung mở ra lớn hơn giới hạn {0}", "what unpacks from it exceeds the limit of {0}"}};
constexpr Row kTimeLimit{
    "time_limit",
    true,
    {"đọc quá lâu", "took too long"},
    {"đọc tệp quá {0} giây nên đã dừng", "reading took more than {0} seconds and was stopped"}};
constexpr Row kMemoryLimit{
    "memory_limit",
    true,
    {"cần quá nhiều bộ nhớ", "needs too much memory"},
    {"đọc tệp cần hơn {0} bộ nhớ nên đã dừng", "reading needs more than {0} of memory"}};
constexpr Row kCrashed{"crashed",
                       true,
                       {"trình đọc gặp lỗi", "the reader crashed"},
                       {"trình đọc dừng đột ngột khi đọc tệp này ({0})",
                        "the reading process died of this file ({0})"}};
constexpr Row kNoReader{"no_reader",
                        true,
                        {"thiếu chương trình đọc", "reader missing"},
                        {"không chạy được chương trình tracuu-extract nên chưa đọc được tệp này",
                         "tracuu-extract cannot be run, so this file was not read"}};

// The next run reads it: nothing failed.
constexpr Row kBeingWritten{"being_written",
                            false,
                            {"đang được ghi", "being written"},
                            {"tệp đang được ghi hoặc sao chép, để lần chạy sau",
                             "the file is being written or copied; left for the next run"}};

// Left out by the office's own settings.
constexpr Row kOverSize{"over_size",
                        false,
                        {"lớn hơn cỡ đã đặt", "over the size that was set"},
                        {"tệp lớn hơn cỡ đã đặt cho nguồn này ({0})",
                         "the file is over the size that was set for its source ({0})"}};

const Row& row_of(SkipReason reason) {
  switch (reason) {
    case SkipReason::kUnsupported:
      return kUnsupported;
    case SkipReason::kUnreadable:
      return kUnreadable;
    case SkipReason::kNotAFile:
      return kNotAFile;
    case SkipReason::kEmpty:
      return kEmpty;
    case SkipReason::kNoText:
      return kNoText;
    case SkipReason::kBinary:
      return kBinary;
    case SkipReason::kUtf16Lines:
      return kUtf16Lines;
    case SkipReason::kTooLarge:
      return kTooLarge;
    case SkipReason::kLineTooLong:
      return kLineTooLong;
    case SkipReason::kMalformedJson:
      return kMalformedJson;
    case SkipReason::kWrongType:
      return kWrongType;
    case SkipReason::kMissingId:
      return kMissingId;
    case SkipReason::kIdTooLong:
      return kIdTooLong;
    case SkipReason::kBadId:
      return kBadId;
    case SkipReason::kCorrupt:
      return kCorrupt;
    case SkipReason::kFolderLoop:
      return kFolderLoop;
    case SkipReason::kTooDeep:
      return kTooDeep;
    case SkipReason::kTooComplex:
      return kTooComplex;
    case SkipReason::kSecret:
      return kSecret;
    case SkipReason::kBroken:
      return kBroken;
    case SkipReason::kEncrypted:
      return kEncrypted;
    case SkipReason::kScanned:
      return kScanned;
    case SkipReason::kNested:
      return kNested;
    case SkipReason::kTooMuchText:
      return kTooMuchText;
    case SkipReason::kTimeLimit:
      return kTimeLimit;
    case SkipReason::kMemoryLimit:
      return kMemoryLimit;
    case SkipReason::kCrashed:
      return kCrashed;
    case SkipReason::kNoReader:
      return kNoReader;
    case SkipReason::kBeingWritten:
      return kBeingWritten;
    case SkipReason::kOverSize:
      return kOverSize;
  }
  return kUnreadable;
}

constexpr Bilingual kAtPath{"{0}: {1}", "{0}: {1}"};
constexpr Bilingual kAtLine{"{0}, dòng {2}: {1}", "{0}, line {2}: {1}"};

}  // namespace

bool is_failure(SkipReason reason) {
  return row_of(reason).failure;
}

std::string skip_sentence(const Skip& skip, Language language) {
  const bool no_ending = skip.reason == SkipReason::kUnsupported && skip.detail.empty();
  const Row& row = no_ending ? kNoEnding : row_of(skip.reason);
  const std::string detail = skip.json ? describe(*skip.json, language) : skip.detail;
  const std::string why = say(row.sentence, language, {detail, std::to_string(skip.count)});
  return say(skip.line == 0 ? kAtPath : kAtLine, language,
             {skip.path, why, std::to_string(skip.line)});
}

std::string_view skip_label(SkipReason reason, Language language) {
  return row_of(reason).label.in(language);
}

std::string_view skip_code(SkipReason reason) {
  return row_of(reason).code;
}

std::optional<SkipReason> skip_reason(std::string_view code) {
  for (int number = 0; number <= static_cast<int>(kLastSkipReason); ++number) {
    const auto reason = static_cast<SkipReason>(number);
    if (skip_code(reason) == code) return reason;
  }
  return std::nullopt;
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t kKibi = 1024;
  if (bytes >= kKibi * kKibi && bytes % (kKibi * kKibi) == 0) {
    return std::to_string(bytes / (kKibi * kKibi)) + " MiB";
  }
  if (bytes >= kKibi && bytes % kKibi == 0) return std::to_string(bytes / kKibi) + " KiB";
  return std::to_string(bytes) + " bytes";
}

}  // namespace tracuu::input
