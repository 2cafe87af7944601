// Measures which citations of a collection are found and which act each one means.
//
//   xzcat legal_congbao_2009_2026.jsonl.xz legal_phapdien_docs.jsonl.xz | citation_run
//     [--sample N --seed S] [--effects] [--news] [--show]
//
// The documents read are also the catalogue that citations are resolved in. Counted are the
// citations whose number, with the date if one is given, fits exactly one act of the catalogue by a
// plain comparison that shares no code with resolve(); the share of them that resolve() asserts,
// and asserts as that act, is printed. Those that fit several and none stand apart.
//
// --sample prints N citations drawn at random, each with its sentence, relation, direction, part
// and the title it was resolved to, to be judged by eye; with --effects only those that change
// effect.
// --news takes the documents for news articles and prints each relation that changes effect.
// --show prints every citation of every document.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/document/citation/find_citations.h"
#include "core/document/citation/resolve.h"
#include "core/document/head.h"
#include "core/document/number.h"

namespace {

using nlohmann::json;
using tracuu::Candidate;
using tracuu::Citation;
using tracuu::CitationContext;
using tracuu::Resolution;

struct Options {
  std::size_t sample = 0;
  unsigned seed = 1;
  bool effects = false;
  bool news = false;
  bool show = false;
};

struct Record {
  std::string title;
  std::string body;
  CitationContext context;
  std::vector<Citation> citations;
  std::vector<Citation> completed;  // to be resolved
};

struct Counts {
  std::size_t found = 0;
  std::size_t numbered = 0;
  std::size_t fitting = 0;  // exactly one act
  std::size_t right = 0;
  std::size_t other = 0;  // asserted as another act
  std::size_t several = 0;
  std::size_t several_asserted = 0;
  std::size_t absent = 0;
  std::size_t absent_asserted = 0;
  std::size_t named = 0;
  std::size_t named_asserted = 0;
  std::size_t named_ranked = 0;
  std::map<std::string, std::size_t> relations;
  std::map<std::string, std::size_t> deeds;
};

std::string text_of(const json& record, const char* field) {
  const auto found = record.find(field);
  return found != record.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Record read_record(const json& line, bool is_news) {
  Record record;
  record.title = text_of(line, "title");
  record.body = text_of(line, "body");
  CitationContext& context = record.context;
  const auto number = tracuu::parse_number(text_of(line, "number"));
  if (number) context.key = number->key;
  context.type = text_of(line, "type");
  context.agency = text_of(line, "agency");
  context.date = text_of(line, "date");
  context.title = record.title;
  context.is_news = is_news;
  return record;
}

// The catalogue of the run.
class Catalogue {
 public:
  explicit Catalogue(const std::vector<Record>& records) : records_(records) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      const CitationContext& context = records[i].context;
      if (!context.key.empty()) by_key_[context.key].push_back(i);
      by_name_[tracuu::law_name_key(context.type, context.title)].push_back(i);
    }
  }

  std::vector<Candidate> candidates(const Citation& citation) const {
    const auto& map = citation.key.empty() ? by_name_ : by_key_;
    const auto found = map.find(
        citation.key.empty() ? tracuu::law_name_key(citation.type, citation.name) : citation.key);
    std::vector<Candidate> out;
    if (found == map.end()) return out;
    for (const std::size_t i : found->second) {
      const CitationContext& context = records_[i].context;
      out.push_back({i, context.key, context.type, context.agency, context.date, context.title});
    }
    return out;
  }

  // The acts that number and date fit, by plain comparison: one date and type, one act.
  std::vector<std::size_t> fitting(const Citation& citation, const CitationContext& citing) const {
    std::vector<std::size_t> out;
    std::set<std::string> acts;
    const auto found = by_key_.find(citation.key);
    if (found == by_key_.end()) return out;
    std::set<std::string> dates;
    for (const std::size_t i : found->second) dates.insert(records_[i].context.date);
    dates.erase("");
    for (const std::size_t i : found->second) {
      const CitationContext& context = records_[i].context;
      if (!citation.date.empty() && !context.date.empty() && context.date != citation.date)
        continue;
      if (!citing.date.empty() && !context.date.empty() && context.date > citing.date) continue;
      if (!citation.type.empty() && citation.type != context.type &&
          !(citation.type == "Luật" && context.type == "Bộ luật")) {
        continue;
      }
      const std::string date =
          context.date.empty() && dates.size() == 1 ? *dates.begin() : context.date;
      if (acts.insert(date + '|' + context.type).second) out.push_back(i);
    }
    return out;
  }

 private:
  const std::vector<Record>& records_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_name_;
};

void count(const Citation& citation, const std::string& name, const Record& record,
           const Catalogue& catalogue, Counts& counts) {
  const std::string code(tracuu::relation_code(citation.relation));
  ++counts.found;
  ++(citation.subject == tracuu::kNoSubject ? counts.relations : counts.deeds)[code];
  const auto candidates = catalogue.candidates(citation);
  const CitationContext acting = tracuu::acting_context(citation, record.completed, record.context);
  const Resolution resolution = tracuu::resolve(citation, acting, candidates);
  const bool is_asserted = resolution.kind == Resolution::Kind::kAsserted;
  if (citation.key.empty()) {
    if (name.empty()) return;
    ++counts.named;
    counts.named_asserted += is_asserted ? 1 : 0;
    counts.named_ranked += resolution.kind == Resolution::Kind::kRanked ? 1 : 0;
    return;
  }
  ++counts.numbered;
  const auto fitting = catalogue.fitting(citation, acting);
  if (fitting.size() > 1) {
    ++counts.several;
    counts.several_asserted += is_asserted ? 1 : 0;
  } else if (fitting.empty()) {
    ++counts.absent;
    counts.absent_asserted += is_asserted ? 1 : 0;
  } else {
    ++counts.fitting;
    const bool is_right =
        is_asserted && std::ranges::find(resolution.ids, fitting.front()) != resolution.ids.end();
    counts.right += is_right ? 1 : 0;
    counts.other += is_asserted && !is_right ? 1 : 0;
  }
}

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

