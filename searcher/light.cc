#include "searcher/light.h"

#include <string>
#include <unordered_set>

#include "core/text/word_form.h"

namespace tracuu {
namespace data {
extern const std::string_view kLightSyllables;
}
namespace {

struct LightSyllables {
  std::unordered_set<std::string> toned;
  std::unordered_set<std::string> toneless;
};

LightSyllables read_list(std::string_view list) {
  LightSyllables light;
  while (!list.empty()) {
    const std::size_t end = list.find('\n');
    const std::string_view line = list.substr(0, end);
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
    if (line.empty() || line.front() == '#') continue;
    text::WordForm form = text::word_form(line);
    light.toned.insert(std::move(form.toned));
    light.toneless.insert(std::move(form.toneless));
  }
  return light;
}

}  // namespace

bool is_light(std::string_view toned, std::string_view toneless, bool has_marks) {
  static const LightSyllables kLight = read_list(data::kLightSyllables);
  if (has_marks) return kLight.toned.contains(std::string(toned));
  return kLight.toneless.contains(std::string(toneless));
}

}  // namespace tracuu
