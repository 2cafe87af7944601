#include "searcher/server/saved/saved_search.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "searcher/server/read_request.h"

namespace tracuu {
namespace {

using Json = nlohmann::json;

// Thrown and caught in this file.
struct Wrong {
  std::string what;
};

std::string text_of(const std::string& name, const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_unsigned()) return std::to_string(value.get<std::uint64_t>());
  throw Wrong{"'" + name + "' must be a text"};
}

// A filter has one value or several.
void add_filter(const std::string& name, const Json& value,
                std::vector<http::Parameter>& parameters) {
  if (!value.is_array()) {
    parameters.push_back({name, text_of(name, value)});
    return;
  }
  for (const Json& one : value) parameters.push_back({name, text_of(name, one)});
}

SavedSearch read(std::string_view key, const Json& json) {
  if (!json.is_object()) throw Wrong{"no object"};
  SavedSearch saved;
  saved.key = key;
  for (const auto& [name, value] : json.items()) {
    if (name == "name") {
      saved.name_vi = text_of(name, value);
    } else if (name == "name_en") {
      saved.name_en = text_of(name, value);
    } else if (name == "query") {
      saved.parameters.insert(saved.parameters.begin(), {"q", text_of(name, value)});
    } else if (name == "filters" && value.is_object()) {
      for (const auto& [filter, values] : value.items()) {
        add_filter(filter, values, saved.parameters);
      }
    } else {
      throw Wrong{"'" + name + "' is not known"};
    }
  }
  if (saved.name_vi.empty()) saved.name_vi = saved.key;
  if (saved.name_en.empty()) saved.name_en = saved.name_vi;
  return saved;
}

}  // namespace

http::Request SavedSearch::request() const {
  http::Request request;
  request.target = {"/search", parameters};
  return request;
}

bool is_saved_search_key(std::string_view key) {
  return !key.empty() && key.size() <= kMaxSavedNameBytes && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

std::variant<SavedSearch, std::string> parse_saved_search(std::string_view key,
                                                          std::string_view text) {
  if (!is_saved_search_key(key)) return "its name may have a-z, 0-9, - and _ only";
  if (text.size() > kMaxSavedSearchBytes) return "it is too long";
  try {
    SavedSearch saved = read(key, Json::parse(text));
    refuse_unknown(saved.request(), {});
    read_search(saved.request());
    return saved;
  } catch (const Wrong& wrong) {
    return wrong.what;
  } catch (const Error& error) {
    return std::string(error.what());
  } catch (const Json::exception& error) {
    return std::string(error.what());
  }
}

}  // namespace tracuu
