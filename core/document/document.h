// What a document is to every part of tracuu: the record that extraction fills and the index keeps.
//
// One record stands for one decision, letter or article. Texts are UTF-8, dates ISO
// ("2020-06-03"); an empty string means "not known". The body is stored as it was read, and
// offsets everywhere count its bytes; what must not be ranked in it is marked by regions:
//
//   body    "… 20210417-m02.jpg\n\nBộ TT&TT đã … (Ảnh hội nghị …)\n\n…"
//   regions  {kNoise, the file name}, {kCaption, the paragraph behind it}
//
// Text that was stored in an encoding from before Unicode is repaired before it comes here; the
// document says so and keeps what was read: title "Nghị quyết", original.title "NghÞ quyÕt".
//
// Intentionally a plain, copyable value.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/document/citation.h"

namespace tracuu {

// A part of the body that is not running text. Regions are ordered and do not overlap.
struct Region {
  enum class Kind {
    kCaption,  // searched at low weight
    kNoise,    // stored and shown, never searched: picture names, rating counters
    kTitle,    // the title once more: searched as the title, not counted twice
    kHead,     // agency, number, date and subject above the text: searched as text, no snippet
  };
  Kind kind = Kind::kNoise;
  std::size_t offset = 0;  // bytes into the body
  std::size_t length = 0;  // bytes

  friend bool operator==(const Region&, const Region&) = default;
};

// Letters of a document that were in a legacy encoding: {"tcvn3", 1234}.
struct EncodingRepair {
  std::string kind;         // text::repair_code (core/text/legacy/repair_kind.h)
  std::size_t letters = 0;  // beyond ASCII, after the repair

  friend bool operator==(const EncodingRepair&, const EncodingRepair&) = default;
};

// The text before its repair, valid UTF-8: bytes of a legacy encoding as windows-1252 shows them.
struct OriginalText {
  std::string title;
  std::string body;

  friend bool operator==(const OriginalText&, const OriginalText&) = default;
};

// Where a field that was not given was read: {"date", "head.place_and_date", …} says that the line
// with place and date gave it. `sure` is the share of such readings that were right when measured
// (tests/document/extraction_run.cc), 0…1.
struct Evidence {
  std::string field;       // as in JSON: "number"
  std::string rule;        // for programs, never translated
  std::size_t offset = 0;  // of what was read; bytes into the body
  std::size_t length = 0;
  double sure = 0;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// A field whose given value the text contradicts. The given one stands in the field.
struct Conflict {
  std::string field;
  std::string given;
  std::string found;

  friend bool operator==(const Conflict&, const Conflict&) = default;
};

// Someone the text names with a title or an office: {"Nguyễn Văn A", "Chủ tịch UBND tỉnh"}.
struct Person {
  std::string name;
  std::string title;

  friend bool operator==(const Person&, const Person&) = default;
};

// What a file of an office program says about itself. Titles there are often another document's,
// and authors the owner of the computer: evidence of low weight, kept and shown, never a field.
struct FileProperties {
  std::string title;
  std::string author;
  std::string created;  // ISO date

  friend bool operator==(const FileProperties&, const FileProperties&) = default;
};

// Document::text_quality of text without a token.
inline constexpr double kNoTextQuality = -1;

struct Document {
  std::string id;
  std::string title;
  std::string body;

  std::string type;       // "Quyết định"
  std::string number;     // "749/QĐ-TTg", as written
  std::string agency;     // "Ủy ban nhân dân tỉnh Thái Nguyên"
  std::string date;       // of issue or publication
  std::string effective;  // from when in force
  std::string expires;    // the last day in force, where the text itself says so
  std::string status;
  std::string signer;
  std::string signer_title;     // "Phó Chủ tịch"
  std::string signer_capacity;  // "KT.", "TM.", "TL.", "TUQ.", "Q."
  std::string subject;          // trích yếu: "về việc thành lập Ban chỉ đạo"
  std::string place;            // of issue: "Thái Nguyên"
  std::string field;            // lĩnh vực
  std::string urgency;          // "Khẩn", "Thượng khẩn", "Hỏa tốc"
  std::string secrecy;          // "Mật", "Tối mật", "Tuyệt mật"
  bool is_draft = false;        // «DỰ THẢO» at its head
  std::vector<std::string> keywords;
  std::string source;  // site or system it comes from: "mic.gov.vn"
  std::string url;
  std::vector<std::string> access;  // core/document/access.h; empty: nothing says who may see it
  bool access_by_rule = false;      // it comes from where the document lies, not from itself

  bool date_inferred = false;  // the date is a guess, e.g. from a picture's name
  std::string author;          // of an article: "Vân Anh"
  std::string path;            // the file it was read from, relative to the folder given
  std::vector<Region> regions;
  std::vector<std::size_t> pages;  // where each begins in the body (core/document/pages.h)
  FileProperties file;
  bool is_ocr = false;  // the text was read from pictures: letters and digits may be wrong

  std::vector<Person> people;       // the text names with a title; the signer is not among them
  std::vector<std::string> places;  // provinces, districts, communes: "tỉnh Bắc Kạn"
  std::vector<std::string> topics;  // phrases the text is about, when no keywords are given
  std::vector<Citation> citations;  // in the order of the text
  std::vector<Evidence> evidence;
  std::vector<Conflict> conflicts;

  double text_quality = kNoTextQuality;  // share of valid syllables in title and body, 0…1
  std::vector<EncodingRepair> repairs;   // empty: the text is as it was read
  bool damaged = false;                  // letters are lost: a better copy is needed
  OriginalText original;                 // empty without repairs
};

}  // namespace tracuu
