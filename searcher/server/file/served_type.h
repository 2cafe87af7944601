// As what a file is served, so that a browser shows what is safe and runs nothing of it as a page
// of ours.
//
//   served_type("749.pdf")    application/pdf, shown
//   served_type("a.docx")     application/vnd.openxmlformats-…, to be saved
//   served_type("a.html")     text/html, to be saved: shown, its scripts would be ours
//   served_type("a.exe")      application/octet-stream, to be saved
//
// The name decides: with «nosniff» a browser takes the type as it is said.

#pragma once

#include <string>
#include <string_view>

namespace tracuu {

struct ServedType {
  std::string_view mime;
  bool is_shown = false;  // in the browser; else it is saved
  bool is_pdf = false;
  bool is_text = false;
};

ServedType served_type(std::string_view file_name);

// Whether files of this name hold other documents beside the one they are about, which were not
// all looked at for a reader: archives, mail, files of records.
bool may_hold_others(std::string_view file_name);

// Returns the value of Content-Disposition: `attachment; filename="quyet dinh.pdf";
// filename*=UTF-8''quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf` (RFC 6266). Any bytes are harmless.
std::string disposition(bool is_shown, std::string_view file_name);

}  // namespace tracuu
