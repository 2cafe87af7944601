// A socket that listens.

#pragma once

#include <cstdint>
#include <string>

namespace tracuu::http {

// Returns a listening socket, which is the caller's to close. Throws kBadOption for an address that
// is not numeric, kIo where it cannot be listened on.
int listen_on(const std::string& address, std::uint16_t port);

// Returns the port that a socket is bound to.
std::uint16_t port_of(int socket);

// Lets the process hold as many connections as the system allows it: they are files.
void raise_file_limit();

}  // namespace tracuu::http
