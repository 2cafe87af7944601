// The stored form of a document.

#include "core/index/record.h"

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/index/pack.h"

// Citations of tests name the fields they are about.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {
namespace {

Document full_document() {
  Document document;
  document.id = "sample/749.txt";
  document.title = "Phê duyệt \"Chương trình Chuyển đổi số\"\nquốc gia\t(2025)";
  document.body = "Điều 1. Phê duyệt\n\n{\"không\": \"phải JSON\"}\r\nẢnh: \xC3\x28 hết\n";
  document.body += '\0';
  document.type = "Quyết định";
  document.number = "749/QĐ-TTg";
  document.agency = "Thủ tướng Chính phủ";
  document.date = "2020-06-03";
  document.effective = "2020-06-04";
  document.status = "Còn hiệu lực";
  document.signer = "Vũ Đức Đam";
  document.keywords = {"chuyển đổi số", "kinh tế số", ""};
  document.source = "mic.gov.vn";
  document.url = "https://mic.gov.vn/749?a=1&b=\"2\"";
  document.access = {"nội bộ"};
  document.date_inferred = true;
  document.author = "Vân Anh";
  document.path = "van-ban/2020/749.txt";
  document.regions = {{Region::Kind::kCaption, 3, 10}, {Region::Kind::kNoise, 20, 5}};
  document.pages = {0, 7, 7, 30};
  document.file = {"Báo cáo", "Văn phòng", "2020-06-01"};
  document.is_ocr = true;
  document.text_quality = 0.9731;
  document.repairs = {{"tcvn3", 1234}, {"vni", 5}};
  document.damaged = true;
  document.original = {"Phª duyÖt", "§iÒu 1. Phª duyÖt\n\n"};
  document.expires = "2025-12-31";
  document.signer_title = "Phó Thủ tướng";
  document.signer_capacity = "KT.";
  document.subject = "phê duyệt Chương trình";
  document.place = "Hà Nội";
  document.field = "Công nghệ thông tin";
  document.urgency = "Khẩn";
  document.secrecy = "Mật";
  document.is_draft = true;
  document.people = {{"Nguyễn Văn A", "Chủ tịch"}, {"Trần B", ""}};
  document.places = {"tỉnh Bắc Kạn"};
  document.topics = {"chuyển đổi số"};
  Citation acting{.relation = Relation::kBasedOn, .type = "Luật", .offset = 3, .length = 4};
  Citation acted{.relation = Relation::kAmends,
                 .type = "Nghị định",
                 .number = "30/2020/NĐ-CP",
                 .key = "30/2020/ND-CP",
                 .date = "2020-03-05",
                 .agency = "Chính phủ",
                 .name = "",
                 .part = "Điều 5",
                 .from = "2021-01-01",
                 .offset = 10,
                 .length = 11,
                 .sentence_offset = 1,
                 .sentence_length = 40,
                 .subject = 0};
  document.citations = {acting, acted};
  document.evidence = {{"date", "head.place_and_date", 7, 8, 0.97}};
  document.conflicts = {{"number", "1/QĐ-X", "2/QĐ-X"}};
  return document;
}

// Every field, by a change to it.
const std::vector<std::pair<const char*, std::function<void(Document&)>>>& changes() {
  static const std::vector<std::pair<const char*, std::function<void(Document&)>>> kChanges{
      {"id", [](Document& d) { d.id += 'x'; }},
      {"title", [](Document& d) { d.title += 'x'; }},
      {"body", [](Document& d) { d.body += 'x'; }},
      {"body_byte", [](Document& d) { d.body.back() = '\xFF'; }},
      {"type", [](Document& d) { d.type += 'x'; }},
      {"number", [](Document& d) { d.number += 'x'; }},
      {"agency", [](Document& d) { d.agency += 'x'; }},
      {"date", [](Document& d) { d.date = "2020-06-05"; }},
      {"effective", [](Document& d) { d.effective = ""; }},
      {"status", [](Document& d) { d.status += 'x'; }},
      {"signer", [](Document& d) { d.signer += 'x'; }},
      {"keywords", [](Document& d) { d.keywords[0] += 'x'; }},
      {"keywords_order", [](Document& d) { std::swap(d.keywords[0], d.keywords[1]); }},
      {"keywords_seam", [](Document& d) { d.keywords = {"chuyển đổi số, kinh tế số"}; }},
      {"source", [](Document& d) { d.source += 'x'; }},
      {"url", [](Document& d) { d.url += 'x'; }},
      {"date_inferred", [](Document& d) { d.date_inferred = false; }},
      {"author", [](Document& d) { d.author += 'x'; }},
      {"path", [](Document& d) { d.path += 'x'; }},
      {"region_kind", [](Document& d) { d.regions[0].kind = Region::Kind::kNoise; }},
      {"region_offset", [](Document& d) { ++d.regions[1].offset; }},
      {"region_length", [](Document& d) { ++d.regions[1].length; }},
      {"region_count", [](Document& d) { d.regions.pop_back(); }},
      {"text_quality", [](Document& d) { d.text_quality = kNoTextQuality; }},
      {"repair_kind", [](Document& d) { d.repairs[0].kind = "vps"; }},
      {"repair_letters", [](Document& d) { ++d.repairs[1].letters; }},
      {"repair_count", [](Document& d) { d.repairs.pop_back(); }},
      {"damaged", [](Document& d) { d.damaged = false; }},
      {"original_title", [](Document& d) { d.original.title += 'x'; }},
      {"original_body", [](Document& d) { d.original.body = ""; }},
      {"body_to_original",
       [](Document& d) {
         d.original.body.insert(0, 1, d.body.back());
         d.body.pop_back();
       }},
      {"expires", [](Document& d) { d.expires = ""; }},
      {"signer_title", [](Document& d) { d.signer_title += 'x'; }},
      {"signer_capacity", [](Document& d) { d.signer_capacity = "TM."; }},
      {"subject", [](Document& d) { d.subject += 'x'; }},
      {"place", [](Document& d) { d.place += 'x'; }},
      {"field", [](Document& d) { d.field += 'x'; }},
      {"urgency", [](Document& d) { d.urgency = "Hỏa tốc"; }},
      {"secrecy", [](Document& d) { d.secrecy = "Tối mật"; }},
      {"draft", [](Document& d) { d.is_draft = false; }},
      {"page", [](Document& d) { ++d.pages[2]; }},
      {"page_count", [](Document& d) { d.pages.pop_back(); }},
      {"file_author", [](Document& d) { d.file.author = ""; }},
      {"file_created", [](Document& d) { d.file.created = "2020-06-02"; }},
      {"ocr", [](Document& d) { d.is_ocr = false; }},
      {"person", [](Document& d) { d.people[1].title = "Bí thư"; }},
      {"places", [](Document& d) { d.places.clear(); }},
      {"topics", [](Document& d) { d.topics.emplace_back("kinh tế số"); }},
      {"relation", [](Document& d) { d.citations[0].relation = Relation::kImplements; }},
      {"citation_part", [](Document& d) { d.citations[1].part = ""; }},
      {"citation_from", [](Document& d) { d.citations[1].from = ""; }},
      {"citation_name", [](Document& d) { d.citations[0].name = "Luật Thanh niên"; }},
      {"citation_subject", [](Document& d) { d.citations[1].subject = kNoSubject; }},
      {"citation_sentence", [](Document& d) { ++d.citations[1].sentence_length; }},
      {"citation_count", [](Document& d) { d.citations.pop_back(); }},
      {"evidence_rule", [](Document& d) { d.evidence[0].rule += 'x'; }},
      {"evidence_sure", [](Document& d) { d.evidence[0].sure = 0.5; }},
      {"conflict", [](Document& d) { d.conflicts[0].found += 'x'; }},
      {"author_to_signer", [](Document& d) { std::swap(d.author, d.signer); }},
  };
  return kChanges;
}

void expect_equal(const Document& got, const Document& want) {
  EXPECT_EQ(got.id, want.id);
  EXPECT_EQ(got.title, want.title);
  EXPECT_EQ(got.body, want.body);
  EXPECT_EQ(got.type, want.type);
  EXPECT_EQ(got.number, want.number);
  EXPECT_EQ(got.agency, want.agency);
  EXPECT_EQ(got.date, want.date);
  EXPECT_EQ(got.effective, want.effective);
  EXPECT_EQ(got.status, want.status);
  EXPECT_EQ(got.signer, want.signer);
  EXPECT_EQ(got.keywords, want.keywords);
  EXPECT_EQ(got.source, want.source);
  EXPECT_EQ(got.url, want.url);
  EXPECT_EQ(got.access, want.access);
  EXPECT_EQ(got.date_inferred, want.date_inferred);
  EXPECT_EQ(got.author, want.author);
  EXPECT_EQ(got.path, want.path);
  EXPECT_EQ(got.regions, want.regions);
  EXPECT_EQ(got.pages, want.pages);
  EXPECT_EQ(got.file, want.file);
  EXPECT_EQ(got.is_ocr, want.is_ocr);
  EXPECT_EQ(got.text_quality, want.text_quality);
  EXPECT_EQ(got.repairs, want.repairs);
  EXPECT_EQ(got.damaged, want.damaged);
  EXPECT_EQ(got.original, want.original);
  EXPECT_EQ(got.expires, want.expires);
  EXPECT_EQ(got.signer_title, want.signer_title);
  EXPECT_EQ(got.signer_capacity, want.signer_capacity);
  EXPECT_EQ(got.subject, want.subject);
  EXPECT_EQ(got.place, want.place);
  EXPECT_EQ(got.field, want.field);
  EXPECT_EQ(got.urgency, want.urgency);
  EXPECT_EQ(got.secrecy, want.secrecy);
  EXPECT_EQ(got.is_draft, want.is_draft);
  EXPECT_EQ(got.people, want.people);
  EXPECT_EQ(got.places, want.places);
  EXPECT_EQ(got.topics, want.topics);
  EXPECT_EQ(got.citations, want.citations);
  EXPECT_EQ(got.evidence, want.evidence);
  EXPECT_EQ(got.conflicts, want.conflicts);
}

TEST(RecordTest, FullDocumentComesBackWhole) {
  expect_equal(decode_record(encode_record(full_document())), full_document());
}

TEST(RecordTest, EmptyDocumentComesBackEmpty) {
  expect_equal(decode_record(encode_record({})), {});
}

TEST(RecordTest, EveryChangeComesBack) {
  for (const auto& [name, change] : changes()) {
    SCOPED_TRACE(name);
    Document document = full_document();
    change(document);
    expect_equal(decode_record(encode_record(document)), document);
  }
}

TEST(RecordTest, FieldsAreOneLineWhateverTheyHold) {
  Document document;
  document.title = "dòng 1\ndòng 2\r\n\"\\\x01";
  document.body = "thân";
  const Document read = decode_record(encode_record(document));
  EXPECT_EQ(read.title, document.title);
  EXPECT_EQ(read.body, document.body);
}

TEST(RecordTest, MalformedBytesOfFieldsBecomeReplacementCharacters) {
  Document document;
  document.title =
      "a\xFF"
      "b\xC3";
  EXPECT_EQ(decode_record(encode_record(document)).title, "a\uFFFDb\uFFFD");
}

TEST(RecordTest, BodyIsKeptByteForByte) {
  std::string every_byte;
  for (int c = 0; c < 256; ++c) every_byte += static_cast<char>(c);
  for (const std::string& body : {every_byte, std::string("\n"), std::string("\n\n"),
                                  std::string("{}"), std::string("\0\0", 2)}) {
    Document document;
    document.body = body;
    EXPECT_EQ(decode_record(encode_record(document)).body, body);
  }
}

TEST(RecordTest, HeadGivesTheFieldsOfTheFirstLine) {
  const Document fields = decode_head(encode_record(full_document()));
  EXPECT_EQ(fields.title, full_document().title);
  EXPECT_EQ(fields.body, "");
  EXPECT_TRUE(fields.citations.empty());
}

TEST(RecordTest, WhatIsShownComesWithoutWhatWasFound) {
  const std::vector<LabeledSpan> spans{{3, 40, "Điều 1", "dieu-1"}, {43, 7, "Điều 2", "dieu-2"}};
  const std::string data = encode_record(full_document(), spans);
  const ShownRecord shown = decode_shown(data);
  EXPECT_EQ(shown.spans, spans);
  Document want = full_document();
  want.citations = {};
  want.people = {};
  want.evidence = {};
  want.conflicts = {};
  want.places = {};
  want.topics = {};
  expect_equal(shown.document, want);
  expect_equal(decode_record(data), full_document());
}

// One of the two ways of reading must see it.
void expect_damage(const std::string& data) {
  try {
    decode_shown(data);
    decode_record(data);
    ADD_FAILURE() << "read as a record: " << testing::PrintToString(data);
  } catch (const Error& error) {
    EXPECT_EQ(static_cast<int>(error.code()), static_cast<int>(ErrorCode::kIndexDamaged));
    EXPECT_EQ(error.arguments().front(), "record");
  }
}

TEST(RecordTest, DataThatIsNoRecordIsDamage) {
  for (const char* data : {"",
                           "\n",
                           "x",
                           "[]",
                           "{}",
                           "7\nbody",
                           "{\"id\":1}\n",
                           "{\"id\":\"a\"\n",
                           "{\"regions\":[[0]]}\n",
                           "{\"regions\":[0]}\n",
                           "{\"keywords\":\"a\"}\n",
                           "{\"repairs\":[[\"vni\"]]}\n",
                           "{\"original_bytes\":5}\nbody",
                           "{\"date_inferred\":\"yes\"}\n",
                           "{\"found\":5}\nbody",
                           "{\"found\":1}\n7body",
                           "{\"found\":4}\nbody",
                           "{\"spans\":5}\nbody",
                           "{\"spans\":3,\"original_bytes\":2}\nbody",
                           "{\"spans\":-1}\nbody",
                           "{\"spans\":2}\nbody",
                           "{\"id\":\"\xFF\"}\n"}) {
    expect_damage(data);
  }
}

// Each piece ends where the next begins: what is cut off, changed or added is seen.
TEST(RecordTest, PackedDataThatIsNoRecordIsDamage) {
  const std::string whole =
      encode_record(full_document(), {{3, 40, "Điều 1", "dieu-1"}, {43, 7, "Điều 2", "dieu-2"}});
  const std::string front = pack("{\"id\":\"a\",\"original_bytes\":5}\n");
  std::vector<std::string> damaged{
      "\x01",
      "\x01\x05",
      std::string("\x01\x02\x00{}", 5),
      std::string("\x01\0\0{}\n", 6),
      '\x01' + std::string(1, static_cast<char>(front.size())) + '\0' + front + pack("body"),
      whole + "x"};
  for (std::size_t size = 1; size < whole.size(); size += 7) {
    damaged.push_back(whole.substr(0, size));
  }
  for (const std::string& data : damaged) expect_damage(data);
}

TEST(RecordTest, OtherAccessLeavesTheRestAsItIs) {
  const std::vector<LabeledSpan> spans{{3, 40, "Điều 1", "dieu-1"}};
  Document want = full_document();
  want.access = {"noi-vu"};
  want.access_by_rule = true;
  EXPECT_EQ(with_access(encode_record(full_document(), spans), want), encode_record(want, spans));
}

TEST(PackTest, EveryTextComesBack) {
  Unpacker unpacker;
  for (const std::string& text :
       {std::string(), std::string("đ"), std::string(100000, 'a'), std::string("\0\x01", 2)}) {
    EXPECT_EQ(unpacker.unpack(pack(text)), text);
  }
}

TEST(PackTest, OtherBytesAreNothing) {
  Unpacker unpacker;
  const std::string packed = pack("Quyết định");
  EXPECT_FALSE(unpacker.unpack(""));
  EXPECT_FALSE(unpacker.unpack("Quyết định"));
  EXPECT_FALSE(unpacker.unpack(packed.substr(0, packed.size() - 1)));
  EXPECT_FALSE(unpacker.unpack(packed + packed));
  // Its header claims 4 EiB.
  EXPECT_FALSE(unpacker.unpack(std::string("\x28\xB5\x2F\xFD\xE0\0\0\0\0\0\0\0\x40", 13)));
}

TEST(ContentHashTest, EqualDocumentsHaveEqualHashesOf16Bytes) {
  EXPECT_EQ(content_hash(full_document()), content_hash(full_document()));
  EXPECT_EQ(content_hash(full_document()).size(), 16u);
}

TEST(ContentHashTest, ChangesWithEveryField) {
  std::set<std::string> hashes{content_hash(full_document()), content_hash({})};
  std::size_t expected = hashes.size();
  for (const auto& [name, change] : changes()) {
    Document document = full_document();
    change(document);
    hashes.insert(content_hash(document));
    EXPECT_EQ(hashes.size(), ++expected) << name;
  }
}

// Format 4 had the ties among the fields and nothing between them and the body.
TEST(RecordTest, RecordsOfEarlierFormatsAreRead) {
  const Document read = decode_record(
      "{\"id\":\"a\",\"people\":[[\"Nguyễn Văn A\",\"Chủ tịch\"]],\"topics\":[\"học "
      "phí\"]}\nthân\n");
  EXPECT_EQ(read.id, "a");
  EXPECT_EQ(read.people, (std::vector<Person>{{"Nguyễn Văn A", "Chủ tịch"}}));
  EXPECT_EQ(read.topics, (std::vector<std::string>{"học phí"}));
  EXPECT_EQ(read.body, "thân\n");
}

// A record of other bytes than ours is refused, not believed.
TEST(RecordTest, CitationsThatAreNoneAreDamage) {
  const std::string before = "{\"id\":\"a\",\"citations\":";
  for (const char* citations :
       {R"([[99,0,0,0,0,-1]])", R"([[-1,0,0,0,0,-1]])", R"([[1,0,0,0,0,7]])", R"([[1,0,0]])",
        R"([["x",0,0,0,0,-1]])", R"([1])", R"([[1,0,0,0,0,-1,5]])"}) {
    EXPECT_THROW(decode_record(before + citations + "}\n"), Error) << citations;
  }
}

}  // namespace
}  // namespace tracuu
