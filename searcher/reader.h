// Who asks, and so what is there for him: a Searcher answers for one reader at a time.
//
//   Reader{}                          anybody: what is for everyone
//   Reader{false, {"noi-vu"}}         a member of the group, too
//   Reader::of_everything()           the owner of the files, an administrator

#pragma once

#include <string>
#include <vector>

namespace tracuu {

// Groups of one reader that are looked at.
inline constexpr std::size_t kMaxReaderGroups = 256;

struct Reader {
  bool sees_everything = false;
  std::vector<std::string> groups{};  // as group_name() makes them; in any order

  static Reader of_everything() { return {true, {}}; }

  friend bool operator==(const Reader&, const Reader&) = default;
};

}  // namespace tracuu
