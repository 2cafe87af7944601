#include "searcher/why_visible.h"

#include <algorithm>
#include <iterator>

#include <nlohmann/json.hpp>

#include "core/index/schema.h"
#include "core/text/visible.h"

namespace tracuu {
namespace {

using Kind = Access::Kind;

constexpr Bilingual kSeen{"Xem được: {0}; {1}.\n", "Visible: {0}; {1}.\n"};
constexpr Bilingual kHidden{"Không xem được: {0}; {1}.\n", "Hidden: {0}; {1}.\n"};
constexpr Bilingual kForEveryone{"văn bản cho mọi người", "the document is for everyone"};
constexpr Bilingual kForAdministrators{"văn bản chỉ cho người quản trị",
                                       "the document is for administrators only"};
constexpr Bilingual kForGroups{"văn bản chỉ cho các nhóm {0}",
                               "the document is only for the groups {0}"};
constexpr Bilingual kIsAdministrator{"người đọc là người quản trị",
                                     "the reader is an administrator"};
constexpr Bilingual kIsAnybody{"người đọc không thuộc nhóm nào", "the reader is in no group"};
constexpr Bilingual kIsMember{"người đọc thuộc nhóm {0}", "the reader is in the groups {0}"};
constexpr Bilingual kByDocument{"Do chính văn bản ghi (trường access).\n",
                                "The document itself says so (field access).\n"};
constexpr Bilingual kByRule{"Do quy tắc của nơi để tệp: {0}\n",
                            "By a rule of where its file lies: {0}\n"};
constexpr Bilingual kByNothing{"Không có quy tắc nào nói đến văn bản này.\n",
                               "No rule is about this document.\n"};

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string whom_for(const Access& access, Language language) {
  switch (access.kind) {
    case Kind::kEveryone:
      return say(kForEveryone, language);
    case Kind::kAdministrators:
      return say(kForAdministrators, language);
    case Kind::kGroups:
      break;
  }
  return say(kForGroups, language, {joined(access.groups)});
}

std::string who_is(const WhyVisible& why, Language language) {
  if (why.reader.sees_everything) return say(kIsAdministrator, language);
  if (why.reader.groups.empty()) return say(kIsAnybody, language);
  return say(kIsMember, language, {joined(why.common.empty() ? why.reader.groups : why.common)});
}

bool is_by_rule(const KeptAccess& kept) {
  return !kept.is_own && kept.access.kind != Kind::kEveryone;
}

}  // namespace

std::optional<WhyVisible> why_visible(const IndexView& whole, const std::string& id,
                                      const Reader& reader) {
  const std::string term = schema::term(schema::kId, id);
  const auto posting = whole.postlist_begin(term);
  if (posting == whole.postlist_end(term)) return std::nullopt;
  const Xapian::Document document = whole.get_document(*posting);
  WhyVisible why;
  why.id = id;
  why.kept = decode_access(document.get_value(schema::kAccessSlot));
  why.file = document.get_value(schema::kSourceFileSlot);
  why.reader = reader;
  std::ranges::sort(why.reader.groups);
  std::ranges::set_intersection(why.kept.access.groups, why.reader.groups,
                                std::back_inserter(why.common));
  why.is_visible =
      reader.sees_everything || why.kept.access.kind == Kind::kEveryone || !why.common.empty();
  return why;
}

std::string to_text(const WhyVisible& why, Language language) {
  std::string text = say(why.is_visible ? kSeen : kHidden, language,
                         {whom_for(why.kept.access, language), who_is(why, language)});
  if (why.kept.is_own) {
    text += say(kByDocument, language);
  } else if (is_by_rule(why.kept)) {
    text += say(kByRule, language, {text::visible(why.file, text::Lines::kJoin)});
  } else {
    text += say(kByNothing, language);
  }
  return text;
}

std::string to_json(const WhyVisible& why) {
  using Json = nlohmann::ordered_json;
  const char* by = why.kept.is_own ? "document" : is_by_rule(why.kept) ? "rule" : "nothing";
  const Json json = {{"version", 1},
                     {"id", why.id},
                     {"visible", why.is_visible},
                     {"for", names_of(why.kept.access)},
                     {"by", by},
                     {"reader", why.reader.sees_everything
                                    ? std::vector<std::string>{std::string(kAdministratorsName)}
                                    : why.reader.groups},
                     {"common", why.common},
                     {"file", why.file}};
  return text::json_safe(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace tracuu
