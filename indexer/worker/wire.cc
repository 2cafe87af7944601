#include "indexer/worker/wire.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "core/document/pages.h"
#include "core/text/utf8.h"
#include "indexer/extract/keywords.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxHeadBytes = std::size_t{4} << 20;  // 20,000 pages are 200 KB
constexpr std::size_t kMaxFieldBytes = 4096;
constexpr std::size_t kMaxRepairs = 16;

struct Lengths {
  std::uint8_t kind = 0;
  std::uint32_t head = 0;
  std::uint64_t body = 0;
};
constexpr std::size_t kLengthsBytes = 13;

std::string packed(const Lengths& lengths) {
  std::string bytes(kLengthsBytes, '\0');
  bytes[0] = static_cast<char>(lengths.kind);
  std::memcpy(bytes.data() + 1, &lengths.head, sizeof lengths.head);
  std::memcpy(bytes.data() + 5, &lengths.body, sizeof lengths.body);
  return bytes;
}

Lengths unpacked(std::string_view bytes) {
  Lengths lengths;
  lengths.kind = static_cast<std::uint8_t>(bytes[0]);
  std::memcpy(&lengths.head, bytes.data() + 1, sizeof lengths.head);
  std::memcpy(&lengths.body, bytes.data() + 5, sizeof lengths.body);
  return lengths;
}

bool send_bytes(int socket, std::string_view bytes, int file) {
  while (!bytes.empty()) {
    iovec piece{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr header{};
    header.msg_iov = &piece;
    header.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    if (file >= 0) {
      header.msg_control = control;
      header.msg_controllen = sizeof control;
      cmsghdr* part = CMSG_FIRSTHDR(&header);
      part->cmsg_level = SOL_SOCKET;
      part->cmsg_type = SCM_RIGHTS;
      part->cmsg_len = CMSG_LEN(sizeof(int));
      std::memcpy(CMSG_DATA(part), &file, sizeof file);
    }
    const ssize_t sent = ::sendmsg(socket, &header, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
    file = -1;
  }
  return true;
}

bool wait_for(int socket, Clock::time_point deadline, WireEnd& end) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) {
      end = WireEnd::kTimeout;
      return false;
    }
    pollfd waited{socket, POLLIN, 0};
    constexpr std::int64_t kLongest = 3'600'000;
    const int ready = ::poll(&waited, 1, static_cast<int>(std::min<std::int64_t>(left, kLongest)));
    if (ready > 0) return true;
    if (ready < 0 && errno != EINTR) {
      end = WireEnd::kClosed;
      return false;
    }
  }
}

void take_descriptor(msghdr& header, int* file) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&header); part != nullptr; part = CMSG_NXTHDR(&header, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    int received = -1;
    std::memcpy(&received, CMSG_DATA(part), sizeof received);
    if (file != nullptr && *file < 0) {
      *file = received;
    } else {
      ::close(received);
    }
  }
}

// Appends so many bytes to `out`, in pieces: a length that lies takes no memory.
bool receive_bytes(int socket, std::uint64_t count, Clock::time_point deadline, std::string& out,
                   WireEnd& end, int* file) {
  char buffer[std::size_t{64} << 10];
  while (count > 0) {
    if (!wait_for(socket, deadline, end)) return false;
    iovec piece{buffer, static_cast<std::size_t>(std::min<std::uint64_t>(count, sizeof buffer))};
    msghdr header{};
    header.msg_iov = &piece;
    header.msg_iovlen = 1;
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
    header.msg_control = control;
    header.msg_controllen = sizeof control;
    const ssize_t got = ::recvmsg(socket, &header, MSG_CMSG_CLOEXEC);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      end = WireEnd::kClosed;
      return false;
    }
    take_descriptor(header, file);
    out.append(buffer, static_cast<std::size_t>(got));
    count -= static_cast<std::uint64_t>(got);
  }
  return true;
}

std::string mended(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const text::Decoded d = text::decode(bytes, i);
    text::append_utf8(text, d.value);
    i += d.length;
  }
  return text;
}

