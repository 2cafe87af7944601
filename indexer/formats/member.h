// Files in files: what is left of the limits, and how members are named.
//
//   member_name("..\\cong-van\\12.docx") == "cong-van/12.docx"     no way out, no backslashes
//   member_name("/etc/passwd")           == "etc/passwd"
//
// A name is a label: nothing is ever written under it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/formats/extract_file.h"
#include "indexer/worker/worker_limits.h"

namespace tracuu::input {

// What readers of containers share while one file is read.
struct Nesting {
  const Emit& emit;
  std::uint64_t bytes_left = kMaxUnpackedBytes;  // that members may still unpack to, in all
  std::size_t members_left = kMaxMembers;
};

// Reads a member that lies `depth` containers deep: emits its documents under `member`.
void extract_member(std::string_view bytes, const std::string& member, std::size_t depth,
                    Nesting& nesting);

// Emits a member that is none.
void emit_problem(const std::string& member, ReadProblem problem, const Nesting& nesting);

// Returns a member's name as part of an id: "/" between folders, none of "..", ".", empty parts and
// control characters; UTF-8, mended where an old archiver wrote another encoding.
std::string member_name(std::string_view name);

// Returns the names one below the other: "thu.zip" for an empty `folder`.
std::string joined_names(const std::string& folder, const std::string& name);

}  // namespace tracuu::input