void print_citation(const Record& record, const Citation& citation, const std::string& target) {
  std::printf("%s [%s %s]\n  %s%s  %s | %s | date %s | agency %s | name %s\n",
              record.context.key.c_str(), record.context.type.c_str(), record.context.date.c_str(),
              citation.subject == tracuu::kNoSubject ? "THIS " : "OTHER ",
              std::string(tracuu::relation_code(citation.relation)).c_str(), citation.type.c_str(),
              citation.number.c_str(), citation.date.c_str(), citation.agency.c_str(),
              citation.name.c_str());
  std::printf("  part «%s» from %s\n", citation.part.c_str(), citation.from.c_str());
  if (citation.subject != tracuu::kNoSubject) {
    const Citation& actor = record.citations[citation.subject];
    std::printf("  actor: %s %s %s\n", actor.type.c_str(), actor.number.c_str(),
                actor.name.c_str());
  }
  std::printf("  target: %s\n", target.c_str());
  std::string sentence = record.body.substr(citation.sentence_offset, citation.sentence_length);
  const std::size_t at = citation.offset - citation.sentence_offset;
  sentence.insert(at + citation.length, "]]");
  sentence.insert(at, "[[");
  std::printf("  %s\n\n", on_one_line(sentence).c_str());
}

struct Drawn {
  std::size_t record;
  std::size_t citation;
  std::size_t target;
};

void print_sample(const std::vector<Record>& records, const Catalogue& catalogue,
                  const Options& options) {
  std::vector<Drawn> asserted;
  for (std::size_t r = 0; r < records.size(); ++r) {
    for (std::size_t c = 0; c < records[r].citations.size(); ++c) {
      const Citation& citation = records[r].citations[c];
      const Citation& completed = records[r].completed[c];
      const auto found = tracuu::resolve(
          completed, tracuu::acting_context(completed, records[r].completed, records[r].context),
          catalogue.candidates(completed));
      const bool is_asserted = found.kind == Resolution::Kind::kAsserted;
      if (!is_asserted && !options.effects) continue;
      if (options.effects && !changes_effect(citation.relation)) continue;
      asserted.push_back({r, c, is_asserted ? found.ids.front() : records.size()});
    }
  }
  std::mt19937 random(options.seed);
  std::ranges::shuffle(asserted, random);
  for (std::size_t i = 0; i < std::min(options.sample, asserted.size()); ++i) {
    const Drawn& drawn = asserted[i];
    const Record& record = records[drawn.record];
    std::printf("%zu. ", i + 1);
    print_citation(record, record.citations[drawn.citation],
                   drawn.target < records.size() ? records[drawn.target].title : "-");
  }
}

void print_counts(const Counts& counts, double megabytes, double seconds) {
  std::printf("citations %zu, numbered %zu\n", counts.found, counts.numbered);
  const auto share = static_cast<double>(counts.right) /
                     static_cast<double>(std::max<std::size_t>(counts.fitting, 1));
  std::printf("fit one act %zu, asserted as it %zu (%.4f), as another %zu\n", counts.fitting,
              counts.right, share, counts.other);
  std::printf("fit several %zu (asserted %zu), fit none %zu (asserted %zu)\n", counts.several,
              counts.several_asserted, counts.absent, counts.absent_asserted);
  std::printf("by name %zu, asserted %zu, ranked %zu\n", counts.named, counts.named_asserted,
              counts.named_ranked);
  for (const auto& [code, n] : counts.relations) std::printf("  this %s: %zu\n", code.c_str(), n);
  for (const auto& [code, n] : counts.deeds) std::printf("  other %s: %zu\n", code.c_str(), n);
  std::printf("find_citations: %.1f MB in %.2f s, %.1f MB/s\n", megabytes, seconds,
              megabytes / seconds);
}

Options parse_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--effects") options.effects = true;
    if (argument == "--news") options.news = true;
    if (argument == "--show") options.show = true;
    if (argument == "--sample" && i + 1 < argc)
      options.sample = std::strtoul(argv[++i], nullptr, 10);
    if (argument == "--seed" && i + 1 < argc) {
      options.seed = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const Options options = parse_options(argc, argv);
  std::vector<Record> records;
  for (std::string line; std::getline(std::cin, line);) {
    if (!line.empty()) records.push_back(read_record(json::parse(line), options.news));
  }
  double bytes = 0;
  const std::clock_t start = std::clock();  // of the processor: the machine may be shared
  for (Record& record : records) {
    record.citations = tracuu::find_citations(record.body, record.context);
    bytes += static_cast<double>(record.body.size());
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  for (Record& record : records) record.completed = tracuu::completed(record.citations);
  const Catalogue catalogue(records);
  Counts counts;
  for (const Record& record : records) {
    for (std::size_t i = 0; i < record.citations.size(); ++i) {
      const Citation& citation = record.citations[i];
      count(record.completed[i], citation.name, record, catalogue, counts);
      const bool is_wrong = options.news && changes_effect(citation.relation);
      if (options.show || is_wrong) print_citation(record, citation, "");
    }
  }
  if (options.sample > 0) print_sample(records, catalogue, options);
  constexpr double kMegabyte = 1e6;
  print_counts(counts, bytes / kMegabyte, seconds);
}
