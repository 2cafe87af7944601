// Makes an index that a program must refuse, out of a copy of a good one.
//
//   make_bad_index set DIR KEY VALUE    writes metadata of the live generation: tracuu.format 99
//   make_bad_index foreign DIR          a new Xapian database of somebody else at DIR/gen-0001
//
// The scripts here have no other way to write a Xapian database.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <xapian.h>

namespace {

int set_metadata(const std::filesystem::path& directory, const std::string& key,
                 const std::string& value) {
  std::string generation;
  std::ifstream(directory / "current") >> generation;
  Xapian::WritableDatabase database((directory / generation).string(), Xapian::DB_OPEN);
  database.set_metadata(key, value);
  database.commit();
  return 0;
}

int make_foreign(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  Xapian::WritableDatabase database((directory / "gen-0001").string(), Xapian::DB_CREATE);
  Xapian::Document document;
  document.add_term("Kxapian");
  database.add_document(document);
  database.commit();
  std::ofstream(directory / "current") << "gen-0001\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string task = argc > 1 ? argv[1] : "";
  try {
    if (task == "set" && argc == 5) return set_metadata(argv[2], argv[3], argv[4]);
    if (task == "foreign" && argc == 3) return make_foreign(argv[2]);
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "%s\n", error.get_description().c_str());
    return 1;
  }
  std::fputs("usage: make_bad_index set DIR KEY VALUE | foreign DIR\n", stderr);
  return 2;
}
