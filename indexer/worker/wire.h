// What the indexer and a worker process say to each other, over one socket.
//
//   indexer -> worker   a name, with the open file beside it     "vb/12.docx"
//   worker -> indexer   hello once: what protection is missing   {"missing":["landlock"]}
//                       for each file documents, then an end     {"member":…,"pages":…} + body
//                       signs of life in between
//
// A message is its kind, two lengths and so many bytes. The reader of a message checks each length
// before it takes any memory; what a document says is checked in document_of(). Nothing here is
// kept on disk, both sides are of one build.

#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/source/file_reader.h"

namespace tracuu::input {

struct Message {
  enum class Kind : std::uint8_t {
    kHello = 'H',
    kFile = 'F',
    kBusy = 'B',  // a sign of life from long work
    kDocument = 'D',
    kEnd = 'E'
  };
  Kind kind = Kind::kEnd;
  std::string head;  // JSON, or a file's name
  std::string body;
};

// Why no message came.
enum class WireEnd { kClosed, kTimeout, kBad };

using Clock = std::chrono::steady_clock;

// Sends all of it, with the descriptor `file` where it is not -1. Returns false where the other
// side is gone. Waits while it does not read.
bool send_message(int socket, const Message& message, int file = -1);

// Receives the next message, its body of at most `max_body` bytes, before `deadline`. A descriptor
// that came along is put into `file`, which must be given to take one.
std::optional<Message> receive_message(int socket, std::size_t max_body, Clock::time_point deadline,
                                       WireEnd& end, int* file = nullptr);

Message message_of(const FoundDocument& document);

// Returns the document, everything in it checked: UTF-8 mended, names without control characters,
// pages that fit the body. Nothing where the message is none.
std::optional<FoundDocument> document_of(Message message);

Message hello_of(const std::vector<std::string>& missing);
std::vector<std::string> missing_of(const Message& hello);

}  // namespace tracuu::input
