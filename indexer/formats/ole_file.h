// The streams in a compound file, as Office wrote its files from 1997 to 2003.
//
//   OleFile file(bytes);
//   file.has("WordDocument"); file.read("1Table")
//
// A small file system: sectors chained by a table, a directory of names, short streams in sectors
// of their own kind. Chains are bounded by the file's size, so that loops end; whatever is damaged
// gives shorter streams or none. Source of the layout: Microsoft's [MS-CFB].

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::input {

inline constexpr std::string_view kOleSignature("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);

// Little-endian numbers in bytes; 0 beyond their end.
std::uint16_t u16_at(std::string_view bytes, std::size_t offset);
std::uint32_t u32_at(std::string_view bytes, std::size_t offset);

// Returns what lies at `offset`, cut at the end; empty beyond it.
std::string_view slice(std::string_view bytes, std::size_t offset, std::size_t length);

// Immutable. REQUIRES: the bytes outlive it.
class OleFile {
 public:
  explicit OleFile(std::string_view bytes);

  bool has(std::string_view name) const;

  // Returns the stream; empty where there is none. Names are ASCII. Cost: a copy.
  std::string read(std::string_view name) const;

 private:
  struct Entry {
    std::uint32_t first = 0;
    std::uint64_t size = 0;
  };

  void read_table();
  void read_directory();
  std::string chain(std::uint32_t first, std::uint64_t size) const;
  std::string_view sector(std::uint32_t number) const;

  std::string_view bytes_;
  std::size_t sector_size_ = 512;
  std::vector<std::uint32_t> next_;        // of each sector
  std::vector<std::uint32_t> short_next_;  // of each short sector
  std::string short_sectors_;
  std::uint64_t short_below_ = 4096;
  std::map<std::string, Entry, std::less<>> entries_;
};

}  // namespace tracuu::input
