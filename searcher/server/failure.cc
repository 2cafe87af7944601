#include "searcher/server/failure.h"

#include <array>

#include "searcher/response_json.h"

namespace tracuu {
namespace {

struct Known {
  int status = 0;
  const char* code = nullptr;
  Bilingual message;
};

constexpr std::array kKnown{
    Known{400,
          "bad_request",
          {"yêu cầu không đọc được: không đúng HTTP/1.1, hoặc địa chỉ sai mã UTF-8, sai dấu % hay "
           "có ký tự điều khiển",
           "the request cannot be read: it is no HTTP/1.1, or its address has bad UTF-8, a bad "
           "escape or a control character"}},
    Known{401, "bad_key", {"không có khóa truy cập này", "there is no such key"}},
    Known{404, "not_found", {"không có địa chỉ này", "there is nothing at this address"}},
    Known{405, "method_not_allowed", {"chỉ nhận GET và HEAD", "only GET and HEAD are answered"}},
    Known{408, "too_slow", {"yêu cầu gửi đến quá chậm", "the request took too long to come"}},
    Known{
        413, "body_not_allowed", {"yêu cầu không được có nội dung", "a request has no body here"}},
    Known{414, "address_too_long", {"địa chỉ quá dài", "the address is too long"}},
    Known{429,
          "too_many_requests",
          {"khóa này đã hết số yêu cầu mỗi phút, hãy thử lại sau giây lát",
           "this key has used its requests of a minute, try again shortly"}},
    Known{431,
          "too_many_headers",
          {"tiêu đề quá nhiều hoặc quá dài", "the headers are too many or too long"}},
    Known{503,
          "busy",
          {"máy chủ đang bận, hãy thử lại sau giây lát", "the server is busy, try again shortly"}}};

constexpr Known kInternal{
    500,
    "internal",
    {"máy chủ gặp lỗi, đã ghi vào nhật ký", "the server failed; it is in its log"}};

}  // namespace

Failure failure_of(const Error& error, Language language) {
  switch (error.code()) {
    case ErrorCode::kBadOption:
    case ErrorCode::kOptionMissing:
    case ErrorCode::kOptionUnknown:
    case ErrorCode::kValueMissing:
      return {400, "bad_parameter", describe(error, language)};
    case ErrorCode::kDocumentMissing:
      return {404, "document_missing", describe(error, language)};
    case ErrorCode::kIndexMissing:
    case ErrorCode::kNotAnIndex:
    case ErrorCode::kIndexTooNew:
    case ErrorCode::kIndexTooOld:
    case ErrorCode::kOtherAnalyzer:
    case ErrorCode::kIndexBusy:
    case ErrorCode::kIndexDamaged:
      // What it says names folders of the server, which are nobody's business.
      return {503, "index_unavailable",
              std::string(Bilingual{"chưa mở được chỉ mục, hãy thử lại sau giây lát",
                                    "the index cannot be opened, try again shortly"}
                              .in(language))};
    default:
      return failure_of(500, language);
  }
}

Failure failure_of(int status, Language language) {
  for (const Known& known : kKnown) {
    if (known.status == status)
      return {status, known.code, std::string(known.message.in(language))};
  }
  return {kInternal.status, kInternal.code, std::string(kInternal.message.in(language))};
}

http::Response json_failure(const Failure& failure) {
  http::Response response{failure.status,
                          std::string(http::kJson),
                          error_response(failure.code, failure.message) + "\n",
                          {}};
  if (failure.status == 503) response.headers["Retry-After"] = "1";
  response.headers["Cache-Control"] = "no-store";
  return response;
}

}  // namespace tracuu
