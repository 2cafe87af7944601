// Columns: what they hold against the values they were made of, and columns that followed an index
// from state to state against columns loaded anew.

#include "searcher/column/column.h"

#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "core/index/schema.h"
#include "core/index/touched.h"
#include "searcher/column/load_column.h"
#include "searcher/column/packed_array.h"
#include "searcher/snapshot.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Labels = std::vector<std::string>;

const FacetField& field_of(std::string_view name) {
  return *find_facet_field(name);
}

// An index of values alone, changed in commits that leave their rows.
class ValuesIndex {
 public:
  ValuesIndex() : writer_(folder_.path("index"), Xapian::DB_CREATE) {}

  Xapian::Database open() const { return Xapian::Database(folder_.path("index")); }
  Xapian::docid last() const { return writer_.get_lastdocid(); }

  void put(Xapian::docid docid, const std::map<Xapian::valueno, std::string>& values) {
    Xapian::Document document;
    for (const auto& [slot, value] : values) document.add_value(slot, value);
    writer_.replace_document(docid, document);
    touched_.push_back(docid);
  }

  void put(Xapian::docid docid, std::string_view field, const std::string& lines) {
    put(docid, {{field_of(field).slot, lines}});
  }

  void remove(Xapian::docid docid) {
    try {
      writer_.delete_document(docid);
      touched_.push_back(docid);
    } catch (const Xapian::DocNotFoundError&) {
      return;  // deleted before
    }
  }

  void commit() {
    write_touched(writer_, std::exchange(touched_, {}));
    writer_.commit();
  }

 private:
  input::TempFolder folder_;
  Xapian::WritableDatabase writer_;
  std::vector<Xapian::docid> touched_;
};

Labels labels_of(const Column& column, Xapian::docid docid) {
  const std::vector<Column::Ordinal> values = column.values();
  Labels labels;
  column.for_each(docid, [&](Column::Ordinal spelling) {
    labels.emplace_back(column.label(values[spelling]));
  });
  return labels;
}

std::map<std::string, std::uint32_t> counts_of(const Column& column) {
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < column.document_end(); ++docid) docids.push_back(docid);
  std::vector<std::uint32_t> counts(column.ordinal_count(), 0);
  column.count(docids, counts);
  column.gather(counts);
  std::map<std::string, std::uint32_t> by_label;
  for (Column::Ordinal value = 1; value < counts.size(); ++value) {
    if (counts[value] > 0) by_label[std::string(column.label(value))] += counts[value];
  }
  return by_label;
}

TEST(PackedArrayTest, KeepsItsNumbersAsItsWidthGrows) {
  PackedArray numbers;
  numbers.resize(8);
  std::vector<std::uint32_t> wanted(8, 0);
  std::vector<std::size_t> bytes;
  std::size_t at = 0;
  for (const std::uint32_t number : {1U, 255U, 256U, 65535U, 65536U, 4294967295U, 7U}) {
    numbers.set(at, number);
    wanted[at++] = number;
    for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(numbers[i], wanted[i]) << i;
    bytes.push_back(numbers.size_bytes());
  }
  EXPECT_EQ(bytes, (std::vector<std::size_t>{8, 8, 16, 16, 32, 32, 32}));
}

TEST(ColumnTest, SpellingsOfOneValueCountTogetherUnderTheCommonest) {
  ValuesIndex index;
  index.put(1, "agency", "UBND tỉnh Sông Lam");
  index.put(2, "agency", "Uỷ ban nhân dân tỉnh Sông Lam\nSở Y tế\nUBND tỉnh Sông Lam");
  index.put(4, "agency", "Uỷ ban nhân dân tỉnh Sông Lam");
  index.commit();
  const Column column = load_column(index.open(), field_of("agency"));
  EXPECT_EQ(labels_of(column, 1), (Labels{"Uỷ ban nhân dân tỉnh Sông Lam"}));
  EXPECT_EQ(labels_of(column, 2), (Labels{"Uỷ ban nhân dân tỉnh Sông Lam", "Sở Y tế"}));
  EXPECT_EQ(labels_of(column, 3), Labels());
  EXPECT_EQ(labels_of(column, 99), Labels());
  EXPECT_EQ(counts_of(column), (std::map<std::string, std::uint32_t>{
                                   {"Sở Y tế", 1}, {"Uỷ ban nhân dân tỉnh Sông Lam", 3}}));
}

TEST(ColumnTest, AFolderCountsForAllAboveIt) {
  ValuesIndex index;
  index.put(1, "path", "vb/2021/quý 1");
  index.put(2, "path", "vb");
  index.put(3, "path", "tin/2021");
  index.commit();
  EXPECT_EQ(counts_of(load_column(index.open(), field_of("path"))),
            (std::map<std::string, std::uint32_t>{
                {"tin", 1}, {"tin/2021", 1}, {"vb", 2}, {"vb/2021", 1}, {"vb/2021/quý 1", 1}}));
}

