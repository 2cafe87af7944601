// Posting lists as bytes: what is written is read again, and damaged bytes end in an error.

#include "core/index/packed_block.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/index/random_lists.h"

namespace tracuu {
namespace {

std::string block_of(const Lists& lists) {
  BlockWriter block;
  for (const auto& [term, postings] : lists) block.add(term, postings);
  return block.bytes();
}

// Throws kIndexDamaged for postings that are none.
Lists read(std::string_view bytes) {
  Lists lists;
  BlockReader reader(bytes);
  while (reader.next()) {
    std::vector<Posting>& postings = lists[reader.term()];
    postings.clear();
    const auto keep = [&](const Posting& posting) { postings.push_back(posting); };
    if (!for_each_posting(reader.list(), reader.list().postings, keep)) {
      throw Error(ErrorCode::kIndexDamaged, {"block", reader.term()});
    }
  }
  return lists;
}

TEST(PackedBlockTest, WhatIsWrittenIsRead) {
  std::vector<Posting> many;
  for (std::uint32_t i = 1; i <= 1000; ++i) many.push_back({i, i % 3});
  const Lists rows[] = {
      {},
      {{"a", {{1, 1}}}},
      {{"a", {{1, 0}}}},  // a caption's
      {{"a", {{1, 0}, {2, 3}, {9, 1}}}},
      {{"XBdieu kien", {{4, 2}, {9, 1}}}, {"XBdieu le", {{9, 1}}}, {"XUdieu", {{4, 2}, {9, 2}}}},
      {{"a", {{kMaxPackedDocid, UINT32_MAX}}}},
      {{"a", {{1, 300}, {kMaxPackedDocid - 1, 1}, {kMaxPackedDocid, 0}}}},
      {{"a", many}, {"ab", {{7, 1}}}, {std::string(240, 'b'), many}},
  };
  for (const Lists& lists : rows) EXPECT_EQ(read(block_of(lists)), lists);
}

TEST(PackedBlockTest, RandomListsAreReadAsWritten) {
  std::mt19937 rng(20240611);
  for (int round = 0; round < 200; ++round) {
    const Lists lists = random_lists(rng, 50, 5000);
    EXPECT_EQ(read(block_of(lists)), lists);
  }
}

TEST(PackedBlockTest, OccurrencesAndLengthsAreKnownWithoutThePostings) {
  std::mt19937 rng(7);
  const Lists lists = random_lists(rng, 200, 300);
  const std::string bytes = block_of(lists);
  BlockReader reader(bytes);
  while (reader.next()) {
    const std::vector<Posting>& postings = lists.at(reader.term());
    std::uint32_t occurrences = 0;
    for (const Posting& posting : postings) occurrences += posting.count;
    EXPECT_EQ(reader.list().documents, postings.size());
    EXPECT_EQ(reader.list().occurrences, occurrences);
  }
}

TEST(PackedBlockTest, OneOfATermThatOneDocumentHasTakesFewBytes) {
  EXPECT_EQ(block_of({{"XBdieu kien", {{4, 2}, {9, 1}}}, {"XBdieu le", {{9, 1}}}}).size(), 23u);
}

TEST(PackedBlockTest, DamagedBytesAreRefusedOrRead) {
  std::mt19937 rng(20240611);
  int refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string bytes = block_of(random_lists(rng, 8, 100));
    if (bytes.empty()) continue;
    if (round % 2 == 0) {
      bytes.resize(rng() % bytes.size());
    } else {
      bytes[rng() % bytes.size()] = static_cast<char>(rng());
    }
    try {
      read(bytes);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kIndexDamaged);
      ++refused;
    }
  }
  EXPECT_GT(refused, 500);
}

TEST(PackedBlockTest, PostingsAreAsManyAsIsSaid) {
  std::string bytes;
  const PackedList list = put_postings(std::vector<Posting>{{3, 1}, {5, 2}}, bytes);
  const auto nothing = [](const Posting&) {};
  EXPECT_TRUE(for_each_posting(list, bytes, nothing));
  EXPECT_FALSE(for_each_posting(list, bytes + '\x01', nothing));
  EXPECT_FALSE(for_each_posting(list, bytes.substr(0, bytes.size() - 1), nothing));
}

}  // namespace
}  // namespace tracuu
