#include "core/index/verify.h"

#include <sstream>

#include "core/base/error.h"
#include "core/index/database.h"
#include "core/index/xapian_error.h"

namespace tracuu {
namespace {

// Beyond this many, one sentence more says nothing more.
constexpr std::size_t kMaxSentences = 100;

constexpr Bilingual kOtherCount{"có {1} văn bản thay vì {2}",
                                "it holds {1} documents instead of {2}"};

// Xapian's report says of each table "docdata table structure checked OK" or what is wrong.
bool is_good_news(const std::string& line) {
  return line.empty() || line.ends_with(':') || line.ends_with("checked OK") ||
         line.starts_with("Lazily created") || line.find("No errors found") != std::string::npos;
}

}  // namespace

std::vector<std::string> find_damage(const std::filesystem::path& generation) {
  std::ostringstream report;
  std::vector<std::string> damage;
  std::size_t errors = 0;
  try {
    errors = Xapian::Database::check(generation.string(), 0, &report);
  } catch (const Xapian::Error& error) {
    damage.push_back(translate(error, generation.string()).what());
  }
  if (errors == 0) return damage;
  std::istringstream lines(report.str());
  for (std::string line; std::getline(lines, line) && damage.size() < kMaxSentences;) {
    if (!is_good_news(line)) damage.push_back(line);
  }
  if (damage.empty()) damage.push_back(std::to_string(errors) + " errors");
  return damage;
}

void verify_generation(const std::filesystem::path& generation,
                       const std::filesystem::path& directory, Xapian::doccount documents) {
  try {
    const Xapian::Database database(generation.string());
    check_contract(database, directory);
    if (database.get_doccount() != documents) {
      throw Error(
          ErrorCode::kIndexDamaged,
          {directory.string(), std::to_string(database.get_doccount()), std::to_string(documents)},
          kOtherCount);
    }
  } catch (const Xapian::Error& error) {
    throw translate(error, generation.string());
  }
  const std::vector<std::string> damage = find_damage(generation);
  if (!damage.empty()) throw Error(ErrorCode::kIndexDamaged, {directory.string(), damage.front()});
}

}  // namespace tracuu
