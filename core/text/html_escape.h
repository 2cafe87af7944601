// Text that cannot become markup, for whoever writes HTML.
//
//   "Sở A & B <b>"        ->  "Sở A &amp; B &lt;b&gt;"
//   "gpj.\u202Eexe"       ->  "gpj.�exe"       what would turn or hide text is shown (visible.h)
//
// Harmless between tags and in an attribute in quotes. Called once for each text, where HTML is
// written and nowhere before: escaped twice, «&» is read as «&amp;».

#pragma once

#include <string>
#include <string_view>

namespace tracuu::text {

// Appends the escaped text. Linear.
void escape_html(std::string_view text, std::string& out);

}  // namespace tracuu::text
