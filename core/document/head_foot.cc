#include "core/document/head_foot.h"

#include <algorithm>
#include <array>

#include "core/document/agency_words.h"
#include "core/document/date.h"
#include "core/document/head_cells.h"
#include "core/document/letter_case.h"
#include "core/document/scan.h"
#include "core/document/signer_title.h"
#include "core/text/fold.h"

namespace tracuu {
namespace {

constexpr std::size_t kMaxNameBytes = 60;
constexpr std::size_t kMaxTitleBytes = 120;
constexpr int kMaxBlockCells = 24;
constexpr std::size_t kMaxSigners = 8;

bool is_small_ascii(char c) {
  return c >= 'a' && c <= 'z';
}

bool begins_block(std::string_view cell) {
  if (cell.size() < 2 || cell.size() > kMaxTitleBytes) return false;
  if (is_small_ascii(cell[0]) || is_small_ascii(cell[1])) return false;  // most lines, at once
  if (!is_capitalized(cell) || !is_capitals(cell)) return false;
  return read_mark(cell) || is_signer_title(cell);
}

// «(đã ký)», the recipients «- Lưu: VT.», «Nơi nhận:», the stamp of a digital signature.
bool is_between(std::string_view cell) {
  static constexpr std::array kBeginnings =
      std::to_array<std::string_view>({"noi nhan", "da ky", "ky boi", "nguoi ky", "email",
                                       "co quan", "ngay ky", "thoi gian ky", "chuc vu"});
  const char first = cell.front();
  if (first == '(' || first == '-' || first == '*' || first == '[' || first == '_') return true;
  if (cell.ends_with(';')) return true;
  const std::string key = name_key(cell.substr(0, kMaxNameBytes));
  return std::ranges::any_of(kBeginnings, [&](auto word) { return key.starts_with(word); });
}

// Drops «GS.TS.», «Đại tướng» before a name.
std::string_view without_rank(std::string_view cell) {
  static constexpr std::array kRanks = std::to_array<std::string_view>(
      {"Đại tướng", "Thượng tướng", "Trung tướng", "Thiếu tướng", "Đại tá", "Thượng tá", "Trung tá",
       "Thiếu tá", "Đô đốc", "Chuẩn đô đốc", "Phó đô đốc"});
  for (const std::string_view rank : kRanks) {
    if (cell.starts_with(rank)) cell = scan::trim(cell.substr(rank.size()));
  }
  const std::size_t dot = cell.rfind('.');
  constexpr std::size_t kMaxDegreeBytes = 12;
  if (dot != std::string_view::npos && dot <= kMaxDegreeBytes)
    cell = scan::trim(cell.substr(dot + 1));
  return cell;
}

// Two to six words, each with a capital first and small letters behind: «Nguyễn Văn A» has one of
// a single letter.
bool is_person_name(std::string_view cell) {
  constexpr std::size_t kMostWords = 6;
  if (cell.empty() || cell.size() > kMaxNameBytes || !is_capitalized(cell)) return false;
  static constexpr std::array kHeadings =
      std::to_array<std::string_view>({"Chương", "Phần", "Mục", "Điều", "Phụ", "Mẫu", "Biểu"});
  const std::vector<NameWord> words = name_words(cell);
  if (words.size() < 2 || words.size() > kMostWords) return false;
  // «Chương I»; «Phan» is a name.
  if (std::ranges::find(kHeadings, words[0].text) != kHeadings.end()) return false;
  const auto is_part = [](const NameWord& word) {
    const LetterCount count = count_letters(word.text);
    return is_capitalized(word.text) && count.capitals == 1 &&
           scan::word_at(word.text, 0).size() == word.text.size();
  };
  return std::ranges::all_of(words, is_part) && count_letters(cell).small > 0;
}

// The last cells before the block, in which its date stands.
class Tail {
 public:
  void add(std::string_view cell) {
    cells_[next_] = cell;
    next_ = (next_ + 1) % cells_.size();
  }

  // Returns the date of issue or of passing, empty if neither is there.
  HeadValue date() const {
    std::vector<HeadCell> cells;
    std::string text;
    std::string_view where;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const std::string_view cell = cells_[(next_ + i) % cells_.size()];
      if (cell.empty()) continue;
      if (cell.find(", ngày") != std::string_view::npos) cells.push_back({cell, {}, {}, false});
      text.append(" ").append(cell);
      where = covering(where.empty() ? cell : where, cell);
    }
    HeadValue issued = find_head_date(cells).date;
    if (!issued.empty()) return issued;
    constexpr std::string_view kPassed = "thông qua ngày";
    const std::size_t at = text.rfind(kPassed);
    if (at == std::string::npos) return {};
    const auto mention = find_date(std::string_view(text).substr(at));
    const bool is_day = mention && mention->precision == DateMention::Precision::kDay;
    return is_day ? HeadValue{to_iso(mention->days.first), where} : HeadValue{};
  }

