// Who may see a document: everyone, the members of some groups, or administrators only.
//
//   nothing, {"*"}           everyone
//   {"noi-vu", "Văn thư"}    members of either group
//   {"!"}                    nobody but administrators, who see everything
//
// A group is named by 1 to 100 bytes of UTF-8: letters, marks, digits, single blanks between them
// and -_.@:/+ . Names are equal when their NFC is, letter for letter: "Kế toán" is not "kế toán".
// What is no such list admits nobody: whoever asks for secrecy in the wrong words must not publish.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

inline constexpr std::string_view kEveryoneName = "*";
inline constexpr std::string_view kAdministratorsName = "!";

inline constexpr std::size_t kMaxGroupBytes = 100;
inline constexpr std::size_t kMaxGroups = 64;  // of one document

struct Access {
  enum class Kind : std::uint8_t { kEveryone, kGroups, kAdministrators };

  Kind kind = Kind::kEveryone;
  std::vector<std::string> groups{};  // of kGroups: in order, each once, at least one

  friend bool operator==(const Access&, const Access&) = default;
};

// Returns the name as it is compared and kept, blanks at its ends taken away; nothing for what is
// no name of a group.
std::optional<std::string> group_name(std::string_view text);

// Returns the access that a list of names says; nothing for a list that says none: a bad name,
// "*" or "!" beside others, too many.
std::optional<Access> access_of(const std::vector<std::string>& names);

// Returns the same, and administrators only for what is no such list.
Access access_or_closed(const std::vector<std::string>& names);

// Returns the list that says so: {"*"}, {"!"} or the groups.
std::vector<std::string> names_of(const Access& access);

// Returns the names that stand between commas, as typed; none for an empty text.
std::vector<std::string> split_names(std::string_view list);

}  // namespace tracuu
