#include "indexer/formats/content_type.h"

#include <algorithm>
#include <array>
#include <memory>

#include <magic.h>

#include "indexer/formats/ole_file.h"
#include "indexer/formats/zip_parts.h"
#include "indexer/source/format.h"

namespace tracuu::input {
namespace {

using std::string_view_literals::operator""sv;

// libmagic looks at no more; mail headers are shorter.
constexpr std::size_t kStartBytes = std::size_t{256} << 10;
constexpr std::size_t kMailHeaderBytes = 4096;

struct CloseMagic {
  void operator()(magic_set* cookie) const { magic_close(cookie); }
};
using Magic = std::unique_ptr<magic_set, CloseMagic>;

Magic open_magic() {
  Magic cookie(magic_open(MAGIC_MIME_TYPE));
  if (cookie && magic_load(cookie.get(), nullptr) != 0) cookie.reset();
  return cookie;
}

magic_set* magic_table() {
  static const Magic table = open_magic();
  return table.get();
}

struct Signature {
  std::string_view bytes;
  ContentType type;
  const char* mime;
};

constexpr std::array<Signature, 9> kSignatures{{
    {"%PDF-"sv, ContentType::kPdf, "application/pdf"},
    {"{\\rtf"sv, ContentType::kRtf, "text/rtf"},
    {"\x89PNG\r\n"sv, ContentType::kImage, "image/png"},
    {"\xFF\xD8\xFF"sv, ContentType::kImage, "image/jpeg"},
    {"II*\0"sv, ContentType::kImage, "image/tiff"},
    {"MM\0*"sv, ContentType::kImage, "image/tiff"},
    {"7z\xBC\xAF\x27\x1C"sv, ContentType::kArchive, "application/x-7z-compressed"},
    {"Rar!\x1A\x07"sv, ContentType::kArchive, "application/x-rar"},
    {"\x1F\x8B"sv, ContentType::kArchive, "application/gzip"},
}};

// A PDF may begin with some other bytes: readers look for its mark in the first kilobyte.
constexpr std::size_t kPdfMarkWithin = 1024;

Detected detect_zip(std::string_view bytes) {
  switch (kind_of_zip(bytes)) {
    case ZipKind::kWord:
      return {ContentType::kDocx, "application/vnd.openxmlformats-officedocument.wordprocessingml"};
    case ZipKind::kSheet:
      return {ContentType::kXlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml"};
    case ZipKind::kSlides:
      return {ContentType::kPptx, "application/vnd.openxmlformats-officedocument.presentationml"};
    case ZipKind::kOpenDocument:
      return {ContentType::kOpenDocument, "application/vnd.oasis.opendocument"};
    case ZipKind::kOther:
      break;
  }
  return {ContentType::kArchive, "application/zip"};
}

Detected detect_ole(std::string_view bytes) {
  const OleFile file(bytes);
  if (file.has("WordDocument")) return {ContentType::kDoc, "application/msword"};
  if (file.has("Workbook") || file.has("Book")) {
    return {ContentType::kXls, "application/vnd.ms-excel"};
  }
  if (file.has("PowerPoint Document")) return {ContentType::kPpt, "application/vnd.ms-powerpoint"};
  if (file.has("EncryptedPackage")) return {ContentType::kEncrypted, "application/encrypted"};
  return {ContentType::kUnknown, "application/x-ole-storage"};
}

// Whether the bytes begin with a letter's header: lines "Name: value" or their continuations, one
// of them a name that letters have.
bool is_mail(std::string_view bytes) {
  constexpr std::array kNames{"from:"sv,        "received:"sv,   "mime-version:"sv,
                              "return-path:"sv, "message-id:"sv, "delivered-to:"sv,
                              "x-mozilla"sv};
  std::string_view rest = bytes.substr(0, kMailHeaderBytes);
  if (rest.starts_with("From ")) return true;
  bool has_name = false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') continue;
    std::ranges::transform(line, line.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const std::size_t colon = line.find(':');
    if (colon == std::string::npos) return has_name && rest.empty();
    if (line.find_first_of(" \t<{") < colon) return false;
    has_name =
        has_name || std::ranges::any_of(kNames, [&](auto name) { return line.starts_with(name); });
  }
  return has_name;
}

ContentType type_of_text(std::string_view ending) {
  if (ending == ".md" || ending == ".markdown") return ContentType::kMarkdown;
  if (ending == ".txt" || ending == ".csv" || ending == ".tsv" || ending == ".text" ||
      ending.empty()) {
    return ContentType::kText;
  }
  return ContentType::kUnknown;  // programs, style sheets, logs
}

Detected detect_rest(std::string_view bytes, std::string_view name) {
  const char* found = magic_table() == nullptr ? nullptr
                                               : magic_buffer(magic_table(), bytes.data(),
                                                              std::min(bytes.size(), kStartBytes));
  Detected detected{ContentType::kUnknown, found ? found : "application/octet-stream"};
  const std::string_view mime = detected.mime;
  const std::string ending = ending_of(name);
  const bool is_mail_name = ending == ".eml" || ending == ".mht" || ending == ".mhtml";
  if (mime == "message/rfc822" || ((is_mail_name || mime.starts_with("text/")) && is_mail(bytes))) {
    detected.type = ContentType::kMail;
  } else if (mime == "text/html" || mime == "application/xhtml+xml" || ending == ".html" ||
             ending == ".htm") {
    detected.type = ContentType::kHtml;
  } else if (mime == "application/x-tar" || mime == "application/x-xz" ||
             mime == "application/zstd" || mime == "application/x-bzip2") {
    detected.type = ContentType::kArchive;
  } else if (mime.starts_with("text/") || mime == "application/csv" ||
             type_of_text(ending) != ContentType::kUnknown) {
    // Text in a legacy encoding is "application/octet-stream" now and then: its name decides.
    const bool is_named = !ending.empty() || mime.starts_with("text/");
    detected.type = is_named ? type_of_text(ending) : ContentType::kUnknown;
  }
  return detected;
}

}  // namespace

void load_magic() {
  magic_table();
}

Detected detect(std::string_view bytes, std::string_view name) {
  for (const Signature& signature : kSignatures) {
    if (bytes.starts_with(signature.bytes)) return {signature.type, signature.mime};
  }
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return detect_zip(bytes);
  if (bytes.starts_with(kOleSignature)) return detect_ole(bytes);
  if (bytes.substr(0, kPdfMarkWithin).find("%PDF-") != std::string_view::npos) {
    return {ContentType::kPdf, "application/pdf"};
  }
  return detect_rest(bytes, name);
}

}  // namespace tracuu::input