TEST(ColumnTest, FoldersNestedWithoutEndAreCountedToALimit) {
  ValuesIndex index;
  std::string path = "a";
  for (int i = 0; i < 5000; ++i) path += "/a";
  index.put(1, "path", path);
  index.put(2, "path", "/a//b");
  index.commit();
  const auto counts = counts_of(load_column(index.open(), field_of("path")));
  EXPECT_EQ(counts.at("a"), 1u);
  EXPECT_EQ(counts.at(path), 1u);
  EXPECT_EQ(counts.at("/a//b"), 1u);
  EXPECT_LT(counts.size(), 100u);
}

// More spellings than one or two bytes hold, alone and in lists.
TEST(ColumnTest, ManyDistinctValuesAreToldApart) {
  constexpr Xapian::docid kDocuments = 40000;
  ValuesIndex index;
  const auto name = [](Xapian::docid docid) { return "người " + std::to_string(docid); };
  for (Xapian::docid docid = 1; docid <= kDocuments; ++docid) {
    index.put(docid, "person", docid % 2 == 0 ? name(docid) + "\n" + name(docid / 2) : name(docid));
  }
  index.commit();
  const Column column = load_column(index.open(), field_of("person"));
  const std::vector<Column::Ordinal> values = column.values();
  for (Xapian::docid docid = 1; docid <= kDocuments; ++docid) {
    Labels labels;
    column.for_each(docid, [&](Column::Ordinal one) { labels.emplace_back(column.label(one)); });
    const Labels wanted =
        docid % 2 == 0 ? Labels{name(docid), name(docid / 2)} : Labels{name(docid)};
    ASSERT_EQ(labels, wanted);
  }
  EXPECT_EQ(column.ordinal_count(), kDocuments + 1);
}

TEST(FollowColumnTest, ReadsAnewTheDocumentsTouchedAndNoOthers) {
  ValuesIndex index;
  index.put(1, "type", "Quyết định");
  index.put(2, "type", "Quyết định");
  index.commit();
  const Column before = load_column(index.open(), field_of("type"));
  index.put(1, "type", "Công văn");
  index.put(2, "type", "Nghị quyết");
  index.put(3, "type", "QUYẾT ĐỊNH");
  index.commit();
  const std::vector<Xapian::docid> touched{1, 3};
  const Column after = follow_column(before, index.open(), field_of("type"), touched).value();
  EXPECT_EQ(labels_of(after, 1), Labels{"Công văn"});
  EXPECT_EQ(labels_of(after, 2), Labels{"QUYẾT ĐỊNH"});  // of the two spellings the lesser
  EXPECT_EQ(labels_of(after, 3), Labels{"QUYẾT ĐỊNH"});
  EXPECT_EQ(labels_of(before, 1), Labels{"Quyết định"});
}

TEST(FollowColumnTest, MostlyOutOfUseItIsToBeLoadedAnew) {
  ValuesIndex index;
  std::vector<Xapian::docid> touched;
  for (Xapian::docid docid = 1; docid <= 3000; ++docid) {
    index.put(docid, "type", "loại " + std::to_string(docid));
    touched.push_back(docid);
  }
  index.commit();
  const Column before = load_column(index.open(), field_of("type"));
  EXPECT_TRUE(follow_column(before, index.open(), field_of("type"), touched));
  for (const Xapian::docid docid : touched) index.put(docid, "type", "Quyết định");
  index.commit();
  EXPECT_FALSE(follow_column(before, index.open(), field_of("type"), touched));
}

// Values of all fields by chance, of few spellings, so that documents share and change them.
class RandomValues {
 public:
  explicit RandomValues(unsigned seed) : rng_(seed) {}

  std::size_t below(std::size_t end) { return rng_() % end; }

  std::map<Xapian::valueno, std::string> document() {
    std::map<Xapian::valueno, std::string> values;
    for (const FacetField& field : facet_fields()) {
      const bool is_path = field.kind == FacetField::Kind::kFolders;
      std::string lines = is_path ? folder() : line();
      for (std::size_t n = below(4); !is_path && n > 0; --n) lines += "\n" + line();
      if (below(4) > 0) values[field.slot] = lines;
    }
    if (below(3) > 0) values[schema::kDateSlot] = day();
    if (below(3) > 0) values[schema::kEffectiveSlot] = (below(2) > 0 ? day() : "") + "-" + day();
    return values;
  }

 private:
  std::string line() {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"Bộ Y tế", "BỘ Y TẾ", "bo y te", "UBND tỉnh Thái Nguyên",
         "Uỷ ban nhân dân tỉnh Thái Nguyên", "Ủy ban nhân dân tỉnh Thái Nguyên",
         "Sở Nội vụ tỉnh Thái Nguyên", "UBND xã Tân Cương, tỉnh Thái Nguyên", "Quốc hội"});
    if (below(6) == 0) return "tên " + std::to_string(below(500));
    return std::string(kNames[below(kNames.size())]);
  }

  std::string folder() {
    std::string path = "f" + std::to_string(below(3));
    for (std::size_t n = below(4); n > 0; --n) path += "/f" + std::to_string(below(3));
    return path;
  }

  std::string day() {
    return std::to_string((2020 + below(7)) * 10000 + (1 + below(12)) * 100 + 1 + below(28));
  }

  std::mt19937 rng_;
};

