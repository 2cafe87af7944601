// Any bytes are heads of requests, are refused, or wait for more; which of these does not depend on
// how they are cut into pieces. The first byte says how.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/server/http/request_head.h"

using tracuu::http::Head;
using tracuu::http::HeadReader;

namespace {

constexpr std::size_t kMost = 2048;

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<Head> heads_of(std::string_view bytes, std::size_t piece) {
  HeadReader reader(kMost);
  std::vector<Head> heads;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
    reader.add(bytes.substr(0, piece));
    while (std::optional<Head> head = reader.next()) {
      heads.push_back(std::move(*head));
      if (heads.back().refused) return heads;
    }
  }
  return heads;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::vector<Head> whole = heads_of(bytes, bytes.size());
  const std::vector<Head> pieces = heads_of(bytes, std::size_t{1} + data[0] % 16);
  require(whole.size() == pieces.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    require(whole[i].refused == pieces[i].refused);
    require(!whole[i].refused || (*whole[i].refused >= 400 && *whole[i].refused < 500));
    require(whole[i].keeps_alive == pieces[i].keeps_alive);
    require(whole[i].request.method == pieces[i].request.method);
    require(whole[i].request.target == pieces[i].request.target);
    require(whole[i].request.headers == pieces[i].request.headers);
    require(whole[i].request.repeated == pieces[i].request.repeated);
  }
  return 0;
}
