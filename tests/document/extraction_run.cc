// Measures how much of what documents say about themselves is read from their text alone.
//
//   xzcat legal_congbao_2009_2026.jsonl.xz | extraction_run [--errors | --show | --news |
//   --conflicts]
//
// Each line of standard input is a document with its metadata. All but the body is withheld (the
// identifier becomes a running number), the body takes the way it takes when it is indexed, and
// what was read is compared with the metadata. One line a field: documents that count, right,
// share. Văn bản hợp nhất stand apart: two documents speak in each of their heads.
//
// A document counts for a field where its body holds what the metadata say, found without the
// code under test: in the first kHeadBytes or the last kTailBytes, compared without case, marks,
// blanks and punctuation. Numbers are compared by key, without the dot the collection drops
// (6616/2026/NQ-CP is 66.16/2026/NQ-CP); agencies by agency_key; types and subjects by name_key
// without digits, which are marks of footnotes. A subject that goes on where the title of the
// metadata breaks off is right when the body has those words in that order there.
//
// The metadata's date counts where the body has it written out («ngày 05 tháng 5 năm 2020» or
// 05/05/2020). Effective dates count where the sentence «… có hiệu lực … từ ngày D» with D is
// there.
//
// --errors adds each error: running number, field, expected, read. --show prints what was read
// from every document, to be checked by eye. --news prints every number, signer, agency, effective
// date, status or secrecy that was read: from articles, none may be. --conflicts prints what the
// texts say against their metadata.

#include <cstdio>
#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/document/document.h"
#include "core/document/file_number.h"
#include "core/document/head.h"
#include "core/document/number.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/complete.h"
#include "indexer/find_ties.h"

