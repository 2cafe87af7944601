// Ctrl-C and `systemctl stop`: the first one asks a run to end with what it has done, the second
// one ends the program at once, which a run survives as it survives anything else.

#pragma once

namespace tracuu {

// From here on SIGINT and SIGTERM are asked for by is_stop_asked().
void catch_stop_signals();

bool is_stop_asked();

// A descriptor that can be read from once it is asked, for whoever waits for something else too.
// REQUIRES: catch_stop_signals() was called.
int stop_descriptor();

// Exit status of a run that was stopped: as a shell reports a program that SIGINT ended.
inline constexpr int kExitStopped = 130;

}  // namespace tracuu
