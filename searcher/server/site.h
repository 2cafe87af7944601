// What all workers share: settings, the page's files, counters, who may say who he is. Immutable
// but for counters and rates.

#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/language.h"
#include "searcher/server/admin/dictionary_status.h"
#include "searcher/server/admin/query_log.h"
#include "searcher/server/audit_log.h"
#include "searcher/server/file/file_roots.h"
#include "searcher/server/http/file_threads.h"
#include "searcher/server/identity.h"
#include "searcher/server/metrics.h"
#include "searcher/server/page_files.h"
#include "searcher/server/saved/saved_searches.h"
#include "searcher/server/settings.h"
#include "searcher/server/strings.h"
#include "searcher/server/template/template.h"

namespace tracuu {

class Site {
 public:
  // Reads the page's files and the keys. Throws as PageFiles, Strings and Identities do, kBadOption
  // for a bad template.
  explicit Site(Settings settings);

  const Settings& settings() const { return settings_; }
  const PageFiles& files() const { return files_; }
  QueryLog& query_log() { return query_log_; }
  const DictionaryStatus& dictionary() const { return dictionary_; }
  SavedSearches& saved_searches() { return saved_searches_; }
  const FileRoots& file_roots() const { return file_roots_; }
  http::FileThreads& file_threads() { return file_threads_; }  // by which originals are opened
  Metrics& metrics() { return metrics_; }
  Identities& identities() { return identities_; }
  AuditLog* audit_log() { return audit_log_ ? &*audit_log_ : nullptr; }  // nothing: none is kept

  std::string say(std::string_view key, Language language,
                  std::initializer_list<std::string> arguments = {}) const {
    return strings_.say(key, language, arguments);
  }

  // Returns the page "search" filled with `data`.
  std::string render(std::string_view page, Language language, const page::Value& data) const;

  // Returns the address of a file of the page: it changes with the file.
  std::string address_of(std::string_view file) const;

 private:
  Settings settings_;
  PageFiles files_;
  Strings strings_;
  FileRoots file_roots_;
  http::FileThreads file_threads_;
  Metrics metrics_;
  QueryLog query_log_;
  DictionaryStatus dictionary_;
  SavedSearches saved_searches_;
  Identities identities_;
  std::optional<AuditLog> audit_log_;
  std::array<std::map<std::string, page::Template, std::less<>>, 2> pages_;
  std::map<std::string, std::string, std::less<>> versions_;
};

}  // namespace tracuu
