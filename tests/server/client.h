// A client that sends any bytes, for tests of what real sockets do.
//
//   Client client(port);
//   client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
//   client.answer().status == 200

#pragma once

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace tracuu::http {

struct Answer {
  int status = 0;  // 0: the connection was closed without one
  std::string head;
  std::string body;

  bool has(std::string_view header) const { return head.find(header) != std::string::npos; }
};

class Client {
 public:
  explicit Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      ::close(socket_);
      throw std::runtime_error("connect");
    }
  }
  ~Client() { ::close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  bool send(std::string_view bytes) const {
    return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
           static_cast<ssize_t>(bytes.size());
  }

  Answer get(const std::string& target, const std::string& headers = {}) {
    send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n");
    return answer();
  }

  // Returns the next answer; its body is as long as Content-Length says.
  Answer answer() {
    Answer answer = head_alone();
    std::string lower = answer.head;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const std::size_t at = lower.find("content-length: ");
    const std::size_t length = at == std::string::npos ? 0 : std::stoul(lower.substr(at + 16));
    while (buffer_.size() < length) {
      if (!more()) break;
    }
    answer.body = buffer_.substr(0, length);
    buffer_.erase(0, length);
    return answer;
  }

  // Returns the next answer, which is one to HEAD.
  Answer head_alone() {
    Answer answer;
    std::size_t end = 0;
    while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
      if (!more()) return answer;
    }
    answer.head = buffer_.substr(0, end + 2);
    answer.status = std::stoi(answer.head.substr(9, 3));
    buffer_.erase(0, end + 4);
    return answer;
  }

  // Whether the other side has ended what it says, and not cut the connection.
  bool is_ended() const {
    char byte = 0;
    return buffer_.empty() && ::recv(socket_, &byte, 1, 0) == 0;
  }

  // Whether something comes in this time: bytes, or the end.
  bool hears_within(std::chrono::milliseconds time) const {
    pollfd awaited{socket_, POLLIN, 0};
    return !buffer_.empty() || ::poll(&awaited, 1, static_cast<int>(time.count())) == 1;
  }

  // Sends nothing more, and still reads.
  void end_sending() const { ::shutdown(socket_, SHUT_WR); }

  // Whether the other side has closed the connection.
  bool is_closed() { return buffer_.empty() && !more(); }

 private:
  bool more() {
    char bytes[16384];
    const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count <= 0) return false;
    buffer_.append(bytes, static_cast<std::size_t>(count));
    return true;
  }

  int socket_;
  std::string buffer_;
};

}  // namespace tracuu::http
