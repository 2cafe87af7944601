// Who may see a document, as the index keeps it.

#include "core/index/access.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/index/record.h"
#include "core/index/schema.h"

#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {
namespace {

using Kind = Access::Kind;

std::set<std::string> terms_of(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

const std::vector<KeptAccess>& all_kinds() {
  static const std::vector<KeptAccess> kKinds{
      {},
      {{}, true},
      {{Kind::kAdministrators}, false},
      {{Kind::kAdministrators}, true},
      {{Kind::kGroups, {"Văn thư", "a"}}, false},
      {{Kind::kGroups, {"Văn thư", "a"}}, true},
      {{Kind::kGroups, {"b"}}, false},
  };
  return kKinds;
}

TEST(IndexAccessTest, ValueAndDocumentSayTheSame) {
  for (const KeptAccess& kept : all_kinds()) {
    EXPECT_EQ(decode_access(encode_access(kept)), kept) << encode_access(kept);
    Document document{.id = "a"};
    set_access(kept, document);
    EXPECT_EQ(kept_access(document), kept);
    EXPECT_EQ(kept_access(decode_record(encode_record(document))), kept);
  }
}

TEST(IndexAccessTest, WhatIsNoValueIsForAdministratorsOnly) {
  for (const char* value : {"?", "=", "~", "=a", "=\n", "=\n*\na", "x\na", "\na"}) {
    EXPECT_EQ(decode_access(value).access.kind, Kind::kAdministrators) << value;
  }
}

TEST(IndexAccessTest, TermsNameTheGroups) {
  Xapian::Document everyone;
  add_access({}, everyone);
  EXPECT_TRUE(terms_of(everyone).empty());
  EXPECT_EQ(everyone.get_value(schema::kAccessSlot), "");
  Xapian::Document group;
  const Access access{Kind::kGroups, {"b", "c"}};
  add_access({access, false}, group);
  EXPECT_EQ(terms_of(group),
            (std::set<std::string>{"XA", "XGb", "XGc", "XM" + access_class(access)}));
  Xapian::Document closed;
  add_access({{Kind::kAdministrators}, false}, closed);
  EXPECT_EQ(terms_of(closed).size(), 2u);
}

TEST(IndexAccessTest, ClassesDifferWhereReadersDo) {
  EXPECT_EQ(access_class({}), "");
  std::set<std::string> classes;
  for (const Access& access :
       {Access{Kind::kAdministrators}, Access{Kind::kGroups, {"a"}}, Access{Kind::kGroups, {"b"}},
        Access{Kind::kGroups, {"a", "b"}}, Access{Kind::kGroups, {"ab"}}}) {
    EXPECT_EQ(access_class(access).size(), 32u);
    classes.insert(access_class(access));
  }
  EXPECT_EQ(classes.size(), 5u);
}

TEST(IndexAccessTest, ReplacedAccessIsAsIfItHadBeenThereFirst) {
  const Document document{.id = "a", .title = "Quyết định", .body = "một cửa\nliên thông"};
  for (const KeptAccess& before : all_kinds()) {
    for (const KeptAccess& after : all_kinds()) {
      const auto made = [&](const KeptAccess& kept) {
        Document said = document;
        set_access(kept, said);
        Xapian::Document target;
        target.add_term("một");
        add_access(kept, target);
        target.set_data(encode_record(said));
        return target;
      };
      Xapian::Document changed = made(before);
      EXPECT_EQ(replace_access(after, changed), !(before == after));
      const Xapian::Document want = made(after);
      EXPECT_EQ(terms_of(changed), terms_of(want));
      EXPECT_EQ(changed.get_value(schema::kAccessSlot), want.get_value(schema::kAccessSlot));
      EXPECT_EQ(changed.get_data(), want.get_data());
    }
  }
}

TEST(IndexAccessTest, HashOfTheContentSaysNothingAboutAccess) {
  const Document open{.id = "a", .body = "một cửa"};
  Document closed = open;
  set_access({{Kind::kAdministrators}, false}, closed);
  EXPECT_EQ(content_hash(open), content_hash(closed));
  EXPECT_NE(encode_record(open), encode_record(closed));
}

}  // namespace
}  // namespace tracuu
