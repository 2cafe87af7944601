#include "searcher/server/strings.h"

#include <utility>

#include "core/base/error.h"

namespace tracuu {

Strings::Strings(std::string_view name, std::string_view file) {
  while (!file.empty()) {
    std::string_view line = file.substr(0, file.find('\n'));
    file.remove_prefix(std::min(line.size() + 1, file.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      throw Error(ErrorCode::kBadOption,
                  {std::string(name), std::string(line), "KEY <tab> VI <tab> EN"});
    }
    sentences_.insert_or_assign(std::string(line.substr(0, first)),
                                Sentence{std::string(line.substr(first + 1, second - first - 1)),
                                         std::string(line.substr(second + 1))});
  }
}

std::string Strings::say(std::string_view key, Language language,
                         std::initializer_list<std::string> arguments) const {
  const auto found = sentences_.find(key);
  if (found == sentences_.end()) return std::string(key);
  return tracuu::say(Bilingual{found->second.vi, found->second.en}, language, arguments);
}

}  // namespace tracuu