namespace {

using nlohmann::json;
using tracuu::Document;

constexpr std::size_t kHeadBytes = 6000;
constexpr std::size_t kTailBytes = 16000;
constexpr std::size_t kMaxLineBytes = 120;
constexpr std::size_t kMinNameBytes = 6;
constexpr std::size_t kMaxNameBytes = 60;
constexpr std::string_view kNoType = "Khác";
constexpr std::string_view kConsolidated = "Văn bản hợp nhất";

struct Options {
  bool errors = false;
  bool show = false;
  bool news = false;
  bool conflicts = false;
};

std::string text_of(const json& record, const char* field) {
  const auto found = record.find(field);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Letters alone, so that line ends, footnote marks and punctuation do not matter.
std::string letters_key(std::string_view text) {
  std::string key = tracuu::name_key(text);
  std::erase_if(key, [](char c) { return c == ' ' || (c >= '0' && c <= '9'); });
  return key;
}

// Letters and digits, without the zeros that numbers may begin with.
std::string number_text_key(std::string_view text) {
  std::string key = tracuu::name_key(text);
  std::erase(key, ' ');
  return key;
}

// The parts of a body in which its own fields stand.
struct Ends {
  std::string head_letters;
  std::string all_letters;
  std::string all_digits;

  explicit Ends(std::string_view body) {
    const std::string_view head = body.substr(0, kHeadBytes);
    const std::string_view tail =
        body.substr(body.size() > kHeadBytes + kTailBytes ? body.size() - kTailBytes : head.size());
    head_letters = letters_key(head);
    all_letters = head_letters + letters_key(tail);
    all_digits = number_text_key(head) + number_text_key(tail);
  }
};

struct Count {
  std::size_t counted = 0;
  std::size_t right = 0;
};

// What the metadata say, and whether it counts and is met.
struct Check {
  const char* field;
  std::string want;
  std::string got;
  bool counts = false;
  bool right = false;
};

// The title's rest behind «Thông tư 12/2020/TT-BTC».
std::string subject_of_title(const json& record) {
  const std::string title = text_of(record, "title");
  const std::string start = text_of(record, "type") + " " + text_of(record, "number") + " ";
  return title.starts_with(start) ? title.substr(start.size()) : std::string();
}

// «Quy định về đăng ký thuế Thông tư số 86/2024/TT-BTC …»: the titles of consolidated texts run
// into the next paragraph, which names the document they were made from.
bool begins_reference(std::string_view letters) {
  for (const std::string_view type :
       {"thongtu", "nghidinh", "nghiquyet", "quyetdinh", "luat", "boluat", "phaplenh"}) {
    if (letters.starts_with(type) && letters.find("so") < kMaxLineBytes) return true;
  }
  return false;
}

Check check_subject(const json& record, const Document& read, const Ends& ends) {
  constexpr std::size_t kMinPrefix = 12;
  Check check{"subject", subject_of_title(record), read.subject};
  const std::string want = letters_key(check.want);
  const std::string got = letters_key(check.got);
  check.counts = !want.empty() && ends.head_letters.find(want) != std::string::npos;
  const bool goes_on = want.size() >= kMinPrefix && got.starts_with(want) &&
                       ends.head_letters.find(got) != std::string::npos;
  check.right = want == got || goes_on ||
                (got.size() >= kMinPrefix && want.starts_with(got) &&
                 begins_reference(want.substr(got.size())));
  return check;
}

// «Hà Nội, ngày 05 tháng 5 năm 2020» alone on a line, ISO; empty for other lines.
std::string date_of_line(const std::string& line) {
  static const std::regex form(
      "^[^,(:]{2,60}, ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})$");
  std::smatch match;
  if (line.size() > kMaxLineBytes || line.find(", ngày ") == std::string::npos ||
      !std::regex_match(line, match, form)) {
    return {};
  }
  return tracuu::to_iso({std::stoi(match[3]), std::stoi(match[2]), std::stoi(match[1])});
}

// The truth for the date of issue, told by whole lines alone.
std::string date_by_rule(std::string_view body, bool is_consolidated) {
  if (is_consolidated) {
    std::size_t at = body.rfind("XÁC THỰC VĂN BẢN HỢP NHẤT");
    if (at == std::string_view::npos) at = body.rfind("XÁC NHẬN VĂN BẢN HỢP NHẤT");
    if (at == std::string_view::npos) return {};
    body.remove_prefix(at);
  }
  std::istringstream lines{std::string(body)};
  std::string adopted;
  std::string before;
  for (std::string line; std::getline(lines, line); before = line) {
    if (std::string date = date_of_line(line); !date.empty()) return date;
    static const std::regex passed("thông qua ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})");
    const std::string two = before + " " + line;
    std::smatch match;
    const bool may_be = adopted.empty() && two.find("thông qua") != std::string::npos &&
                        two.find(" này ") != std::string::npos;
    if (may_be && std::regex_search(two, match, passed)) {
      adopted = tracuu::to_iso({std::stoi(match[3]), std::stoi(match[2]), std::stoi(match[1])});
    }
  }
  return adopted;
}

Check check_date(const json& record, const Document& read, bool is_consolidated) {
  Check check{"date", date_by_rule(text_of(record, "body"), is_consolidated), read.date};
  check.counts = !check.want.empty();
  check.right = check.want == check.got;
  return check;
}

// Whether «… hiệu lực … D» stands in the body.
bool holds_effective(std::string_view body, std::string_view iso) {
  constexpr std::size_t kBytes = 90;
  constexpr std::string_view kWords = "hiệu lực";
  for (std::size_t at = body.find(kWords); at != std::string_view::npos;
       at = body.find(kWords, at + kWords.size())) {
    const auto day = tracuu::find_date(body.substr(at, kBytes));
    if (day && tracuu::to_text(*day) == iso) return true;
  }
  return false;
}

Check check_effective(const json& record, const Document& read) {
  Check check{"effective", text_of(record, "effective"), read.effective};
  check.counts = holds_effective(text_of(record, "body"), check.want) && !check.want.empty();
  check.right = check.want == check.got;
  return check;
}

// The same for «kể từ ngày ký», with the date of issue given.
Check check_signing(const json& record, const Document& read) {
  Check check{"effective from signing", text_of(record, "effective"), {}};
  if (!read.effective.empty()) return check;
  Document dated;
  dated.body = text_of(record, "body");
  dated.date = text_of(record, "date");
  tracuu::extract_head(dated);
  check.got = dated.effective;
  check.counts = !check.want.empty() && !check.got.empty();
  check.right = check.want == check.got;
  return check;
}

bool names_agency(std::string_view names, std::string_view want) {
  const std::string key = tracuu::agency_key(want);
  if (tracuu::agency_key(names) == key) return true;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(", "), names.size());
    if (tracuu::agency_key(names.substr(0, comma)) == key) return true;
    names.remove_prefix(std::min(comma + 2, names.size()));
  }
  return false;
}

