#include "tests/bench/peers/peer.h"

#include <chrono>
#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <time.h>

namespace tracuu::peers {
namespace {

std::vector<std::string> split(const std::string& line, std::size_t columns,
                               const std::string& path) {
  std::vector<std::string> parts;
  std::istringstream in(line);
  for (std::string part; std::getline(in, part, '\t');) parts.push_back(std::move(part));
  if (line.ends_with('\t')) parts.emplace_back();
  if (parts.size() != columns) {
    throw std::runtime_error(path + ": a line without " + std::to_string(columns) + " columns");
  }
  return parts;
}

std::ifstream open_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  return in;
}

std::vector<std::string> read_queries(const std::string& path) {
  std::vector<std::string> texts;
  std::ifstream in = open_file(path);
  for (std::string line; std::getline(in, line);) texts.push_back(split(line, 2, path)[1]);
  if (texts.empty()) throw std::runtime_error(path + ": no query");
  return texts;
}

// Of this thread: what others do on the machine does not count.
std::int64_t cpu_nanoseconds() {
  constexpr std::int64_t kSecond = 1'000'000'000;
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return kSecond * now.tv_sec + now.tv_nsec;
}

void run_round(Peer& peer, const std::vector<std::string>& queries, std::size_t limit,
               bool with_facets) {
  using Clock = std::chrono::steady_clock;
  std::ostringstream out;
  for (const std::string& query : queries) {
    const std::int64_t cpu = cpu_nanoseconds();
    const Clock::time_point start = Clock::now();
    const PeerAnswer answer = peer.search(query, limit, with_facets);
    const auto wall =
        std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
    out << wall << '\t' << cpu_nanoseconds() - cpu << '\t' << answer.counted;
    for (const std::string& id : answer.ids) out << '\t' << id;
    out << '\n';
  }
  std::cout << out.str() << std::flush;
}

void serve(Peer& peer, const std::vector<std::string>& queries) {
  std::cout << "ready" << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string verb;
    std::string kind;
    std::size_t count = queries.size();
    std::size_t limit = 0;
    words >> verb;
    if (verb == "warm") words >> count;
    words >> limit >> kind;
    if (verb == "warm") {
      for (std::size_t i = 0; i < count; ++i) {
        peer.search(queries[i % queries.size()], limit, kind == "facets");
      }
      std::cout << "warm" << std::endl;
    } else if (verb == "round") {
      run_round(peer, queries, limit, kind == "facets");
    } else {
      throw std::runtime_error("no such command: " + line);
    }
  }
}

}  // namespace

DocumentReader::DocumentReader(const std::string& path) : path_(path), in_(open_file(path)) {}

std::optional<PeerDocument> DocumentReader::next() {
  if (!std::getline(in_, line_)) return std::nullopt;
  std::vector<std::string> parts = split(line_, 5, path_);
  return PeerDocument{std::move(parts[0]), std::move(parts[1]), std::move(parts[2]),
                      std::move(parts[3]), std::move(parts[4])};
}

int run_peer(int argc, char** argv, const PeerProgram& program) {
  const std::string_view verb = argc == 4 ? argv[1] : "";
  if (verb != "index" && verb != "search") {
    std::fprintf(stderr, "usage: %s index INDEX DOCUMENTS | search INDEX QUERIES\n", argv[0]);
    return 2;
  }
  try {
    if (verb == "index") {
      DocumentReader documents(argv[3]);
      program.build(argv[2], documents);
    } else {
      const std::vector<std::string> queries = read_queries(argv[3]);
      serve(*program.open(argv[2]), queries);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[0], error.what());
    return 2;
  }
  return 0;
}

}  // namespace tracuu::peers
