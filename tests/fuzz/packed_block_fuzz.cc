// Any bytes are a block or damaged; what is read of one takes no more memory than the bytes allow.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/error.h"
#include "core/index/packed_block.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  try {
    tracuu::BlockReader reader(bytes);
    while (reader.next()) {
      require(reader.term().size() <= size);
      const tracuu::PackedList& list = reader.list();
      std::size_t visited = 0;
      std::uint32_t last = 0;
      const bool is_whole =
          tracuu::for_each_posting(list, list.postings, [&](const tracuu::Posting& posting) {
            require(posting.docid >= last && posting.docid <= tracuu::kMaxPackedDocid);
            last = posting.docid;
            ++visited;
          });
      require(visited <= size);
      require(!is_whole || visited == list.documents);
    }
  } catch (const tracuu::Error& error) {
    require(error.code() == tracuu::ErrorCode::kIndexDamaged);
  }
  return 0;
}
