#include "searcher/server/http/response.h"

#include <array>
#include <cstdio>
#include <stdexcept>

#include <xxhash.h>
#include <zlib.h>

#include "searcher/server/http/range.h"

namespace tracuu::http {
namespace {

// Above this level a page takes twice the time for a twentieth of its bytes.
constexpr int kLevel = 4;
constexpr int kGzipWindow = 15 + 16;  // zlib's way to ask for gzip
constexpr int kMemory = 8;

// Whether `list` («gzip, deflate;q=0.5») admits gzip.
bool accepts_gzip(std::string_view list) {
  const std::size_t at = list.find("gzip");
  if (at == std::string_view::npos) return false;
  const std::string_view weight = list.substr(at + 4, list.find(',', at) - at - 4);
  const std::size_t q = weight.find("q=");
  return q == std::string_view::npos ||
         weight.substr(q + 2).find_first_of("123456789") != std::string_view::npos;
}

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos ||
         type.find("javascript") != std::string_view::npos;
}

}  // namespace

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib: deflateInit2");
  }
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  // zlib takes what it only reads without const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int status = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("zlib: deflate");
  return packed;
}

bool has_version(const Request& request, std::string_view etag) {
  const std::string_view known = request.header("if-none-match");
  return !etag.empty() && known.find(etag) != std::string_view::npos;
}

std::string etag_of(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    all += part;
    all += '\0';  // so that no two lists make one text
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "W/\"%016llx%08llx\"",
                static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64 >> 32));
  return text.data();
}

Response finish(const Request& request, Response response) {
  const auto etag = response.headers.find("ETag");
  if (response.status == 200 && etag != response.headers.end() &&
      has_version(request, etag->second)) {
    response.status = 304;
    response.body.clear();
    response.file = {};
  }
  cut_to_range(request, response);
  response.headers["X-Content-Type-Options"] = "nosniff";
  if (response.status == 304) return response;
  if (is_text(response.type) && response.file.file == nullptr) {
    std::string& vary = response.headers["Vary"];
    vary += vary.empty() ? "Accept-Encoding" : ", Accept-Encoding";
    if (response.body.size() >= kMinPackedBytes &&
        accepts_gzip(request.header("accept-encoding"))) {
      response.body = gzip(response.body);
      response.headers["Content-Encoding"] = "gzip";
    }
  }
  response.headers["Content-Type"] = response.type;
  return response;
}

}  // namespace tracuu::http