// A short text of a document's head: UTF-8, one line.
std::string field_of(const Json& json, const char* name) {
  std::string value = mended(json.value(name, std::string()));
  value.resize(text::character_border(value, kMaxFieldBytes));
  std::erase_if(value, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  return std::string(trim(value));
}

std::string date_field(const Json& json, const char* name) {
  const std::string value = field_of(json, name);
  constexpr std::size_t kIsoBytes = 10;
  return value.size() == kIsoBytes && value[4] == '-' && value[7] == '-' ? value : std::string();
}

FileText text_of(const Json& json, std::string body) {
  FileText text;
  text.title = field_of(json, "title");
  text.author = field_of(json, "author");
  text.date = date_field(json, "date");
  text.properties = {field_of(json, "file_title"), field_of(json, "file_author"),
                     date_field(json, "file_created")};
  text.malformed = json.value("malformed", std::size_t{0});
  text.is_ocr = json.value("ocr", false);
  for (const Json& repair : json.value("repairs", Json::array())) {
    if (text.repairs.size() == kMaxRepairs) break;
    text.repairs.push_back({field_of(repair, "kind"), repair.value("letters", std::size_t{0})});
  }
  const bool is_whole = text::count_malformed(body) == 0;
  if (is_whole) text.pages = json.value("pages", std::vector<std::size_t>());
  text.body = is_whole ? std::move(body) : mended(body);
  if (!are_pages_of(text.pages, text.body)) text.pages.clear();
  return text;
}

// Reasons by number: both sides are of one build, but a number may be anything.
std::optional<SkipReason> reason_of(const Json& json) {
  const int number = json.value("reason", -1);
  if (number < 0 || number > static_cast<int>(kLastSkipReason)) return std::nullopt;
  return static_cast<SkipReason>(number);
}

}  // namespace

bool send_message(int socket, const Message& message, int file) {
  const Lengths lengths{static_cast<std::uint8_t>(message.kind),
                        static_cast<std::uint32_t>(message.head.size()), message.body.size()};
  return send_bytes(socket, packed(lengths) + message.head, file) &&
         send_bytes(socket, message.body, -1);
}

std::optional<Message> receive_message(int socket, std::size_t max_body, Clock::time_point deadline,
                                       WireEnd& end, int* file) {
  std::string start;
  if (!receive_bytes(socket, kLengthsBytes, deadline, start, end, file)) return std::nullopt;
  const Lengths lengths = unpacked(start);
  constexpr std::string_view kKinds = "HFBDE";
  end = WireEnd::kBad;
  if (kKinds.find(static_cast<char>(lengths.kind)) == std::string_view::npos) return std::nullopt;
  if (lengths.head > kMaxHeadBytes || lengths.body > max_body) return std::nullopt;
  Message message;
  message.kind = static_cast<Message::Kind>(lengths.kind);
  if (!receive_bytes(socket, lengths.head, deadline, message.head, end, file) ||
      !receive_bytes(socket, lengths.body, deadline, message.body, end, file)) {
    return std::nullopt;
  }
  return message;
}

Message message_of(const FoundDocument& document) {
  Json json = Json::object();
  if (!document.member.empty()) json["member"] = document.member;
  Message message;
  message.kind = Message::Kind::kDocument;
  if (document.problem) {
    json["reason"] = static_cast<int>(document.problem->reason);
    json["detail"] = document.problem->detail;
  } else {
    const FileText& text = document.text;
    json["title"] = text.title;
    json["author"] = text.author;
    json["date"] = text.date;
    json["file_title"] = text.properties.title;
    json["file_author"] = text.properties.author;
    json["file_created"] = text.properties.created;
    json["malformed"] = text.malformed;
    json["ocr"] = text.is_ocr;
    json["pages"] = text.pages;
    for (const EncodingRepair& repair : text.repairs) {
      json["repairs"].push_back({{"kind", repair.kind}, {"letters", repair.letters}});
    }
    message.body = text.body;
  }
  message.head = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return message;
}

std::optional<FoundDocument> document_of(Message message) {
  try {
    const Json json = Json::parse(message.head);
    FoundDocument document;
    document.member = field_of(json, "member");
    if (json.contains("reason")) {
      const auto reason = reason_of(json);
      if (!reason) return std::nullopt;
      document.problem = ReadProblem{*reason, field_of(json, "detail")};
    } else {
      document.text = text_of(json, std::move(message.body));
    }
    return document;
  } catch (const Json::exception&) {
    return std::nullopt;
  }
}

Message hello_of(const std::vector<std::string>& missing) {
  return {Message::Kind::kHello, Json(missing).dump(), {}};
}

std::vector<std::string> missing_of(const Message& hello) {
  try {
    return Json::parse(hello.head).get<std::vector<std::string>>();
  } catch (const Json::exception&) {
    return {"hello"};
  }
}

}  // namespace tracuu::input
