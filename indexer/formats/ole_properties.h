// What Office's files of 1997 to 2003 say about themselves: their stream "SummaryInformation".
//
//   ole_properties(file)      {"Báo cáo quý I", "Van phong", "2009-02-11"}
//
// Source of the layout: Microsoft's [MS-OLEPS].

#pragma once

#include "core/document/document.h"
#include "indexer/formats/ole_file.h"

namespace tracuu::input {

// Returns what is said; empty where it is absent or damaged.
FileProperties ole_properties(const OleFile& file);

}  // namespace tracuu::input
