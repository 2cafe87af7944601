// The settings of tracuu-server: a file of lines «name = value», '#' begins a remark.
//
//   listen = 127.0.0.1:8080
//   site_name_vi = Tra cứu văn bản tỉnh Sông Lam
//   cors_origin = https://cong.songlam.gov.vn        (a line for each)
//
// Everything has a default; data/page/server.conf says all there is. What the command line says
// goes before. A line that is not understood is an error, so that a mistyped name is found.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "searcher/server/file/share_address.h"

namespace tracuu {

inline constexpr std::size_t kMaxWorkers = 64;

struct Settings {
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::size_t workers = 0;  // 0: as many as the machine has cores, two at least
  unsigned connections = 4096;
  std::size_t queue = 512;
  std::chrono::seconds idle{60};
  std::chrono::milliseconds grace{10'000};

  std::chrono::milliseconds time_limit{1000};  // of one search
  std::chrono::milliseconds slow{500};         // what takes longer is logged as slow
  bool access_log = true;

  std::filesystem::path page;     // a folder of files that stand for those built in
  std::filesystem::path data;     // dictionaries
  std::filesystem::path ranking;  // weights

  std::string site_name_vi = "Tra cứu văn bản";
  std::string site_name_en = "Document search";
  Language language = Language::kVietnamese;  // where a request says nothing
  std::string base_url;                       // "https://vanban.songlam.gov.vn", for feeds
  std::vector<std::string> cors_origins;      // pages that may read the API
  std::vector<std::string> frame_ancestors;   // pages that may frame this one

  // Who asks (identity.h); without these everybody is anybody.
  std::string identity_user_header;          // "X-Remote-User", which a proxy sets
  std::string identity_groups_header;        // "X-Remote-Groups": names between commas
  std::vector<std::string> trusted_proxies;  // addresses these headers may come from
  std::string administrators_group;          // whose members see everything
  std::filesystem::path api_keys;            // a file of keys (api_keys.h)

  std::string admin_group;  // whose members see /admin; empty: nobody does

  std::filesystem::path audit_log;  // a folder (audit_log.h); empty: none is kept
  bool audit_anonymous = false;     // also of readers who said nothing of themselves
  unsigned audit_keep_days = 0;     // 0: for ever

  // Originals (file/original.h): folders they are opened from, and what people call these.
  std::vector<std::filesystem::path> file_roots;
  std::vector<Share> shares;

  std::filesystem::path saved_searches;  // a folder (saved/saved_search.h)

  const std::string& site_name(Language wanted) const {
    return wanted == Language::kVietnamese ? site_name_vi : site_name_en;
  }
};

// Returns the folder of dictionaries: the setting, else default_data_folder().
std::filesystem::path data_folder(const Settings& settings);

// Changes the settings as the file says. Throws kPathMissing, kPathUnreadable, kBadOption.
void read_settings(const std::filesystem::path& file, Settings& settings);

// Takes «127.0.0.1:8080», «[::1]:8080» or «8080». Throws kBadOption.
void set_listen(const std::string& value, Settings& settings);

}  // namespace tracuu
