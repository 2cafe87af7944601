#include "searcher/server/http/answer_head.h"

#include <string>

#include <gtest/gtest.h>

namespace tracuu::http {
namespace {

TEST(AnswerHeadTest, SaysWhatIsSent) {
  const Response response{404, "text/plain", "abc", {{"Vary", "Origin"}}};
  EXPECT_EQ(answer_head(response, Stay::kClose, "Mon"),
            "HTTP/1.1 404 Not Found\r\nDate: Mon\r\n"
            "Connection: close\r\nContent-Length: 3\r\nVary: Origin\r\n\r\n");
  EXPECT_EQ(answer_head(response, Stay::kUnsaid, "Mon").find("Connection"), std::string::npos);
}

TEST(AnswerHeadTest, SomeAnswersHaveNoBody) {
  Request request;
  for (const int status : {204, 304}) {
    EXPECT_EQ(answer_head({status, "a", "", {}}, Stay::kUnsaid, "Mon").find("Content-Length"),
              std::string::npos);
    EXPECT_FALSE(has_body(request, {status, "a", "abc", {}}));
  }
  EXPECT_TRUE(has_body(request, {200, "a", "abc", {}}));
  request.method = "HEAD";
  EXPECT_FALSE(has_body(request, {200, "a", "abc", {}}));
}

// Nobody gets a header, or an answer, of his own into ours.
TEST(AnswerHeadTest, AValueThatIsNotOneLineIsLeftOut) {
  for (const char* value : {"a\r\nSet-Cookie: b", "a\nb", "a\rb", "\r\n\r\n<html>", "a\x01"}) {
    const std::string head = answer_head({200, "a", "", {{"X", value}}}, Stay::kUnsaid, "Mon");
    EXPECT_EQ(head.find("X:"), std::string::npos) << value;
    EXPECT_EQ(head.find("Set-Cookie"), std::string::npos);
    EXPECT_EQ(head.find("\r\n\r\n"), head.size() - 4);
  }
}

TEST(AnswerHeadTest, DatesAreInEnglish) {
  EXPECT_EQ(http_date(0), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(951782399), "Mon, 28 Feb 2000 23:59:59 GMT");
  EXPECT_EQ(http_date(1796029200), "Mon, 30 Nov 2026 09:00:00 GMT");
  HttpDate date;
  for (const std::time_t time : {0, 951782399, 951782399, 1796029200, 0}) {
    EXPECT_EQ(date.of(time), http_date(time));
  }
}

}  // namespace
}  // namespace tracuu::http
