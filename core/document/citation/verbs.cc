#include "core/document/citation/verbs.h"

#include <algorithm>
#include <array>

namespace tracuu::citation {
namespace {

struct VerbPhrase {
  std::string_view words;
  Relation relation;
};

// Longer ones first where one begins another.
constexpr std::array<VerbPhrase, 42> kVerbs = {{
    {"sua doi", Relation::kAmends},
    {"bo sung", Relation::kSupplements},
    {"thay the cho", Relation::kReplaces},
    {"thay the", Relation::kReplaces},
    {"bai bo", Relation::kRepeals},
    {"huy bo", Relation::kRepeals},
    {"dinh chi viec thi hanh", Relation::kSuspends},
    {"dinh chi thi hanh", Relation::kSuspends},
    {"dinh chi hieu luc thi hanh", Relation::kSuspends},
    {"dinh chi hieu luc", Relation::kSuspends},
    {"tam ngung hieu luc thi hanh", Relation::kPauses},
    {"tam ngung hieu luc", Relation::kPauses},
    {"ngung hieu luc thi hanh", Relation::kPauses},
    {"ngung hieu luc", Relation::kPauses},
    {"dinh chinh", Relation::kCorrects},
    {"hop nhat", Relation::kConsolidates},
    {"quy dinh chi tiet va huong dan thi hanh", Relation::kGuides},
    {"quy dinh chi tiet va bien phap thi hanh", Relation::kGuides},
    {"quy dinh chi tiet va bien phap de thi hanh", Relation::kGuides},
    {"quy dinh chi tiet thi hanh", Relation::kGuides},
    {"quy dinh chi tiet huong dan thi hanh", Relation::kGuides},
    {"quy dinh chi tiet", Relation::kGuides},
    {"quy dinh va huong dan thi hanh", Relation::kGuides},
    {"quy dinh va huong dan", Relation::kGuides},
    {"huong dan chi tiet thi hanh", Relation::kGuides},
    {"huong dan chi tiet", Relation::kGuides},
    {"huong dan thi hanh", Relation::kGuides},
    {"huong dan thuc hien", Relation::kGuides},
    {"huong dan trien khai thuc hien", Relation::kGuides},
    {"huong dan viec thi hanh", Relation::kGuides},
    {"huong dan ap dung", Relation::kGuides},
    {"huong dan", Relation::kGuides},
    {"bien phap thi hanh", Relation::kGuides},
    {"to chuc trien khai thuc hien", Relation::kImplements},
    {"to chuc thuc hien", Relation::kImplements},
    {"trien khai thi hanh", Relation::kImplements},
    {"trien khai thuc hien", Relation::kImplements},
    {"trien khai", Relation::kImplements},
    {"quan triet thuc hien", Relation::kImplements},
    {"thuc hien", Relation::kImplements},
    {"thi hanh", Relation::kImplements},
    {"can cu", Relation::kBasedOn},
}};

bool is_word(const Item& item, std::string_view key) {
  return item.kind == Item::Kind::kWord && item.key == key;
}

bool is_mark(const Item& item, std::string_view key) {
  return item.kind == Item::Kind::kMark && item.key == key;
}

std::optional<Verb> single_verb_at(const Items& items, std::size_t i) {
  if (i >= items.size() || items[i].kind != Item::Kind::kWord) return std::nullopt;
  const std::string_view key = items[i].key;
  for (const VerbPhrase& phrase : kVerbs) {
    if (phrase.words.front() != key.front() || !phrase.words.starts_with(key)) continue;
    const std::size_t end = match_words(items, i, phrase.words);
    if (end != i) return Verb{phrase.relation, end};
  }
  return std::nullopt;
}

// Verbs that stand in one chain: «sửa đổi, bổ sung, thay thế».
bool chains(Relation first, Relation second) {
  if (first == Relation::kGuides) {
    return second == Relation::kGuides || second == Relation::kImplements;
  }
  return changes_effect(first) && changes_effect(second);
}

constexpr std::array<std::string_view, 66> kPathWords = {
    "dieu",  "khoan", "diem",  "chuong", "muc",   "phan", "phu",  "luc",  "mau",  "so",    "bieu",
    "bang",  "tiet",  "tieu",  "doan",   "cau",   "tu",   "cum",  "mot",  "quy",  "dinh",  "noi",
    "dung",  "tai",   "cua",   "cac",    "nhung", "toan", "bo",   "va",   "hoac", "hanh",  "kem",
    "vao",   "sau",   "truoc", "gach",   "dau",   "dong", "thu",  "nhat", "hai",  "ba",    "ten",
    "thuoc", "trong", "ca",    "viec",   "doi",   "voi",  "hieu", "thi",  "nghi", "quyet", "thong",
    "lien",  "tich",  "luat",  "phap",   "lenh",  "van",  "danh", "che",  "day",  "chi",   "theo"};

// Each has a number behind it: «khoản 2», «Mẫu số 1».
constexpr std::array<std::string_view, 12> kPartHeads = {"dieu", "khoan", "diem", "chuong",
                                                         "muc",  "mau",   "bieu", "doan",
                                                         "bang", "tiet",  "gach", "phan"};

constexpr std::array<std::string_view, 32> kLooseEnds = {
    "cua",   "cac",   "tai",  "trong", "thuoc", "ban",  "hanh", "kem", "theo", "nghi", "dinh",
    "quyet", "thong", "lien", "tich",  "luat",  "phap", "lenh", "so",  "va",   "quy",  "che",
    "nhung", "vao",   "bo",   "thi",   "chi",   "tu",   "doi",  "voi", "van",  "hoac"};

template <std::size_t kSize>
bool contains(const std::array<std::string_view, kSize>& keys, std::string_view key) {
  return std::ranges::find(keys, key) != keys.end();
}

bool is_number_word(std::string_view key) {
  const bool is_digits = !key.empty() && key.front() >= '0' && key.front() <= '9';
  return is_digits || key.size() == 1 || key.find_first_not_of("ivxl") == std::string_view::npos;
}

}  // namespace

std::size_t match_words(const Items& items, std::size_t i, std::string_view words) {
  std::size_t at = i;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (at > i && at < items.size() && is_mark(items[at], ",")) ++at;
    if (at >= items.size() || !is_word(items[at], word)) return i;
    ++at;
  }
  return at;
}

