#include "searcher/server/site.h"

#include <utility>

#include "core/base/error.h"

namespace tracuu {
namespace {

constexpr std::array<std::string_view, 7> kPages{"home",  "search", "document", "help",
                                                 "error", "embed",  "admin"};
constexpr std::array<std::string_view, 6> kStatic{"style.css", "office.css", "tracuu.js",
                                                  "swap.js",   "embed.js",   "logo.svg"};

// Originals that are opened at a time.
constexpr std::size_t kOpeningThreads = 4;

std::size_t index_of(Language language) {
  return language == Language::kVietnamese ? 0 : 1;
}

}  // namespace

Site::Site(Settings settings)
    : settings_(std::move(settings)),
      files_(settings_.page),
      strings_("strings.tsv", files_.file("strings.tsv")),
      file_roots_(settings_.file_roots),
      file_threads_(kOpeningThreads),
      dictionary_(dictionary_status(data_folder(settings_))),
      saved_searches_(settings_.saved_searches),
      identities_(settings_) {
  if (!settings_.audit_log.empty()) {
    audit_log_.emplace(AuditOptions{settings_.audit_log, settings_.audit_keep_days});
  }
  for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
    const auto strings = [&](std::string_view key) {
      if (!strings_.has(key)) throw page::TemplateError("no string '" + std::string(key) + "'");
      return strings_.say(key, language);
    };
    const auto partials = [&](std::string_view name) {
      return files_.file(std::string(name) + ".html");
    };
    for (const std::string_view name : kPages) {
      const std::string file = std::string(name) + ".html";
      try {
        pages_.at(index_of(language))
            .emplace(name, page::Template::parse(file, files_.file(file), strings, partials));
      } catch (const page::TemplateError& error) {
        throw Error(ErrorCode::kBadOption, {"page", error.what(), "searcher/server/README.md"});
      }
    }
  }
  for (const std::string_view file : kStatic) {
    versions_.emplace(file, "/static/" + std::string(file) + "?v=" + files_.version(file));
  }
}

std::string Site::render(std::string_view page, Language language, const page::Value& data) const {
  return pages_.at(index_of(language)).find(page)->second.render(data);
}

std::string Site::address_of(std::string_view file) const {
  const auto found = versions_.find(file);
  return found == versions_.end() ? std::string() : found->second;
}

}  // namespace tracuu
