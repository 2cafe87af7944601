// Whether the start tags of a page can be parsed in reasonable time.
//
//   <a b1 b2 b3 … b160000>     libxml2 compares each attribute with all before it: 23 s
//
// Counts, for every place where a start tag may begin, the attributes that libxml2 2.9 would find
// there. Places in scripts and comments count too; pages of people stay far below the bound.

#pragma once

#include <string_view>

namespace tracuu::input {

// Returns whether parsing the tags takes at most some seconds. Cost: a pass over the page; at most
// some 10^9 steps for pages made to be slow.
bool has_bounded_tags(std::string_view page);

}  // namespace tracuu::input
