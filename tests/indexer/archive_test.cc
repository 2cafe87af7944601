// Files in files: archives, letters, how deep, how much, and under which names.
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include "indexer/formats/extract_file.h"
#include "indexer/formats/member.h"

namespace tracuu::input {
namespace {

using Members = std::vector<std::pair<std::string, std::string>>;

std::string sample(const std::string& name) {
  std::ifstream in(std::string(TRACUU_TEST_DATA) + "/data/formats/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

la_ssize_t append(archive* /*a*/, void* out, const void* bytes, std::size_t size) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

// Returns the members in an archive of one of libarchive's formats and filters.
std::string packed(const Members& members, const char* format = "zip",
                   const char* filter = "none") {
  std::string bytes;
  archive* out = archive_write_new();
  archive_write_set_format_by_name(out, format);
  if (filter != std::string("none")) archive_write_add_filter_by_name(out, filter);
  archive_write_set_bytes_in_last_block(out, 1);
  archive_write_open(out, &bytes, nullptr, append, nullptr);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_write_header(out, entry);
    archive_write_data(out, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_free(out);
  return bytes;
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

// "name: first line", or "name! reason".
std::vector<std::string> extract(const std::string& bytes, const std::string& name) {
  std::vector<std::string> found;
  extract_file(bytes, name,
               {[&](const FoundDocument& document) {
                  found.push_back(document.problem
                                      ? document.member + "! " +
                                            std::string(skip_code(document.problem->reason))
                                      : document.member + ": " + first_line(document.text.body));
                },
                [] {}});
  return found;
}

using Lines = std::vector<std::string>;

TEST(ArchiveTest, MembersAreDocumentsOfTheirOwn) {
  const Members members{{"tin.txt", "Kế hoạch"},
                        {"cong-van/bang.xlsx", sample("bang.xlsx")},
                        {"anh.mp4", std::string("\0\0\0\x18"
                                                "ftypmp42\0\0\0\0mp42isom",
                                                24)},
                        {".DS_Store", "x"},
                        {"__MACOSX/tin.txt", "x"}};
  const Lines expected{"tin.txt: Kế hoạch", "cong-van/bang.xlsx: bang", "anh.mp4! unsupported"};
  EXPECT_EQ(extract(packed(members), "a.zip"), expected);
  EXPECT_EQ(extract(packed(members, "gnutar", "gzip"), "a.tar.gz"), expected);
  EXPECT_EQ(extract(packed(members, "pax", "xz"), "a.tar.xz"), expected);
  EXPECT_EQ(extract(packed(members, "7zip"), "a.7z"), expected);
}

TEST(ArchiveTest, APackedFileIsItsMember) {
  std::string letter = packed({{"x", sample("cong-van.pdf")}}, "raw", "gzip");
  EXPECT_EQ(extract(letter, "vb/cong-van.pdf.gz"), Lines{"cong-van.pdf: UBND TỈNH SÔNG LAM"});
}

TEST(ArchiveTest, DepthIsBounded) {
  std::string bytes = packed({{"tin.txt", "Kế hoạch"}});
  for (std::size_t i = 1; i < kMaxNesting; ++i) bytes = packed({{"a.zip", bytes}});
  EXPECT_EQ(extract(bytes, "a.zip"), Lines{"a.zip/a.zip/a.zip/tin.txt: Kế hoạch"});
  bytes = packed({{"a.zip", bytes}});
  EXPECT_EQ(extract(bytes, "a.zip"), Lines{"a.zip/a.zip/a.zip/a.zip! nested"});
}

TEST(ArchiveTest, ABombEndsInAReasonAndKeepsWhatCameBefore) {
  const std::string zeros(kMaxUnpackedBytes / 2, '\0');
  const std::string bytes = packed({{"a.txt", "Kế hoạch"}, {"b.txt", zeros}, {"c.txt", zeros}});
  EXPECT_LT(bytes.size(), 1u << 20);
  EXPECT_EQ(extract(bytes, "a.zip"),
            (Lines{"a.txt: Kế hoạch", "b.txt! binary", "c.txt! too_much_text"}));
}

TEST(ArchiveTest, ABrokenEndKeepsWhatCameBefore) {
  const std::string bytes = packed({{"a.txt", "Kế hoạch"}, {"b.txt", "Nghị quyết"}}, "gnutar");
  const Lines found = extract(bytes.substr(0, 1100), "a.tar");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0], "a.txt: Kế hoạch");
  EXPECT_EQ(found[1], "! broken");
}

TEST(MemberNameTest, NoNameLeadsOut) {
  EXPECT_EQ(member_name("../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(member_name("/etc/passwd"), "etc/passwd");
  EXPECT_EQ(member_name("cong-van\\12.docx"), "cong-van/12.docx");
  EXPECT_EQ(member_name("a/./b//c"), "a/b/c");
  EXPECT_EQ(member_name("a\nb\x1B[31m"), "ab[31m");
  EXPECT_EQ(member_name(".."), "");
  EXPECT_EQ(member_name("Quyết định.docx"), "Quyết định.docx");
}

TEST(MailTest, ALetterAndItsAttachment) {
  const std::string letter =
      "From: =?utf-8?B?VsSDbiBwaMOybmcgU+G7nw==?= <vp@example.vn>\r\n"
      "To: phong@example.vn\r\n"
      "Subject: =?utf-8?Q?Gi=E1=BA=A5y_m=E1=BB=9Di_h=E1=BB=8Dp?=\r\n"
      "Date: Thu, 07 Apr 2022 08:00:00 +0700\r\n"
      "MIME-Version: 1.0\r\n"
      "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: multipart/alternative; boundary=\"c\"\r\n\r\n"
      "--c\r\nContent-Type: text/plain; charset=utf-8\r\n"
      "Content-Transfer-Encoding: quoted-printable\r\n\r\nM=E1=BB=9Di d=E1=BB=B1 h=E1=BB=8Dp.\r\n"
      "--c\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Mời dự họp.</p>\r\n--c--\r\n"
      "--b\r\nContent-Type: text/plain; charset=utf-8; name=\"../noi-dung.txt\"\r\n"
      "Content-Disposition: attachment; filename=\"../noi-dung.txt\"\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nS+G6vyBob+G6oWNo\r\n"
      "--b--\r\n";
  std::vector<FoundDocument> found;
  extract_file(letter, "giay-moi.eml",
               {[&](FoundDocument document) { found.push_back(std::move(document)); }, [] {}});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].member, "");
  EXPECT_EQ(found[0].text.title, "Giấy mời họp");
  EXPECT_EQ(found[0].text.author, "Văn phòng Sở");
  EXPECT_EQ(found[0].text.date, "2022-04-07");
  EXPECT_EQ(found[0].text.body, "Mời dự họp.");
  EXPECT_EQ(found[1].member, "noi-dung.txt");
  EXPECT_EQ(found[1].text.body, "Kế hoạch");
}

TEST(MailTest, ASavedPageIsItsText) {
  const std::string page =
      "From: <Saved by Browser>\r\nSubject: Tin\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
      "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: "
      "http://example.vn/\r\n\r\n"
      "<html><body><h1>Tin</h1><p>Sáng 17/4, họp.</p><img src=\"a.png\"></body></html>\r\n"
      "--b\r\nContent-Type: image/png\r\nContent-Location: http://example.vn/a.png\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n";
  EXPECT_EQ(extract(page, "tin.mht"), Lines{": Tin"});
}

}  // namespace
}  // namespace tracuu::input
