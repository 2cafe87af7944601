// What office files say about themselves: docProps/core.xml and meta.xml.
//
//   <dc:title>Báo cáo</dc:title><dcterms:created>2021-03-04T…   ->  {"Báo cáo", "", "2021-03-04"}
//
// Internal to the readers of office_xml.h.

#pragma once

#include <string_view>

#include "core/document/document.h"

namespace tracuu::input {

// Returns what is said; empty where the part is absent or broken.
FileProperties read_office_properties(std::string_view xml);

}  // namespace tracuu::input
