// Makes queries in eleven ways from the titles of a collection; README.md says what for.
//
//   make_ways [--seed N] [--queries N] --out DIR [FILE.jsonl]…      no file: standard input
//
// Writes DIR/WAY/queries.jsonl for every way (BEIR), and DIR/qrels.tsv and DIR/kinds.tsv (the kind
// of each typing error) for all of them. The same input and seed give the same bytes everywhere.

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/document/document_json.h"
#include "tests/relevance/ways_draw.h"
#include "tests/relevance/ways_errors.h"
#include "tests/relevance/ways_write.h"

namespace {

namespace ways = tracuu::ways;
using ways::DrawnQuery;
using ways::Random;
using ways::Title;

struct Options {
  std::uint64_t seed = 1;
  std::size_t queries = 1000;
  std::filesystem::path out;
  std::vector<std::string> files;
};

std::uint64_t number(const std::string& name, const std::string& value) {
  std::uint64_t result = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, result);
  if (error != std::errc() || stop != end) {
    throw std::invalid_argument(name + " needs a number, not '" + value + "'");
  }
  return result;
}

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (!name.starts_with("--")) {
      options.files.push_back(name);
      continue;
    }
    if (i + 1 == argc) throw std::invalid_argument(name + " needs a value");
    const std::string value = argv[++i];
    if (name == "--seed") {
      options.seed = number(name, value);
    } else if (name == "--queries") {
      options.queries = number(name, value);
    } else if (name == "--out") {
      options.out = value;
    } else {
      throw std::invalid_argument("no such option: " + name);
    }
  }
  if (options.out.empty()) throw std::invalid_argument("--out DIR is needed");
  return options;
}

void read_titles(std::istream& lines, std::vector<Title>& titles) {
  std::string line;
  while (std::getline(lines, line)) {
    tracuu::ParsedDocument parsed = tracuu::parse_document_json(line);
    if (!parsed.document || parsed.document->id.empty()) continue;
    // Neither fits a line of judgements.
    if (parsed.document->id.find_first_of("\t\n") != std::string::npos) continue;
    titles.push_back({std::move(parsed.document->id), std::move(parsed.document->title)});
  }
}

std::vector<Title> read_titles(const std::vector<std::string>& files) {
  std::vector<Title> titles;
  if (files.empty()) read_titles(std::cin, titles);
  for (const std::string& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw std::runtime_error("open '" + file + "': cannot be read");
    read_titles(in, titles);
  }
  return titles;
}

std::ofstream open_for_writing(const std::filesystem::path& path) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.exceptions(std::ios::failbit | std::ios::badbit);
  return out;
}

void write_queries(const Options& options, const std::vector<DrawnQuery>& queries) {
  for (std::size_t way = 0; way < ways::kWayNames.size(); ++way) {
    std::ofstream out = open_for_writing(options.out / ways::kWayNames[way] / "queries.jsonl");
    for (std::size_t i = 0; i < queries.size(); ++i) {
      Random random = Random::of(options.seed, way, i);
      nlohmann::ordered_json line;
      line["_id"] = queries[i].id;
      line["text"] = ways::write(static_cast<ways::Way>(way), queries[i].words, random);
      out << line.dump() << '\n';
    }
  }
}

void write_kinds(const Options& options, const std::vector<DrawnQuery>& queries) {
  constexpr auto kWay = static_cast<std::uint64_t>(ways::Way::kTypingError);
  std::ofstream out = open_for_writing(options.out / "kinds.tsv");
  for (std::size_t i = 0; i < queries.size(); ++i) {
    Random random = Random::of(options.seed, kWay, i);
    const auto mistake = ways::with_error(queries[i].words, random);
    out << queries[i].id << '\t' << (mistake ? ways::name(mistake->kind) : "none") << '\n';
  }
}

void write_judgements(const Options& options, const std::vector<Title>& titles,
                      const std::vector<DrawnQuery>& queries) {
  const auto answers = ways::judge(titles, queries);
  std::ofstream out = open_for_writing(options.out / "qrels.tsv");
  out << "query-id\tcorpus-id\tscore\n";
  for (std::size_t i = 0; i < queries.size(); ++i) {
    for (const std::size_t title : answers[i]) {
      out << queries[i].id << '\t' << titles[title].document << "\t1\n";
    }
  }
}

void run(const Options& options) {
  const std::vector<Title> titles = read_titles(options.files);
  Random random(options.seed);
  const std::vector<DrawnQuery> queries = ways::draw_queries(titles, options.queries, random);
  if (queries.empty()) throw std::runtime_error("draw queries: no title has six words");
  write_queries(options, queries);
  write_kinds(options, queries);
  write_judgements(options, titles, queries);
  std::printf("%zu queries from %zu titles\n", queries.size(), titles.size());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(read_options(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_ways: %s\n", error.what());
    return 2;
  }
  return 0;
}