// All that is read of a snapshot, in words.
std::string describe(Snapshot& snapshot) {
  std::string text;
  for (const FacetField& field : facet_fields()) {
    const Column& column = snapshot.column(field);
    text.append(field.name).append(":\n");
    for (Xapian::docid docid = 1; docid < column.document_end(); ++docid) {
      text += std::to_string(docid);
      for (const std::string& label : labels_of(column, docid)) text.append(" | ").append(label);
      text += '\n';
    }
    for (const auto& [label, count] : counts_of(column)) {
      text += label + " × " + std::to_string(count) + "\n";
    }
  }
  for (const Dates* dates : {&snapshot.dates(), &snapshot.effective_dates()}) {
    for (const std::int32_t date : *dates) text += std::to_string(date) + " ";
    text += '\n';
  }
  const Column& agencies = snapshot.column(field_of("agency"));
  std::vector<std::uint32_t> docids;
  for (std::uint32_t docid = 1; docid < agencies.document_end(); ++docid) docids.push_back(docid);
  std::vector<std::uint32_t> single(agencies.ordinal_count(), 0);
  std::vector<std::uint32_t> several;
  agencies.count_single(docids, single, several);
  const AgencyTree& tree = snapshot.agencies();
  for (const FacetValue& value : tree.values(tree.node_counts(single, several, agencies), 1000)) {
    text += std::string(value.depth, '>') + value.label + " " + std::to_string(value.count) + "\n";
  }
  for (const std::string& key : tree.keys_of("Địa phương", Predecessors::kAdmitted)) {
    text += key + "\n";
  }
  return text;
}

TEST(FollowColumnTest, FollowedThroughRandomCommitsIsAsIfLoadedAnew) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomValues random(seed);
  ValuesIndex index;
  for (Xapian::docid docid = 1; docid <= 60; ++docid) index.put(docid, random.document());
  index.commit();
  auto followed = std::make_unique<Snapshot>(index.open());
  describe(*followed);
  for (int round = 0; round < 40; ++round) {
    for (std::size_t commits = random.below(4); commits > 0; --commits) {
      for (std::size_t n = random.below(10); n > 0; --n) {
        index.put(static_cast<Xapian::docid>(1 + random.below(index.last() + 3)),
                  random.document());
      }
      if (random.below(2) == 0) {
        index.remove(static_cast<Xapian::docid>(1 + random.below(index.last())));
      }
      index.commit();
    }
    auto next = std::make_unique<Snapshot>(index.open());
    next->follow(*followed);
    followed = std::move(next);
    Snapshot loaded(index.open());
    ASSERT_EQ(describe(*followed), describe(loaded)) << "round " << round;
  }
}

// A searcher that stays open, while another process commits.
TEST(FollowColumnTest, AnOpenSearcherAnswersFromTheNewestState) {
  const auto document = [](const std::string& id, const std::string& type) {
    return Document{.id = id, .body = "chuyển đổi số", .type = type};
  };
  TestIndex index({document("a", "Quyết định"), document("b", "Công văn")});
  SearchRequest request = everything("số");
  request.facets = {"type"};
  EXPECT_EQ(index.ask(request).total, 2u);
  EXPECT_FALSE(index.searcher().refresh());
  write_documents(index.directory(), {document("c", "QUYẾT ĐỊNH"), document("b", "Quyết định")});
  EXPECT_TRUE(index.searcher().refresh());
  EXPECT_FALSE(index.searcher().refresh());
  const Response response = index.ask(request);
  EXPECT_EQ(ids_of(response), (Labels{"a", "b", "c"}));
  ASSERT_EQ(response.facets.front().values.size(), 1u);
  EXPECT_EQ(response.facets.front().values.front().value, "Quyết định");
  EXPECT_EQ(response.facets.front().values.front().count, 3u);
}

// Writing nothing new leaves the state as it is, so that nobody reads anything anew.
TEST(FollowColumnTest, ARunWithoutAChangeMakesNoNewState) {
  const std::vector<Document> documents{{.id = "a", .body = "chuyển đổi số"}};
  TestIndex index(documents);
  write_documents(index.directory(), documents);
  EXPECT_FALSE(index.searcher().refresh());
}

TEST(FollowColumnTest, AStateHasANameOfItsOwn) {
  const std::vector<Document> documents{{.id = "a", .body = "chuyển đổi số"}};
  TestIndex index(documents);
  const std::string before = index.searcher().state();
  EXPECT_FALSE(before.empty());
  EXPECT_EQ(index.searcher().state(), before);
  write_documents(index.directory(), {{.id = "b", .body = "chuyển đổi số"}});
  index.searcher().refresh();
  const std::string after = index.searcher().state();
  EXPECT_NE(after, before);
  // The tag of a commit is any bytes.
  EXPECT_EQ(after.find_first_not_of("0123456789abcdef-."), std::string::npos) << after;
}

}  // namespace
}  // namespace tracuu
