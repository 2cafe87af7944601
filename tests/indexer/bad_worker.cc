// A reading process that misbehaves as the name of its file says, for worker_test.cc.

#include <cstdlib>
#include <cstring>
#include <string>

#include <unistd.h>

#include "indexer/worker/wire.h"

int main() {
  using namespace tracuu::input;  // NOLINT(google-build-using-namespace): a program of a test
  constexpr int kSocket = 3;
  send_message(kSocket, hello_of({"landlock"}));
  while (true) {
    int file = -1;
    WireEnd end = WireEnd::kClosed;
    const auto far = Clock::now() + std::chrono::hours(1);
    const auto message = receive_message(kSocket, 0, far, end, &file);
    if (!message) return 0;
    ::close(file);
    const std::string& name = message->head;
    FoundDocument good;
    good.text.body = "Kế hoạch\n";
    if (name == "crash") std::abort();
    if (name == "exit") std::_Exit(7);
    if (name == "hang") ::sleep(3600);
    if (name == "half") {
      send_message(kSocket, message_of(good));
      std::abort();
    }
    if (name == "long") {
      // A length that no document may have.
      const std::string lie("D\x02\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F{}", 15);
      if (::write(kSocket, lie.data(), lie.size()) < 0) return 1;
      ::sleep(3600);
    }
    if (name == "noise") {
      const std::string noise(64, '\xAA');
      if (::write(kSocket, noise.data(), noise.size()) < 0) return 1;
    }
    if (name == "json") send_message(kSocket, {Message::Kind::kDocument, "{\"reason\":999}", {}});
    if (name == "bytes") {
      good.member = "a\nb";
      good.text.body = "Ngh\xE1 \xFF";
      good.text.pages = {0, 5, 900};
    }
    if (name != "none") send_message(kSocket, message_of(good));
    send_message(kSocket, {Message::Kind::kEnd, {}, {}});
  }
}