 private:
  std::array<std::string_view, 6> cells_;
  std::size_t next_ = 0;
};

// The marks and titles of the blocks, in the order in which names will follow.
class Titles {
 public:
  void add(std::string_view cell) {
    const auto mark = read_mark(cell);
    if (!mark) return add_title(cell);
    const bool is_nested = !parts_.empty() && !parts_.back().is_named &&
                           parts_.back().title.empty() && parts_.back().capacity != mark->capacity;
    if (is_nested) parts_.pop_back();  // «TM. CHÍNH PHỦ / KT. THỦ TƯỚNG»
    parts_.push_back({signer_title(own_title(*mark)), std::string(mark->capacity), false});
  }

  // Gives the next part to a name.
  Signer sign(std::string_view name) {
    Signer signer{{std::string(name), name}, {}, {}};
    if (const auto part = std::ranges::find(parts_, false, &Part::is_named); part != parts_.end()) {
      part->is_named = true;
      signer.title = part->title;
      signer.capacity = part->capacity;
    }
    return signer;
  }

  bool has_open() const {
    return std::ranges::find(parts_, false, &Part::is_named) != parts_.end();
  }

 private:
  struct Part {
    std::string title;
    std::string capacity;
    bool is_named = false;
  };

  void add_title(std::string_view cell) {
    constexpr std::string_view kStanding = "Thường trực";
    const std::string title = signer_title(cell);
    if (title == kStanding && !parts_.empty() && !parts_.back().title.empty()) {
      parts_.back().title += " " + title;
      return;
    }
    const auto part =
        std::ranges::find_if(parts_, [](const Part& p) { return !p.is_named && p.title.empty(); });
    if (part != parts_.end()) {
      part->title = title;
    } else {
      parts_.push_back({title, {}, false});
    }
  }

  std::vector<Part> parts_;
};

// What is left of «[daky]», the placeholder of a signature, at either end: «PHÓ THỦ TƯỚNGky]».
std::string_view without_placeholder(std::string_view cell) {
  constexpr std::size_t kMaxBytes = 6;
  const std::size_t bracket = cell.find(']');
  if (bracket == std::string_view::npos) return cell;
  if (bracket < kMaxBytes) return scan::trim(cell.substr(bracket + 1));
  if (bracket + 1 != cell.size()) return cell;
  std::size_t end = bracket;
  while (end > 0 && bracket - end < kMaxBytes && is_small_ascii(cell[end - 1])) --end;
  if (end > 0 && cell[end - 1] == '[') --end;
  return scan::trim(cell.substr(0, end));
}

// Takes the cells of a text one by one.
class FootReader {
 public:
  explicit FootReader(std::string_view body) : body_(body) { foot_.offset = body.size(); }

  // Returns false when the signers are complete.
  bool take(std::string_view cell) {
    if (left_ > 0) cell = without_placeholder(cell);
    if (left_ > 0 && cell.empty()) return true;
    if (begins_block(cell)) {
      begin_or_go_on(cell);
      return true;
    }
    if (left_ == 0) {
      if (!foot_.signers.empty()) return false;
      tail_.add(cell);
      return true;
    }
    --left_;
    const std::string_view person = person_name(cell);
    if (!person.empty()) return sign(person);
    if (is_capitals(cell) || is_between(cell)) return true;
    if (!foot_.signers.empty()) return false;
    left_ = 0;
    tail_.add(cell);
    return true;
  }

  Foot finish() {
    if (foot_.signers.empty()) foot_.offset = body_.size();
    return std::move(foot_);
  }

 private:
  void begin_or_go_on(std::string_view cell) {
    if (left_ == 0 && foot_.signers.empty()) {
      titles_ = {};
      foot_.offset = static_cast<std::size_t>(cell.data() - body_.data());
    }
    left_ = kMaxBlockCells;
    titles_.add(cell);
  }

  // The other column, or the next block, follows at once.
  bool sign(std::string_view person) {
    if (foot_.signers.empty()) foot_.date = tail_.date();
    foot_.signers.push_back(titles_.sign(person));
    if (!titles_.has_open()) left_ = 0;
    return foot_.signers.size() < kMaxSigners;
  }

  std::string_view body_;
  Foot foot_;
  Tail tail_;
  Titles titles_;
  int left_ = 0;  // cells the block may still take
};

}  // namespace

std::string_view person_name(std::string_view text) {
  const std::string_view person = without_rank(text);
  return is_person_name(person) ? person : std::string_view{};
}

Foot read_foot(std::string_view body) {
  FootReader reader(body);
  for_each_cell(body, [&](std::string_view cell, bool) { return reader.take(cell); });
  return reader.finish();
}

}  // namespace tracuu