std::optional<Verb> verb_at(const Items& items, std::size_t i) {
  std::optional<Verb> verb = single_verb_at(items, i);
  while (verb) {
    std::size_t at = verb->end;
    while (at < items.size() &&
           (is_mark(items[at], ",") || is_word(items[at], "va") || is_word(items[at], "hoac"))) {
      ++at;
    }
    const auto next = at == verb->end && verb->relation != Relation::kAmends
                          ? std::optional<Verb>()
                          : single_verb_at(items, at);
    if (!next || !chains(verb->relation, next->relation)) break;
    if (next->relation == Relation::kAmends) verb->relation = Relation::kAmends;
    verb->end = next->end;
  }
  return verb;
}

bool ends_effect_at(const Items& items, std::size_t i) {
  if (items[i].key != "het" && items[i].key != "cham") return false;
  return match_words(items, i, "het hieu luc") != i ||
         match_words(items, i, "cham dut hieu luc") != i;
}

bool is_path_word(const Item& item) {
  switch (item.kind) {
    case Item::Kind::kWord:
      return contains(kPathWords, item.key) || is_number_word(item.key) || item.key == "ban";
    case Item::Kind::kMark:
      return item.key == "," || item.key == "-" || item.key == ":" || item.key == ";" ||
             item.key == "(" || item.key == ")" || item.key == "." || item.key == "/";
    case Item::Kind::kReference:
      return false;
    case Item::Kind::kQuotation:
      return true;
  }
  return false;
}

bool begins_part(const Items& items, std::size_t i) {
  if (items[i].kind != Item::Kind::kWord) return false;
  static constexpr std::array<std::string_view, 5> kPhrases = {"mot so", "mot phan", "phu luc",
                                                               "cum tu", "tieu muc"};
  for (const std::string_view phrase : kPhrases) {
    if (match_words(items, i, phrase) != i) return true;
  }
  if (!contains(kPartHeads, items[i].key) || i + 1 >= items.size()) return false;
  if (i > 0 && items[i - 1].key == "giai") return false;  // «giai đoạn 2021 - 2025»
  const Item& next = items[i + 1];
  const bool is_number = next.kind == Item::Kind::kWord && is_number_word(next.key);
  return is_number || next.key == "so" || next.key == "dau";
}

bool is_loose_end(const Item& item) {
  if (item.kind == Item::Kind::kQuotation) return false;
  if (item.kind == Item::Kind::kMark) return true;
  return contains(kLooseEnds, item.key);
}

}  // namespace tracuu::citation
