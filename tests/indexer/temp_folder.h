// A folder of its own for one test, gone with the test, and files to put into it.
//
//   TempFolder folder;
//   folder.write("vb/749.txt", "Quyết định 749/QĐ-TTg");
//   walk({folder.path("vb")})

#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace tracuu::input {

class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tracuu-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp");
    root_ = name;
  }
  ~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  std::string path(std::string_view below = {}) const {
    return below.empty() ? root_.string() : (root_ / below).string();
  }

  // Writes the file, its folders included, and returns its path.
  std::string write(std::string_view below, std::string_view bytes) const {
    const std::filesystem::path file = root_ / below;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }

 private:
  std::filesystem::path root_;
};

// Returns the bytes as one of "gzip", "xz" and "zstd" packs them.
inline std::string packed(std::string_view bytes, const char* filter) {
  std::vector<char> buffer(bytes.size() * 2 + 4096);
  std::size_t used = 0;
  archive* out = archive_write_new();
  archive_write_set_format_raw(out);
  archive_write_add_filter_by_name(out, filter);
  archive_write_set_bytes_in_last_block(out, 1);
  if (archive_write_open_memory(out, buffer.data(), buffer.size(), &used) != ARCHIVE_OK) {
    throw std::runtime_error(archive_error_string(out));
  }
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_write_header(out, entry);
  archive_write_data(out, bytes.data(), bytes.size());
  archive_entry_free(entry);
  archive_write_free(out);
  return {buffer.data(), used};
}

}  // namespace tracuu::input
