// What all workers share: settings, the page's files, counters. Immutable but for the counters.

#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "searcher/server/metrics.h"
#include "searcher/server/page_files.h"
#include "searcher/server/settings.h"
#include "searcher/server/strings.h"
#include "searcher/server/template/template.h"

namespace tracuu {

class Site {
 public:
  // Reads the page's files. Throws as PageFiles and Strings do, kBadOption for a bad template.
  explicit Site(Settings settings);

  const Settings& settings() const { return settings_; }
  const PageFiles& files() const { return files_; }
  Metrics& metrics() { return metrics_; }

  std::string say(std::string_view key, Language language,
                  std::initializer_list<std::string> arguments = {}) const {
    return strings_.say(key, language, arguments);
  }

  // Returns the page "search" filled with `data`.
  std::string render(std::string_view page, Language language, const page::Value& data) const;

  // Returns the address of a file of the page: it changes with the file.
  std::string address_of(std::string_view file) const;

  // Documents in the index, as the last worker saw it.
  std::atomic<std::size_t> documents{0};

 private:
  Settings settings_;
  PageFiles files_;
  Strings strings_;
  Metrics metrics_;
  std::array<std::map<std::string, page::Template, std::less<>>, 2> pages_;
  std::map<std::string, std::string, std::less<>> versions_;
};

}  // namespace tracuu
