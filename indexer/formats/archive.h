// The members of an archive as documents: zip, tar, 7z, rar, packed or not.
//
//   thu.zip with "qd.docx" and "kem/bang.xlsx"   ->  members "qd.docx" and "kem/bang.xlsx"
//   cong-van.pdf.gz                              ->  member "cong-van.pdf"
//
// Folders, links and hidden names are passed over. What unpacks to more than the limits ends in a
// reason behind the members before it, as does a broken end. libarchive ends in archive.cc.

#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/member.h"

namespace tracuu::input {

// Emits the members, each under `member` and its own name; REQUIRES: depth ≥ 1, that of the
// members. `name` is the archive's own: a packed file's member is named by it.
void read_archive(std::string_view bytes, std::string_view name, const std::string& member,
                  std::size_t depth, Nesting& nesting);

}  // namespace tracuu::input
