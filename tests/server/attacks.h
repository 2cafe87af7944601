// What attackers put into addresses, and the places they put it.
//
//   for each of places(), each of attacks(): place + http::percent_encode(attack)

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace tracuu {

inline std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

inline const std::vector<std::string>& attacks() {
  static const std::vector<std::string> kAttacks{
      // markup
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=alert(1)>",
      "</title><script>alert(1)</script>", "\" autofocus onfocus=alert(1) x=\"",
      "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "//evil.example/x",
      "{{constructor}}", "{{#results}}{{/results}}", "&lt;script&gt;", "<mark>", "]]><x>", "<!--",
      "`onload=alert(1)`", "\xEF\xBC\x9Cscript\xEF\xBC\x9E",
      // headers and addresses
      "a\r\nSet-Cookie: x=1", "a%0d%0aX: y", "../../../../etc/passwd", "/etc/passwd",
      "..\\..\\windows", "file:///etc/passwd", "http://169.254.169.254/",
      // spreadsheets
      "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", "\t=1",
      // the query language and numbers
      "((((((((((((((((((((((((((((((((((((((", "\"unclosed", "a* b* c* d* e*", "NOT NOT NOT a",
      "OR OR OR", "tiêu đề:", "loại:loại:loại:", "a NEAR/99999999 b", "-", "*", "\\", "\"\"",
      times(300, "a OR "), times(1500, "ế "), times(200, "("), times(50, "(a OR "),
      "-99999999999999999999", "99999999999999999999", "1e309", "NaN", "0x10", "1;2", " 1",
      // texts that turn, hide or break
      "\xE2\x80\xAEgpj.exe", "a\xE2\x80\x8B z", "\xEF\xBB\xBF", "\xF0\x9F\x92\xA9",
      times(200, "\xCC\x81"), "'; DROP TABLE documents; --", "${jndi:ldap://x}", "%s%n%x",
      "2020-13-45", "31/02/2021", "0000-00-00", "9999-12-31..0001-01-01"};
  return kAttacks;
}

// Addresses of a server with office_documents(), each waiting for an attack behind it.
inline const std::vector<std::string>& places() {
  static const std::vector<std::string> kPlaces{"/?lang=",
                                                "/search?q=",
                                                "/search?type=",
                                                "/search?agency=",
                                                "/search?year=",
                                                "/search?status=",
                                                "/search?path=",
                                                "/search?signer=",
                                                "/search?q=s%E1%BB%91&from=",
                                                "/search?to=",
                                                "/search?as_of=",
                                                "/search?sort=",
                                                "/search?page=",
                                                "/search?limit=",
                                                "/search?offset=",
                                                "/search?verbatim=",
                                                "/search?more=",
                                                "/search?more=type&within=",
                                                "/search?fragment=1&q=",
                                                "/search?embed=1&q=",
                                                "/document?id=",
                                                "/document?id=qd/2-2021.txt&at=",
                                                "/document?id=qd/2-2021.txt&tab=",
                                                "/document?id=qd/2-2021.txt&q=",
                                                "/search.csv?q=",
                                                "/search.jsonl?q=",
                                                "/search.atom?q=",
                                                "/suggestions?q=",
                                                "/api/v1/search?q=",
                                                "/api/v1/search?facets=",
                                                "/api/v1/search?type=",
                                                "/api/v1/complete?q=",
                                                "/api/v1/suggest?q=",
                                                "/api/v1/document?id=",
                                                "/api/v1/similar?id=",
                                                "/api/v1/related?id=",
                                                "/api/v1/search?explain=",
                                                "/help?lang=",
                                                "/file/",
                                                "/saved/",
                                                "/search?format=",
                                                "/search.trec?topic=",
                                                "/search.trec?q=",
                                                "/file/qd%2F2-2021.txt?download=",
                                                "/"};
  return kPlaces;
}

}  // namespace tracuu
