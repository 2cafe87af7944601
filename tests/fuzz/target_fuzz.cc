// Any bytes are a target or a problem; what is read, written again as an address, is read the same,
// and the search it asks for is read or refused, nothing else.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/error.h"
#include "searcher/server/http/request.h"
#include "searcher/server/page/address.h"
#include "searcher/server/read_request.h"

using tracuu::http::Parameter;
using tracuu::http::Target;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto parsed = tracuu::http::parse_target(text);
  if (!std::holds_alternative<Target>(parsed)) return 0;
  tracuu::http::Request request;
  request.target = std::get<Target>(parsed);
  std::string again = "/";
  for (const Parameter& parameter : request.target.parameters) {
    again += again.size() == 1 ? '?' : '&';
    again += tracuu::http::percent_encode(parameter.name) + "=" +
             tracuu::http::percent_encode(parameter.value);
  }
  if (again.size() <= tracuu::http::kMaxTargetBytes) {
    const auto reread = tracuu::http::parse_target(again);
    require(std::holds_alternative<Target>(reread));
    require(std::get<Target>(reread).parameters == request.target.parameters);
  }
  const std::string address = tracuu::Address(request).to("/search");
  if (address.size() <= tracuu::http::kMaxTargetBytes) {
    tracuu::http::Request canonical;
    canonical.target = std::get<Target>(tracuu::http::parse_target(address));
    require(tracuu::Address(canonical).to("/search") == address);
  }
  try {
    const tracuu::SearchRequest search = tracuu::read_search(request);
    require(search.limit <= tracuu::kMaxPageSize && search.offset <= tracuu::kMaxDepth);
  } catch (const tracuu::Error& error) {
    require(error.code() == tracuu::ErrorCode::kBadOption);
  }
  return 0;
}
