#include "core/index/last_run.h"

#include <array>
#include <cstddef>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/hex.h"
#include "core/index/directory.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxBytes = 65536;

struct Count {
  const char* name;
  std::uint64_t LastRun::*member;
};

constexpr std::array kCounts = {
    Count{"added", &LastRun::added},         Count{"replaced", &LastRun::replaced},
    Count{"unchanged", &LastRun::unchanged}, Count{"deleted", &LastRun::deleted},
    Count{"moved", &LastRun::moved},         Count{"skipped", &LastRun::skipped},
    Count{"failures", &LastRun::failures},   Count{"not_deleted", &LastRun::not_deleted}};

}  // namespace

std::string encode_last_run(const LastRun& run) {
  nlohmann::ordered_json json;
  json["started"] = run.started;
  json["seconds"] = run.seconds;
  for (const auto& [name, member] : kCounts) json[name] = run.*member;
  json["partial"] = run.is_partial;
  json["stopped"] = run.is_stopped;
  if (run.before) {
    // A tag is any eight bytes, which JSON cannot hold.
    json["before"] = {{"uuid", run.before->uuid},
                      {"revision", run.before->revision},
                      {"tag", to_hex(run.before->tag)}};
  }
  if (!run.error_english.empty()) {
    json["error"] = {{"vi", run.error_vietnamese}, {"en", run.error_english}};
  }
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void write_last_run(const std::filesystem::path& index, const LastRun& run) {
  replace_file(index / kLastRunFile, encode_last_run(run) + "\n");
}

std::optional<LastRun> read_last_run(const std::filesystem::path& index) {
  std::ifstream in(index / kLastRunFile, std::ios::binary);
  std::string text(kMaxBytes, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return decode_last_run(text);
}

std::optional<LastRun> decode_last_run(const std::string& text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  try {
    LastRun run;
    json.at("started").get_to(run.started);
    json.at("seconds").get_to(run.seconds);
    for (const auto& [name, member] : kCounts) json.at(name).get_to(run.*member);
    json.at("partial").get_to(run.is_partial);
    json.at("stopped").get_to(run.is_stopped);
    if (const auto before = json.find("before"); before != json.end()) {
      run.before = {before->at("uuid").get<std::string>(),
                    before->at("revision").get<Xapian::rev>(),
                    from_hex(before->at("tag").get<std::string>())};
    }
    if (const auto error = json.find("error"); error != json.end()) {
      error->at("vi").get_to(run.error_vietnamese);
      error->at("en").get_to(run.error_english);
    }
    return run;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

}  // namespace tracuu