// The truth for the signer: the line behind a title that is a line of its own, in the first block.
std::string signer_by_rule(std::string_view body) {
  static const std::set<std::string> titles = {
      "BỘ TRƯỞNG",         "THỨ TRƯỞNG", "THỦ TƯỚNG",     "PHÓ THỦ TƯỚNG", "CHỦ TỊCH",
      "CHỦ TỊCH QUỐC HỘI", "CHỦ NHIỆM",  "PHÓ CHỦ NHIỆM", "THỐNG ĐỐC",     "PHÓ THỐNG ĐỐC"};
  std::istringstream lines{std::string(body)};
  bool is_behind_title = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    if (titles.contains(line)) {
      is_behind_title = true;
    } else if (std::exchange(is_behind_title, false) && line.size() < kMaxNameBytes &&
               line.size() > kMinNameBytes && line.find_first_of(",.;:()[]") == std::string::npos) {
      return line;
    }
  }
  return {};
}

Check check_signer(const json& record, const Document& read) {
  Check check{"signer", signer_by_rule(text_of(record, "body")), read.signer};
  check.counts = !check.want.empty();
  // A rank may stand before the name: «Đại tướng …».
  check.right =
      !check.got.empty() && tracuu::name_key(check.want).ends_with(tracuu::name_key(check.got));
  return check;
}

// The number from the name of the page, as from that of a file: «thong-tu-so-12-2020-tt-btc-3.htm».
Check check_file_name(const json& record) {
  std::string url = text_of(record, "url");
  const std::size_t page = url.rfind('/');
  const bool is_numbered = page != std::string::npos && page + 1 < url.size() &&
                           url[page + 1] >= '0' && url[page + 1] <= '9';
  if (is_numbered) url.resize(page);  // «…-nd-cp-45593/57770.htm»
  Check check{"number in file name", text_of(record, "number"),
              tracuu::number_in_file_name(url.substr(0, url.find(".htm")) + ".htm")};
  check.counts = !check.got.empty();
  check.right = tracuu::number_key(check.want) == tracuu::number_key(check.got);
  return check;
}

std::vector<Check> checks_of(const json& record, const Document& read, bool is_consolidated) {
  const std::string body = text_of(record, "body");
  const Ends ends(body);
  std::vector<Check> checks;
  Check number{"number", text_of(record, "number"), read.number};
  std::string plain = number_text_key(number.want);
  plain.erase(0, plain.find_first_not_of('0'));
  const bool is_special = read.number.find('.') != std::string::npos;
  number.counts =
      !plain.empty() && (ends.all_digits.find(plain) != std::string::npos || is_special);
  number.right = tracuu::number_key(number.want) == tracuu::number_key(number.got);
  checks.push_back(number);

  Check type{"type", text_of(record, "type"), read.type};
  type.counts = !type.want.empty() && type.want != kNoType &&
                ends.all_letters.find(letters_key(type.want)) != std::string::npos;
  type.right = tracuu::name_key(type.want) == tracuu::name_key(type.got);
  checks.push_back(type);

  Check agency{"agency", text_of(record, "agency"), read.agency};
  agency.counts =
      !agency.want.empty() && ends.all_letters.find(letters_key(agency.want)) != std::string::npos;
  agency.right = names_agency(agency.got, agency.want);
  checks.push_back(agency);

  checks.push_back(check_subject(record, read, ends));
  checks.push_back(check_date(record, read, is_consolidated));
  checks.push_back(check_effective(record, read));
  checks.push_back(check_signing(record, read));
  checks.push_back(check_signer(record, read));
  checks.push_back(check_file_name(record));
  return checks;
}

void show(std::size_t index, const Document& d) {
  std::cout << index << "\tnumber=" << d.number << "\ttype=" << d.type << "\tagency=" << d.agency
            << "\tdate=" << d.date << "\tplace=" << d.place << "\tsubject=" << d.subject
            << "\tsigner=" << d.signer_capacity << '|' << d.signer_title << '|' << d.signer
            << "\teffective=" << d.effective << "\texpires=" << d.expires
            << "\tsecrecy=" << d.secrecy << "\turgency=" << d.urgency << "\tdraft=" << d.is_draft
            << '\n';
}

