// What a file is, by its bytes; its name decides only between kinds of plain text.
//
//   "%PDF-1.4 …"                            kPdf, whatever it is called
//   "PK\3\4…" with word/document.xml        kDocx      a zip of its own kind
//   "\xD0\xCF\x11\xE0…" with WordDocument   kDoc       a compound file of Office 97
//   "<html>…" called bao-cao.doc            kHtml      many portals export so
//   "a,b\n" called bang.csv                 kText
//
// Signatures and the contents of zip and compound files decide; libmagic speaks for the rest, and
// ends in content_type.cc.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tracuu::input {

enum class ContentType : std::uint8_t {
  kUnknown,
  kPdf,
  kDoc,
  kXls,
  kPpt,
  kRtf,
  kDocx,
  kXlsx,
  kPptx,
  kOpenDocument,  // text, sheets or slides
  kArchive,       // zip, tar, 7z; members are documents
  kMail,
  kHtml,
  kMarkdown,
  kText,
  kImage,
  kEncrypted,  // an office file under a password
};

struct Detected {
  ContentType type = ContentType::kUnknown;
  std::string mime;  // "image/png", for the report
};

// Loads libmagic's table. May be called once at the start, before a sandbox closes files; else the
// first detection does it.
void load_magic();

// Returns what the bytes are. Cost: reads the directory of a container, else the start only.
Detected detect(std::string_view bytes, std::string_view name);

}  // namespace tracuu::input
