// Facet counts against counting by hand.

#include "searcher/facets.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/document/agency.h"
#include "core/document/date.h"
#include "core/text/fold.h"
#include "tests/searcher/random_collection.h"
#include "tests/searcher/test_index.h"

namespace tracuu {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

const Facet* facet(const Response& response, const std::string& name) {
  for (const Facet& facet : response.facets) {
    if (facet.name == name) return &facet;
  }
  return nullptr;
}

Counts counts_of(const Response& response, const std::string& name,
                 const std::function<std::string(const std::string&)>& key_of) {
  Counts counts;
  const Facet* found = facet(response, name);
  if (found == nullptr) return counts;
  for (const FacetValue& value : found->values) {
    // Headings of the tree: groups, and agencies whose subordinates alone are among the hits.
    if (value.is_group || value.count == 0) continue;
    EXPECT_TRUE(counts.emplace(key_of(value.value), value.count).second)
        << name << ": two values for " << value.value;
  }
  return counts;
}

std::string as_is(const std::string& value) {
  return value;
}

// What each facet says of one document, by key.
std::set<std::string> keys_of(const Document& document, const std::string& name) {
  std::set<std::string> keys;
  if (name == "agency" && !document.agency.empty()) keys.insert(agency_key(document.agency));
  if (name == "type" && !document.type.empty()) keys.insert(name_key(document.type));
  if (name == "signer" && !document.signer.empty()) keys.insert(name_key(document.signer));
  if (name == "keyword") {
    for (std::string keyword : document.keywords) {
      std::ranges::replace(keyword, '\n', ' ');
      if (const std::string key = name_key(keyword); !key.empty()) keys.insert(key);
    }
  }
  if (parse_iso(document.date)) {
    if (name == "year") keys.insert(document.date.substr(0, 4));
    if (name == "month") keys.insert(document.date.substr(0, 7));
  }
  if (name == "path") {
    for (std::size_t end = document.path.find('/'); end != std::string::npos;
         end = document.path.find('/', end + 1)) {
      keys.insert(document.path.substr(0, end));
    }
  }
  return keys;
}

std::string key_of_value(const std::string& name, const std::string& value) {
  if (name == "agency") return agency_key(value);
  const bool is_name = name == "type" || name == "signer" || name == "keyword";
  return is_name ? name_key(value) : value;
}

const std::vector<std::string>& all_facets() {
  static const std::vector<std::string> kFacets{"agency", "type",   "year",   "month",
                                                "path",   "signer", "keyword"};
  return kFacets;
}

bool passes(const Document& document, const SearchRequest& request, const std::string& except) {
  for (const auto& [name, values] : request.filters) {
    if (name == except || values.empty()) continue;
    const std::set<std::string> keys = keys_of(document, name);
    bool any = false;
    for (const std::string& value : values) any |= keys.contains(key_of_value(name, value));
    if (!any) return false;
  }
  const std::optional<Date> date = parse_iso(document.date);
  if (request.from && (!date || *date < *request.from)) return false;
  return !request.to || (date && *date <= *request.to);
}

void check_against_hand_count(TestIndex& index, const std::vector<Document>& documents,
                              const SearchRequest& request, const std::set<std::string>& hits) {
  const Response response = index.ask(request);
  std::uint64_t total = 0;
  for (const Document& document : documents) {
    total += hits.contains(document.id) && passes(document, request, "") ? 1u : 0u;
  }
  if (total == 0) return;  // relaxed: not the hits of the query
  EXPECT_EQ(response.total, total);
  for (const std::string& name : all_facets()) {
    Counts want;
    for (const Document& document : documents) {
      if (!hits.contains(document.id) || !passes(document, request, name)) continue;
      for (const std::string& key : keys_of(document, name)) ++want[key];
    }
    EXPECT_EQ(counts_of(response, name,
                        [&](const std::string& value) { return key_of_value(name, value); }),
              want)
        << name;
  }
}

TEST(FacetsTest, CountsAreThoseCountedByHand) {
  const unsigned seed = test_seed();
  SCOPED_TRACE(testing::Message() << "TRACUU_TEST_SEED=" << seed);
  RandomCollection random(seed);
  const std::vector<Document> documents = random.documents(60);
  TestIndex index(documents, 2);
  const std::vector<std::vector<std::string>> filter_values[] = {
      {{}, {"UBND tỉnh Thái Nguyên"}, {"Bộ Y tế", "sở y tế tỉnh thái nguyên"}},
      {{}, {"quyết định"}, {"Nghị quyết", "CÔNG VĂN"}, {"Công văn", "không có"}},
      {{}, {"2020"}, {"2020", "1999"}},
      {{}, {"2020-12"}},
      {{}, {"vb"}, {"vb/2020", "tin"}},
      {{}, {"nguyễn văn a"}, {"Nguyễn Văn A", "TRẦN THỊ B"}},
      {{}, {"chuyển đổi số"}, {"chuyen doi so", "không có"}},
  };
  for (const char* query : {"", "số", "quyet dinh", "\"quyết\" OR chuy*", "-số"}) {
    std::set<std::string> hits;
    for (const std::string& id : ids_of(index.ask(query))) hits.insert(id);
    for (int round = 0; round < 30; ++round) {
      SearchRequest request = everything(query);
      request.facets = all_facets();
      request.facet_values = 1000;
      for (std::size_t i = 0; i < all_facets().size(); ++i) {
        const auto& choices = filter_values[i];
        if (random.chance(2))
          request.filters[all_facets()[i]] = choices[random.below(choices.size())];
      }
      if (random.chance(3)) request.from = Date{2020, 1, 31};
      if (random.chance(3)) request.to = Date{2021, 6, 30};
      SCOPED_TRACE(testing::Message() << query << ", round " << round);
      check_against_hand_count(index, documents, request, hits);
      if (HasFailure()) return;
    }
  }
}

std::vector<Document> offices() {
  return {
      {.id = "1",
       .body = "số",
       .type = "Quyết định",
       .agency = "Uỷ ban nhân dân tỉnh Sông Lam",
       .date = "2020-01-01",
       .path = "a/b/c/1.txt"},
      {.id = "2",
       .body = "số",
       .type = "QUYẾT ĐỊNH",
       .agency = "UBND tỉnh Sông Lam",
       .date = "2020-02-01",
       .path = "a/b/2.txt"},
      {.id = "3",
       .body = "số",
       .type = "Quyết định",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .date = "2021-02-01",
       .path = "a/3.txt"},
      {.id = "4",
       .body = "số",
       .type = "Công văn",
       .agency = "Ủy ban nhân dân tỉnh Sông Lam",
       .path = "4.txt"},
      {.id = "5",
       .body = "khác",
       .type = "Nghị quyết",
       .agency = "HĐND tỉnh Sông Lam",
       .path = "a/x/5.txt"},
  };
}

SearchRequest with_facets(std::string query) {
  SearchRequest request = everything(std::move(query));
  request.facets = all_facets();
  return request;
}

TEST(FacetsTest, SpellingsOfOneAgencyAreOneValueUnderTheCommonestLabel) {
  TestIndex index(offices());
  const Response response = index.ask(with_facets("số"));
  EXPECT_EQ(counts_of(response, "agency", as_is), (Counts{{"Ủy ban nhân dân tỉnh Sông Lam", 4}}));
  EXPECT_EQ(counts_of(response, "type", as_is), (Counts{{"Quyết định", 3}, {"Công văn", 1}}));
}

std::string paths_of(const Facet* facet) {
  std::string lines;
  for (const FacetValue& value : facet->values) {
    lines += std::string(value.depth, '>') + value.label + " " + std::to_string(value.count) + "\n";
  }
  return lines;
}

// The district level ended on 1 July 2025.
TEST(FacetsTest, ACommuneStandsWhereItStoodWhenItLastIssuedADocument) {
  Document document{.id = "1", .body = "số", .agency = "UBND xã Tân Cương, tỉnh Thái Nguyên"};
  document.date = "2025-06-30";
  TestIndex before({document});
  const std::string old_paths = paths_of(facet(before.ask(with_facets("số")), "agency"));
  document.date = "2025-07-01";
  TestIndex after({document});
  const std::string new_paths = paths_of(facet(after.ask(with_facets("số")), "agency"));
  EXPECT_EQ(old_paths,
            "Địa phương 1\n>tỉnh Thái Nguyên 1\n>>thành phố Thái Nguyên 1\n"
            ">>>xã Tân Cương 1\n>>>>Ủy ban nhân dân xã Tân Cương 1\n");
  EXPECT_EQ(new_paths,
            "Địa phương 1\n>tỉnh Thái Nguyên 1\n>>xã Tân Cương 1\n"
            ">>>Ủy ban nhân dân xã Tân Cương 1\n");
}

TEST(FacetsTest, FacetIgnoresItsOwnFilterAndObeysTheOthers) {
  TestIndex index(offices());
  SearchRequest request = with_facets("số");
  request.filters["type"] = {"Công văn"};
  Response response = index.ask(request);
  EXPECT_EQ(response.total, 1u);
  EXPECT_EQ(counts_of(response, "type", as_is), (Counts{{"Quyết định", 3}, {"Công văn", 1}}));
  EXPECT_EQ(counts_of(response, "year", as_is), Counts{});

  request.filters["type"] = {"Công văn", "quyet dinh"};
  response = index.ask(request);
  EXPECT_EQ(response.total, 4u);

  request.filters["year"] = {"2020"};
  response = index.ask(request);
  EXPECT_EQ(response.total, 2u);
  EXPECT_EQ(counts_of(response, "type", as_is), (Counts{{"Quyết định", 2}}));
  EXPECT_EQ(counts_of(response, "year", as_is), (Counts{{"2020", 2}, {"2021", 1}}));
}

TEST(FacetsTest, PathCountsEveryFolderAbove) {
  TestIndex index(offices());
  const Response response = index.ask(with_facets("số"));
  EXPECT_EQ(counts_of(response, "path", as_is), (Counts{{"a", 3}, {"a/b", 2}, {"a/b/c", 1}}));
}

TEST(FacetsTest, MonthsAreReadAsPeopleWriteThem) {
  TestIndex index(offices());
  const Response response = index.ask(with_facets("số"));
  const Facet* months = facet(response, "month");
  ASSERT_NE(months, nullptr);
  ASSERT_EQ(months->values.size(), 3u);
  EXPECT_EQ(months->values[0].value, "2020-01");
  EXPECT_EQ(months->values[0].label, "01/2020");
}

// The value of a facet, given back as a filter, admits as many documents as its count said.
TEST(FacetsTest, ValueAsFilterAdmitsItsCount) {
  RandomCollection random(test_seed());
  TestIndex index(random.documents(50));
  const Response response = index.ask(with_facets(""));
  for (const Facet& facet : response.facets) {
    for (const FacetValue& value : facet.values) {
      SearchRequest request = everything("");
      request.filters[facet.name] = {value.value};
      EXPECT_EQ(index.ask(request).total, value.count) << facet.name << " = " << value.value;
    }
  }
}

TEST(FacetsTest, ValuesAreTheMostFrequentTiesByValue) {
  TestIndex index(offices());
  SearchRequest request = with_facets("");
  request.facet_values = 2;
  const Response response = index.ask(request);
  const Facet* types = facet(response, "type");
  ASSERT_NE(types, nullptr);
  ASSERT_EQ(types->values.size(), 2u);
  EXPECT_EQ(types->values[0].value, "Quyết định");
  EXPECT_EQ(types->values[1].value, "Công văn");
}

TEST(FacetsTest, FacetsComeInTheOrderAsked) {
  TestIndex index(offices());
  SearchRequest request = everything("số");
  request.facets = {"year", "agency"};
  const Response response = index.ask(request);
  ASSERT_EQ(response.facets.size(), 2u);
  EXPECT_EQ(response.facets[0].name, "year");
  EXPECT_EQ(response.facets[1].name, "agency");
}

// The counts were those of the loosest reading of the query, of which nothing is shown.
TEST(FacetsTest, WhereNothingIsFoundTheCountsAreOfTheQueryAsItIs) {
  TestIndex index(offices());
  SearchRequest request = with_facets("uỷ số");
  request.filters["type"] = {"Thông tư"};
  const Response response = index.ask(request);
  EXPECT_EQ(response.total, 0u);
  EXPECT_TRUE(response.relaxed.empty());
  EXPECT_EQ(counts_of(response, "type", as_is), (Counts{{"Quyết định", 2}, {"Công văn", 1}}));
}

TEST(FacetsTest, UnknownNamesAreRefused) {
  TestIndex index(offices());
  SearchRequest request = everything("số");
  request.facets = {"colour"};
  EXPECT_THROW(index.ask(request), Error);
  request.facets = {};
  request.filters["colour"] = {"red"};
  EXPECT_THROW(index.ask(request), Error);
}

}  // namespace
}  // namespace tracuu