// What the text says against the metadata, which are given this time.
void show_conflicts(std::size_t index, const json& record) {
  Document d;
  d.body = text_of(record, "body");
  d.number = text_of(record, "number");
  d.type = text_of(record, "type");
  d.agency = text_of(record, "agency");
  d.date = text_of(record, "date");
  d.effective = text_of(record, "effective");
  tracuu::extract_head(d);
  for (const tracuu::Conflict& conflict : d.conflicts) {
    std::cout << index << '\t' << conflict.field << "\tgiven " << conflict.given << "\tfound "
              << conflict.found << '\n';
  }
}

void print(const char* title, const std::map<std::string, Count>& counts) {
  std::printf("%s\n", title);
  for (const auto& [field, count] : counts) {
    if (count.counted == 0) continue;
    std::printf("  %-30s %6zu counted %6zu right %7.4f\n", field.c_str(), count.counted,
                count.right, static_cast<double>(count.right) / static_cast<double>(count.counted));
  }
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    options.errors = options.errors || arg == "--errors";
    options.show = options.show || arg == "--show";
    options.news = options.news || arg == "--news";
    options.conflicts = options.conflicts || arg == "--conflicts";
  }
  std::map<std::string, Count> plain;
  std::map<std::string, Count> consolidated;
  std::map<std::string, Count> rules;
  std::size_t bytes = 0;
  std::size_t index = 0;
  std::clock_t head_time = 0;
  std::clock_t whole_time = 0;
  for (std::string line; std::getline(std::cin, line); ++index) {
    const json record = json::parse(line);
    Document read;
    read.id = std::to_string(index);
    read.body = text_of(record, "body");
    bytes += read.body.size();
    std::clock_t start = std::clock();
    tracuu::read_head(read.body);
    head_time += std::clock() - start;
    start = std::clock();
    tracuu::input::complete(read);
    whole_time += std::clock() - start;
    Document tied = read;
    start = std::clock();
    tracuu::find_ties(tied);
    whole_time += std::clock() - start;
    if (options.show) show(index, read);
    if (options.conflicts) {
      show_conflicts(index, record);
      continue;
    }
    if (options.news) {
      if (!read.number.empty() || !read.signer.empty() || !read.agency.empty() ||
          !read.effective.empty() || !read.status.empty() || !read.secrecy.empty()) {
        show(index, read);
      }
      continue;
    }
    const bool is_consolidated =
        text_of(record, "type") == kConsolidated ||
        text_of(record, "url").find("an-ban-hop-nhat") != std::string::npos;
    for (const Check& check : checks_of(record, read, is_consolidated)) {
      if (!check.counts) {
        if (options.errors && !check.want.empty() &&
            std::string_view(check.field).find("effective") != 0)
          std::cout << index << '\t' << check.field << "\tnot in body\t" << check.want << '\t'
                    << check.got << '\n';
        continue;
      }
      Count& count = (is_consolidated ? consolidated : plain)[check.field];
      ++count.counted;
      count.right += check.right ? 1 : 0;
      for (const tracuu::Evidence& evidence : read.evidence) {
        if (evidence.field != check.field) continue;
        Count& rule = rules[evidence.rule + " " + check.field];
        ++rule.counted;
        rule.right += check.right ? 1 : 0;
      }
      if (options.errors && !check.right) {
        std::cout << index << (is_consolidated ? "\tVBHN " : "\t") << check.field << '\t'
                  << check.want << '\t' << check.got << '\n';
      }
    }
  }
  print("documents", plain);
  print("văn bản hợp nhất", consolidated);
  print("readings by rule", rules);
  const auto speed = [&](std::clock_t time) {
    return static_cast<double>(bytes) / 1e6 * CLOCKS_PER_SEC / static_cast<double>(time);
  };
  std::printf("%.1f MB; of processor time, MB/s: heads %.0f, whole extraction %.0f\n",
              static_cast<double>(bytes) / 1e6, speed(head_time), speed(whole_time));
  return 0;
}
