#include "searcher/server/api_keys.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include <sodium.h>

#include "core/base/error.h"
#include "core/document/access.h"

namespace tracuu {
namespace {

constexpr std::size_t kKeyBytes = 32;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t kHashDigits = 2 * crypto_generichash_BYTES;
constexpr std::string_view kLine = "NAME<tab>HASH<tab>REQUESTS A MINUTE<tab>GROUP,GROUP…";
constexpr double kSecondsOfMinute = 60;

void start_sodium() {
  if (sodium_init() < 0) throw Error(ErrorCode::kInternal, {"start libsodium", "it refuses"});
}

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    fields.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return fields;
}

bool is_hash(std::string_view text) {
  return text.size() == kHashDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// The reader of a list of groups; nothing for a list that is none.
std::optional<Reader> reader_of(std::string_view list) {
  Reader reader;
  const std::vector<std::string> names = split_names(list);
  if (names.size() == 1 && names.front() == kAdministratorsName) return Reader::of_everything();
  for (const std::string& name : names) {
    std::optional<std::string> group = group_name(name);
    if (!group) return std::nullopt;
    reader.groups.push_back(std::move(*group));
  }
  return reader;
}

std::optional<ApiKey> read_key(const std::vector<std::string_view>& fields) {
  if (fields.size() < 3 || fields.size() > 4 || !group_name(fields[0]) || !is_hash(fields[1])) {
    return std::nullopt;
  }
  ApiKey key{*group_name(fields[0]), 0, {}};
  const char* const end = fields[2].data() + fields[2].size();
  const auto [read, problem] = std::from_chars(fields[2].data(), end, key.rate);
  if (problem != std::errc() || read != end || key.rate == 0 || key.rate > kMaxKeyRate) {
    return std::nullopt;
  }
  const std::optional<Reader> reader =
      fields.size() == 4 ? reader_of(fields[3]) : std::optional(Reader{});
  if (!reader) return std::nullopt;
  key.reader = *reader;
  return key;
}

}  // namespace

std::string api_key_line(const ApiKey& key, const std::string& hash, const std::string& groups) {
  const std::string line = key.name + '\t' + hash + '\t' + std::to_string(key.rate) + '\t' + groups;
  if (!read_key(fields_of(line))) {
    throw Error(ErrorCode::kBadOption,
                {"--new-api-key", key.name + " " + groups, std::string(kLine)});
  }
  return line;
}

std::string new_api_key() {
  start_sodium();
  std::array<unsigned char, kKeyBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, sodium_base64_ENCODED_LEN(kKeyBytes, kBase64)> text{};
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
  return std::string(kKeyPrefix) + text.data();
}

std::string hash_of_api_key(std::string_view key) {
  start_sodium();
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  // libsodium takes bytes as unsigned.
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(key.data()),
                     key.size(), nullptr, 0);
  std::array<char, kHashDigits + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

ApiKeys::ApiKeys(const std::filesystem::path& file, Clock clock) : clock_(std::move(clock)) {
  std::ifstream in(file);
  if (!in) throw Error(ErrorCode::kPathMissing, {file.string()});
  std::string line;
  while (std::getline(in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> fields = fields_of(line);
    std::optional<ApiKey> key = read_key(fields);
    const bool is_new =
        key && by_hash_.size() < kMaxKeys && by_hash_.emplace(fields[1], *key).second;
    if (!is_new) throw Error(ErrorCode::kBadOption, {file.string(), line, std::string(kLine)});
  }
  if (in.bad()) throw Error(ErrorCode::kPathUnreadable, {file.string(), "read error"});
}

const ApiKey* ApiKeys::find(std::string_view key) const {
  const auto found = by_hash_.find(hash_of_api_key(key));
  return found == by_hash_.end() ? nullptr : &found->second;
}

std::optional<std::chrono::seconds> ApiKeys::take(const ApiKey& key) {
  const auto now = clock_();
  const auto rate = static_cast<double>(key.rate);
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = buckets_.try_emplace(&key, Bucket{rate, now});
  Bucket& bucket = entry->second;
  const double passed = std::chrono::duration<double>(now - bucket.at).count();
  bucket.left = std::min(rate, bucket.left + passed * rate / kSecondsOfMinute);
  bucket.at = now;
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return std::nullopt;
  }
  const double seconds = std::ceil((1 - bucket.left) * kSecondsOfMinute / rate);
  return std::chrono::seconds(static_cast<long>(std::max(1.0, seconds)));
}

}  // namespace tracuu
