// What the standard streams are connected to, and how output may look there.

#pragma once

#include <cstddef>

namespace tracuu {

enum class Stream { kOut, kError };

// Whether a person reads the stream as it is written.
bool is_terminal(Stream stream);

// Whether colour is wanted on the stream: a terminal that is not "dumb", and NO_COLOR
// (no-color.org) is unset or empty.
bool wants_color(Stream stream);

// Columns of the terminal behind the stream; 80 where that is not known.
std::size_t terminal_width(Stream stream);

}  // namespace tracuu
