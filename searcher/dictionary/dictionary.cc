#include "searcher/dictionary/dictionary.h"

#include <fstream>
#include <optional>
#include <string>
#include <system_error>

#include "searcher/dictionary/match.h"
#include "searcher/dictionary/term_builder.h"
#include "searcher/dictionary/term_table.h"

namespace tracuu {
namespace data {

extern const std::string_view kAbbreviationsTsv;
extern const std::string_view kSynonymsTsv;
extern const std::string_view kPlaceNamesTsv;

}  // namespace data

namespace {

constexpr std::string_view kAbbreviationsFile = "abbreviations.tsv";
constexpr std::string_view kSynonymsFile = "synonyms.tsv";
constexpr std::string_view kPlaceNamesFile = "place_names.tsv";

// Returns the file's bytes, at most one more than are used; nothing when it cannot be read.
std::optional<std::string> read_file(const std::filesystem::path& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string bytes(kMaxDictionaryFileBytes + 1, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (file.bad() || (file.fail() && !file.eof())) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

// Puts the file in place of the built-in content. `bytes` keeps it.
void replace_by_file(const std::filesystem::path& folder, std::string_view name, std::string& bytes,
                     std::string_view& content, std::vector<DictionaryWarning>& warnings) {
  const std::filesystem::path path = folder / name;
  std::error_code failed;
  if (std::filesystem::symlink_status(path, failed).type() ==
      std::filesystem::file_type::not_found) {
    return;
  }
  if (auto read = read_file(path)) {
    bytes = std::move(*read);
    content = bytes;
  } else {
    warn(warnings, name, 0, RowFault::kFileUnreadable);
  }
}

}  // namespace

DictionaryFiles DictionaryFiles::built_in() {
  return {.abbreviations = data::kAbbreviationsTsv,
          .synonyms = data::kSynonymsTsv,
          .place_names = data::kPlaceNamesTsv};
}

Dictionary Dictionary::load(const std::filesystem::path& folder) {
  DictionaryFiles files = DictionaryFiles::built_in();
  std::vector<DictionaryWarning> warnings;
  std::string abbreviations;
  std::string synonyms;
  std::string place_names;
  if (!folder.empty()) {
    replace_by_file(folder, kAbbreviationsFile, abbreviations, files.abbreviations, warnings);
    replace_by_file(folder, kSynonymsFile, synonyms, files.synonyms, warnings);
    replace_by_file(folder, kPlaceNamesFile, place_names, files.place_names, warnings);
  }
  Dictionary dictionary(files);
  dictionary.warnings_.insert(dictionary.warnings_.begin(), warnings.begin(), warnings.end());
  return dictionary;
}

Dictionary::Dictionary(const DictionaryFiles& files) {
  TermBuilder builder(warnings_);
  builder.add_abbreviations(kAbbreviationsFile,
                            read_abbreviations(kAbbreviationsFile, files.abbreviations, warnings_));
  // A place name before a synonym of the same spelling.
  builder.add_groups(kPlaceNamesFile, read_groups(kPlaceNamesFile, files.place_names, warnings_),
                     AlternativeKind::kPlace);
  builder.add_groups(kSynonymsFile, read_groups(kSynonymsFile, files.synonyms, warnings_),
                     AlternativeKind::kSynonym);
  terms_ = std::make_unique<const TermTable>(builder.build());
}

Dictionary::~Dictionary() = default;
Dictionary::Dictionary(Dictionary&&) noexcept = default;
Dictionary& Dictionary::operator=(Dictionary&&) noexcept = default;

std::vector<Expansion> Dictionary::find(std::span<const DictionaryWord> words) const {
  return find_expansions(*terms_, words, kMaxQueryExpansions);
}

}  // namespace tracuu
