// The whole corpus of attacks ten times over: a server that has met each of them once takes no more
// memory for meeting them again.
#include <cstdint>
#include <iostream>
#include <string>
#include <variant>

#include <gtest/gtest.h>
#include <malloc.h>

#include "searcher/server/metrics.h"
#include "tests/server/attacks.h"
#include "tests/server/desk_fixture.h"

namespace tracuu {
namespace {

constexpr int kRounds = 10;
constexpr std::uint64_t kMayGrow = 4'000'000;  // bytes: pools of the allocator

std::size_t attack(TestDesk& desk) {
  std::size_t requests = 0;
  for (const std::string& place : places()) {
    for (const std::string& one : attacks()) {
      const std::string target = place + http::percent_encode(one);
      if (target.size() > http::kMaxTargetBytes) continue;
      if (!std::holds_alternative<http::Target>(http::parse_target(target))) continue;
      desk.get(target);
      ++requests;
    }
  }
  return requests;
}

std::uint64_t resident() {
  ::malloc_trim(0);
  return resident_bytes();
}

TEST(AttackMemoryTest, DoesNotGrow) {
  TestDesk desk(office_documents());
  attack(desk);
  const std::uint64_t before = resident();
  std::size_t requests = 0;
  for (int round = 0; round < kRounds; ++round) requests += attack(desk);
  const std::uint64_t after = resident();
  std::cout << requests << " requests: " << before / 1000 << " kB resident before, " << after / 1000
            << " kB after\n";
  EXPECT_LE(after, before + kMayGrow);
}

}  // namespace
}  // namespace tracuu
