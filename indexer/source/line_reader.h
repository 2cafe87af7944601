// The lines of a file, one at a time, in bounded memory.
//
//   LineReader lines(ByteStream(path, Compression::kXz), kMaxLineBytes);
//   while (const auto line = lines.next()) …   // {"{\"id\": \"749/QĐ-TTg\", …}", 1, false}
//
// A line longer than the limit is passed over, not kept: a 200 MB line costs no more memory than
// the limit. It comes out once, empty, with too_long set, so that it can be reported by number.
// After a problem the line that was cut off is not handed out; last_number() is its number.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/source/byte_stream.h"

namespace tracuu::input {

struct Line {
  std::string_view text;   // without its end, LF or CR LF
  std::size_t number = 1;  // from 1
  bool too_long = false;   // then text is empty
};

// Movable. For one thread at a time.
class LineReader {
 public:
  LineReader(ByteStream bytes, std::size_t max_line_bytes);

  // Returns the next line, its text valid until the next call; nothing at the end.
  std::optional<Line> next();

  const ByteStream& bytes() const { return bytes_; }

  // The number of the line that was read last or was being read when reading ended.
  std::size_t last_number() const { return number_; }

 private:
  std::optional<Line> finish_line(std::string_view end);
  void keep(std::string_view part);

  ByteStream bytes_;
  std::size_t max_line_bytes_;
  std::string_view piece_;  // what is left of the piece read last
  std::string pending_;     // the start of a line that began in an earlier piece
  bool has_pending_ = false;
  bool too_long_ = false;
  std::size_t number_ = 0;
};

}  // namespace tracuu::input
