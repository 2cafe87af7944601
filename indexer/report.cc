#include "indexer/report.h"

#include <cstdio>
#include <map>

#include <nlohmann/json.hpp>

#include "core/text/visible.h"

namespace tracuu {
namespace {

constexpr Bilingual kDryRun{"Chạy thử, không ghi gì.\n", "Dry run, nothing was written.\n"};
constexpr Bilingual kCounts{
    "Thêm {0}, thay {1}, giữ nguyên {2}, xóa {3}, bỏ qua {4}; chỉ mục có {5} văn bản.\n",
    "Added {0}, replaced {1}, unchanged {2}, deleted {3}, skipped {4}; {5} documents in the "
    "index.\n"};
constexpr Bilingual kSpeed{"{0} MB văn bản trong {1} giây ({2} MB/giây).\n",
                           "{0} MB of text in {1} s ({2} MB/s).\n"};
constexpr Bilingual kReason{"Bỏ qua, {0}: {1}\n", "Skipped, {0}: {1}\n"};
constexpr Bilingual kMore{"  … và {0} mục khác\n", "  … and {0} more\n"};
constexpr Bilingual kNotices{"Lưu ý: {0}\n", "Notices: {0}\n"};
constexpr Bilingual kDuplicateId{"{0}: mã '{1}' đã gặp trước đó; giữ văn bản đọc sau",
                                 "{0}: the id '{1}' came before; the later document was kept"};
constexpr Bilingual kBadField{"{0}: không hiểu giá trị của trường '{1}', để trống",
                              "{0}: the value of '{1}' was not understood and left empty"};
constexpr Bilingual kMalformed{"{0}: {1} byte không phải UTF-8", "{0}: {1} bytes are not UTF-8"};
constexpr Bilingual kConflict{"{0}: dữ liệu kèm theo khác với văn bản, giữ dữ liệu kèm theo ({1})",
                              "{0}: what was given differs from the text and was kept ({1})"};
constexpr Bilingual kBadAccess{
    "{0}: không hiểu ai được xem ({1}); chỉ người quản trị xem được",
    "{0}: who may see it was not understood ({1}); only administrators do"};
constexpr Bilingual kAccessChanged{"Đổi người được xem của {0} văn bản.\n",
                                   "Who may see them changed for {0} documents.\n"};
constexpr Bilingual kNotDeleted{
    "{0}: {1} văn bản không còn nữa, quá nhiều nên không xóa; nếu chúng đúng là đã bị xóa, hãy "
    "chạy "
    "lại với --max-delete 100",
    "{0}: {1} documents are gone, too many to be deleted; if they were meant to go, run again with "
    "--max-delete 100"};
constexpr Bilingual kMoved{"Đổi tên hay dời chỗ: {0} văn bản.\n", "Moved: {0} documents.\n"};
constexpr Bilingual kRemembered{
    "{0} lỗi là của tệp không thay đổi từ lần trước, không đọc lại (--retry-failed để thử lại).\n",
    "{0} failures are of files that have not changed and were not read again (--retry-failed tries "
    "them).\n"};
constexpr Bilingual kStopped{"Đã dừng theo yêu cầu; lần chạy sau sẽ làm tiếp.\n",
                             "Stopped as asked; the next run goes on.\n"};
constexpr Bilingual kLine{"{0}, dòng {1}", "{0}, line {1}"};

std::string with_decimals(double value, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  return buffer;
}

std::string skips_by_reason(const IndexReport& report, Language language, std::size_t listed) {
  std::map<input::SkipReason, std::vector<const input::Skip*>> by_reason;
  std::map<input::SkipReason, std::size_t> counts;
  for (const input::Skip& skip : report.skips) {
    by_reason[skip.reason].push_back(&skip);
    counts[skip.reason] += skip.count;
  }
  std::string out;
  for (const auto& [reason, skips] : by_reason) {
    out += say(kReason, language,
               {std::string(input::skip_label(reason, language)), std::to_string(counts[reason])});
    for (std::size_t i = 0; i < skips.size() && i < listed; ++i) {
      out += "  " + text::visible(input::skip_sentence(*skips[i], language), text::Lines::kJoin) +
             "\n";
    }
    if (skips.size() > listed) {
      out += say(kMore, language, {std::to_string(skips.size() - listed)});
    }
  }
  return out;
}

const char* notice_code(Notice::Kind kind) {
  switch (kind) {
    case Notice::Kind::kDuplicateId:
      return "duplicate_id";
    case Notice::Kind::kBadField:
      return "bad_field";
    case Notice::Kind::kMalformed:
      return "malformed_utf8";
    case Notice::Kind::kConflict:
      return "conflict";
    case Notice::Kind::kBadAccess:
      return "bad_access";
    case Notice::Kind::kNotDeleted:
      return "not_deleted";
  }
  return "";
}

}  // namespace

std::string notice_sentence(const Notice& notice, Language language) {
  std::string where = notice.line == 0
                          ? notice.path
                          : say(kLine, language, {notice.path, std::to_string(notice.line)});
  switch (notice.kind) {
    case Notice::Kind::kDuplicateId:
      return say(kDuplicateId, language, {where, notice.detail});
    case Notice::Kind::kBadField:
      return say(kBadField, language, {where, notice.detail});
    case Notice::Kind::kMalformed:
      return say(kMalformed, language, {where, notice.detail});
    case Notice::Kind::kConflict:
      return say(kConflict, language, {where, notice.detail});
    case Notice::Kind::kBadAccess:
      return say(kBadAccess, language, {where, notice.detail});
    case Notice::Kind::kNotDeleted:
      return say(kNotDeleted, language, {where, notice.detail});
  }
  return where;
}

bool has_done_anything(const IndexReport& report) {
  return report.added + report.replaced + report.access_changed + report.deleted + report.moved +
             report.failures + report.not_deleted >
         0;
}

LastRun to_last_run(const IndexReport& report) {
  LastRun run;
  run.added = report.added;
  run.replaced = report.replaced;
  run.unchanged = report.unchanged;
  run.deleted = report.deleted;
  run.moved = report.moved;
  run.skipped = report.skipped;
  run.failures = report.failures;
  run.not_deleted = report.not_deleted;
  run.is_stopped = report.stopped;
  return run;
}

std::string to_text(const IndexReport& report, Language language, std::size_t listed) {
  std::string out;
  if (report.dry_run) out += say(kDryRun, language);
  out += skips_by_reason(report, language, listed);
  if (report.notices_count > 0) {
    out += say(kNotices, language, {std::to_string(report.notices_count)});
    for (std::size_t i = 0; i < report.notices.size() && i < listed; ++i) {
      out += "  " +
             text::visible(notice_sentence(report.notices[i], language), text::Lines::kJoin) + "\n";
    }
    if (report.notices_count > listed) {
      out += say(kMore, language, {std::to_string(report.notices_count - listed)});
    }
  }
  out += say(kCounts, language,
             {std::to_string(report.added), std::to_string(report.replaced),
              std::to_string(report.unchanged), std::to_string(report.deleted),
              std::to_string(report.skipped), std::to_string(report.documents_in_index)});
  if (report.access_changed > 0) {
    out += say(kAccessChanged, language, {std::to_string(report.access_changed)});
  }
  if (report.moved > 0) out += say(kMoved, language, {std::to_string(report.moved)});
  if (report.remembered_failures > 0) {
    out += say(kRemembered, language, {std::to_string(report.remembered_failures)});
  }
  if (report.stopped) out += say(kStopped, language);
  out += to_text(report.repaired, language);
  const double megabytes = static_cast<double>(report.bytes_text) / 1e6;
  out += say(kSpeed, language,
             {with_decimals(megabytes, 1), with_decimals(report.seconds, 1),
              with_decimals(report.seconds > 0 ? megabytes / report.seconds : 0, 1)});
  return out;
}

std::string to_json(const IndexReport& report) {
  using Json = nlohmann::ordered_json;
  Json json;
  json["version"] = 1;
  json["added"] = report.added;
  json["replaced"] = report.replaced;
  if (report.access_changed > 0) json["access_changed"] = report.access_changed;
  json["unchanged"] = report.unchanged;
  json["deleted"] = report.deleted;
  json["moved"] = report.moved;
  json["not_deleted"] = report.not_deleted;
  json["skipped"] = report.skipped;
  json["failures"] = report.failures;
  json["remembered_failures"] = report.remembered_failures;
  json["stopped"] = report.stopped;
  json["dry_run"] = report.dry_run;
  json["documents"] = report.documents_in_index;
  json["bytes_read"] = report.bytes_read;
  json["bytes_text"] = report.bytes_text;
  json["malformed_bytes"] = report.malformed_bytes;
  json["repaired"] = report.repaired.by_kind;
  json["damaged"] = report.repaired.damaged;
  json["seconds"] = report.seconds;
  json["skips"] = Json::array();
  for (const input::Skip& skip : report.skips) {
    Json entry;
    entry["reason"] = input::skip_code(skip.reason);
    entry["failure"] = input::is_failure(skip.reason);
    entry["path"] = skip.path;
    if (skip.line != 0) entry["line"] = skip.line;
    if (!skip.detail.empty()) entry["detail"] = skip.detail;
    if (skip.count > 1) entry["count"] = skip.count;
    json["skips"].push_back(std::move(entry));
  }
  json["notices"] = Json::array();
  for (const Notice& notice : report.notices) {
    Json entry;
    entry["kind"] = notice_code(notice.kind);
    entry["path"] = notice.path;
    if (notice.line != 0) entry["line"] = notice.line;
    entry["detail"] = notice.detail;
    json["notices"].push_back(std::move(entry));
  }
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace tracuu
