#include "searcher/server/http/response.h"

#include <string>

#include <gtest/gtest.h>
#include <zlib.h>

namespace tracuu::http {
namespace {

std::string unpacked(std::string_view packed) {
  std::string text(1 << 20, '\0');
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  inflate(&stream, Z_FINISH);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

Request with(const std::string& header, const std::string& value) {
  Request request;
  request.headers[header] = value;
  return request;
}

Response page() {
  Response response;
  for (int i = 0; i < 200; ++i) response.body += "<p>chuyển đổi số</p>";
  return response;
}

TEST(FinishTest, PacksTextForThoseWhoUnpackIt) {
  const Response packed = finish(with("accept-encoding", "br, gzip;q=0.5"), page());
  EXPECT_EQ(packed.headers.at("Content-Encoding"), "gzip");
  EXPECT_EQ(packed.headers.at("Vary"), "Accept-Encoding");
  EXPECT_LT(packed.body.size(), page().body.size() / 10);
  EXPECT_EQ(unpacked(packed.body), page().body);
}

TEST(FinishTest, LeavesItToTheOthers) {
  for (const char* accepted : {"", "br", "identity", "gzip;q=0", "gzip;q=0.0, br"}) {
    const Response plain = finish(with("accept-encoding", accepted), page());
    EXPECT_EQ(plain.body, page().body) << accepted;
    EXPECT_FALSE(plain.headers.contains("Content-Encoding")) << accepted;
  }
  Response picture = page();
  picture.type = "image/png";
  EXPECT_EQ(finish(with("accept-encoding", "gzip"), picture).body, picture.body);
}

TEST(FinishTest, AnswersThatNothingIsNewer) {
  Response response = page();
  response.headers["ETag"] = etag_of({"state", "/search?q=a"});
  const std::string etag = response.headers["ETag"];
  const Response same = finish(with("if-none-match", "\"x\", " + etag), response);
  EXPECT_EQ(same.status, 304);
  EXPECT_TRUE(same.body.empty());
  EXPECT_EQ(same.headers.at("ETag"), etag);
  EXPECT_EQ(finish(with("if-none-match", etag_of({"other"})), response).status, 200);
  response.status = 404;
  EXPECT_EQ(finish(with("if-none-match", etag), response).status, 404);
}

TEST(FinishTest, NoBrowserGuessesTypes) {
  EXPECT_EQ(finish({}, page()).headers.at("X-Content-Type-Options"), "nosniff");
}

TEST(EtagTest, IsOfThePartsOneByOne) {
  EXPECT_NE(etag_of({"a", "b"}), etag_of({"ab", ""}));
  EXPECT_EQ(etag_of({"a", "b"}), etag_of({"a", "b"}));
  EXPECT_TRUE(etag_of({}).starts_with("W/\""));
}

}  // namespace
}  // namespace tracuu::http
