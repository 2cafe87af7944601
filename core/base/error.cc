#include "core/base/error.h"

#include <utility>

namespace tracuu {
namespace {

const Bilingual& sentence_of(ErrorCode code) {
  static constexpr Bilingual kPathMissing{"đọc '{0}': không có tệp hay thư mục này",
                                          "read '{0}': no such file or folder"};
  static constexpr Bilingual kPathUnreadable{"đọc '{0}': {1}", "read '{0}': {1}"};
  static constexpr Bilingual kIndexMissing{
      "mở chỉ mục '{0}': không có thư mục này; hãy tạo bằng tracuu-index --index '{0}' THƯ_MỤC",
      "open index '{0}': no such folder; create it with tracuu-index --index '{0}' FOLDER"};
  static constexpr Bilingual kNotAnIndex{
      "mở chỉ mục '{0}': đây không phải là chỉ mục của tracuu ({1})",
      "open index '{0}': this is no tracuu index ({1})"};
  static constexpr Bilingual kIndexTooNew{
      "mở chỉ mục '{0}': định dạng {1} mới hơn định dạng {2} của chương trình này; hãy cập nhật "
      "chương trình",
      "open index '{0}': format {1} is newer than this program's {2}; update the program"};
  static constexpr Bilingual kIndexTooOld{
      "mở chỉ mục '{0}': định dạng {1} cũ hơn định dạng {2} của chương trình này; hãy lập lại chỉ "
      "mục",
      "open index '{0}': format {1} is older than this program's {2}; build the index again"};
  static constexpr Bilingual kOtherAnalyzer{
      "mở chỉ mục '{0}': chỉ mục được lập với bộ phân tích '{1}', chương trình này dùng '{2}'; hãy "
      "lập lại chỉ mục",
      "open index '{0}': it was built with analyzer '{1}', this program has '{2}'; build the index "
      "again"};
  static constexpr Bilingual kIndexBusy{
      "ghi chỉ mục '{0}': một chương trình khác đang ghi; hãy đợi rồi chạy lại",
      "write index '{0}': another program is writing to it; wait, then run again"};
  static constexpr Bilingual kIndexDamaged{
      "đọc chỉ mục '{0}': dữ liệu bị hỏng ({1}); hãy lập lại chỉ mục",
      "read index '{0}': its data is damaged ({1}); build the index again"};
  static constexpr Bilingual kNothingKept{
      "quay lại chỉ mục trước của '{0}': không có chỉ mục cũ nào được giữ",
      "go back to an earlier index of '{0}': none is kept"};
  static constexpr Bilingual kTooManyGone{
      "cập nhật chỉ mục '{0}': {1} trong {2} văn bản không còn nữa, quá {3} %; nếu chúng đúng là "
      "đã "
      "bị xóa, hãy chạy lại với --max-delete 100",
      "update index '{0}': {1} of {2} documents are gone, more than {3} %; if they were meant to "
      "go, run again with --max-delete 100"};
  static constexpr Bilingual kAccessLost{
      "lập lại chỉ mục '{0}': chỉ mục cũ không đọc được, nên không biết ai được xem những văn bản "
      "không có quy tắc riêng; hãy chạy lại với --default-access và tên nhóm, hoặc "
      "--default-access '*' nếu mọi người đều được xem",
      "rebuild index '{0}': the old one cannot be read, so nobody knows for whom the documents are "
      "that no rule names; run again with --default-access and a group, or with "
      "--default-access '*' if they are for everyone"};
  static constexpr Bilingual kBadBackup{"đọc bản sao lưu '{0}': {1}", "read backup '{0}': {1}"};
  static constexpr Bilingual kBadConfig{"đọc cấu hình '{0}': {1}", "read configuration '{0}': {1}"};
  static constexpr Bilingual kDiskFull{
      "ghi '{0}': đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại, phần đã ghi trước đó vẫn "
      "dùng được",
      "write '{0}': the disk is full; free some space and run again, what was committed before "
      "stays usable"};
  static constexpr Bilingual kIo{"truy cập '{0}': {1}", "access '{0}': {1}"};
  static constexpr Bilingual kBadOption{"tùy chọn {0}: giá trị '{1}' không hợp lệ; chấp nhận: {2}",
                                        "option {0}: '{1}' is not valid; accepted: {2}"};
  static constexpr Bilingual kOptionMissing{"thiếu {0}: {1}; xem --help",
                                            "{0} is missing: {1}; see --help"};
  // The hint is for a query such as «hồ sơ -thuế».
  static constexpr Bilingual kOptionUnknown{
      "không có tùy chọn '{0}'; xem --help, và đặt -- trước những từ bắt đầu bằng dấu trừ",
      "there is no option '{0}'; see --help, and put -- before words that begin with a minus"};
  static constexpr Bilingual kValueMissing{"tùy chọn {0} cần một giá trị theo sau",
                                           "option {0} needs a value behind it"};
  static constexpr Bilingual kDocumentMissing{"không có văn bản nào mang mã '{0}' trong chỉ mục",
                                              "no document has the id '{0}' in this index"};
  static constexpr Bilingual kInternal{"{0}: lỗi bên trong chương trình ({1})",
                                       "{0}: internal failure ({1})"};
  switch (code) {
    case ErrorCode::kPathMissing:
      return kPathMissing;
    case ErrorCode::kPathUnreadable:
      return kPathUnreadable;
    case ErrorCode::kIndexMissing:
      return kIndexMissing;
    case ErrorCode::kNotAnIndex:
      return kNotAnIndex;
    case ErrorCode::kIndexTooNew:
      return kIndexTooNew;
    case ErrorCode::kIndexTooOld:
      return kIndexTooOld;
    case ErrorCode::kOtherAnalyzer:
      return kOtherAnalyzer;
    case ErrorCode::kIndexBusy:
      return kIndexBusy;
    case ErrorCode::kIndexDamaged:
      return kIndexDamaged;
    case ErrorCode::kNothingKept:
      return kNothingKept;
    case ErrorCode::kTooManyGone:
      return kTooManyGone;
    case ErrorCode::kAccessLost:
      return kAccessLost;
    case ErrorCode::kBadBackup:
      return kBadBackup;
    case ErrorCode::kBadConfig:
      return kBadConfig;
    case ErrorCode::kDiskFull:
      return kDiskFull;
    case ErrorCode::kIo:
      return kIo;
    case ErrorCode::kBadOption:
      return kBadOption;
    case ErrorCode::kOptionMissing:
      return kOptionMissing;
    case ErrorCode::kOptionUnknown:
      return kOptionUnknown;
    case ErrorCode::kValueMissing:
      return kValueMissing;
    case ErrorCode::kDocumentMissing:
      return kDocumentMissing;
    case ErrorCode::kInternal:
      return kInternal;
  }
  return kInternal;
}

std::string sentence(ErrorCode code, const std::vector<std::string>& arguments,
                     const std::optional<Bilingual>& cause, Language language) {
  if (!cause) return say(sentence_of(code), language, arguments);
  const std::string first = arguments.empty() ? std::string() : arguments.front();
  return say(sentence_of(code), language, {first, say(*cause, language, arguments)});
}

}  // namespace

Error::Error(ErrorCode code, std::vector<std::string> arguments)
    : std::runtime_error(sentence(code, arguments, std::nullopt, Language::kEnglish)),
      code_(code),
      arguments_(std::move(arguments)) {}

Error::Error(ErrorCode code, std::vector<std::string> arguments, const Bilingual& cause)
    : std::runtime_error(sentence(code, arguments, cause, Language::kEnglish)),
      code_(code),
      arguments_(std::move(arguments)),
      cause_(cause) {}

std::string describe(const Error& error, Language language) {
  return sentence(error.code(), error.arguments(), error.cause(), language);
}

}  // namespace tracuu
