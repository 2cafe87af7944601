// A file that is open for reading, from which an answer is sent without being read into memory.
//
// Owns the descriptor; answers share it.

#pragma once

#include <cstdint>
#include <memory>

namespace tracuu::http {

class OpenFile {
 public:
  // Takes the descriptor.
  explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

// The part of a file that is an answer's body; without a file there is none.
struct FileBody {
  std::shared_ptr<const OpenFile> file{};
  std::uint64_t size = 0;  // of the whole file
  std::uint64_t offset = 0;
  std::uint64_t length = 0;
};

}  // namespace tracuu::http
