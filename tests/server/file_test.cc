// Originals: which folders they are opened from, how they are sent, and for whom.
#include <filesystem>
#include <fstream>
#include <memory>
#include <semaphore>
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "searcher/server/file/file_roots.h"
#include "searcher/server/file/served_type.h"
#include "searcher/server/file/share_address.h"
#include "searcher/server/settings.h"
#include "tests/server/desk_fixture.h"
#include "tests/server/markup_check.h"

namespace tracuu {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string content_of(const http::FileBody& body) {
  std::string bytes(body.length, '\0');
  const auto count =
      ::pread(body.file->descriptor(), bytes.data(), bytes.size(), static_cast<off_t>(body.offset));
  bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  return bytes;
}

class FileRootsTest : public testing::Test {
 protected:
  FileRootsTest() {
    namespace fs = std::filesystem;
    fs::create_directories(folder_.path("vb/2021"));
    fs::create_directories(folder_.path("vb-noi-bo"));
    folder_.write("vb/2021/749.pdf", "%PDF-");
    folder_.write("vb-noi-bo/mat.txt", "mật");
    folder_.write("ngoai.txt", "ngoài");
    fs::create_symlink("../../ngoai.txt", folder_.path("vb/2021/ra.txt"));
    fs::create_symlink(folder_.path("ngoai.txt"), folder_.path("vb/2021/thang.txt"));
    fs::create_symlink("749.pdf", folder_.path("vb/2021/trong.pdf"));
    fs::create_symlink("2021", folder_.path("vb/nam"));
    fs::create_symlink("../vb-noi-bo", folder_.path("vb/noi-bo"));
    fs::create_symlink("vb", folder_.path("goc"));
    ::mkfifo(folder_.path("vb/ong").c_str(), 0600);
  }

  // "opened", or why not.
  std::string outcome(const FileRoots& roots, const std::string& path) const {
    const auto opened = roots.open(folder_.path(path));
    if (std::holds_alternative<OpenedFile>(opened)) return "opened";
    switch (std::get<NotOpened>(opened)) {
      case NotOpened::kOutside:
        return "outside";
      case NotOpened::kGone:
        return "gone";
      case NotOpened::kHangs:
        return "hangs";
      case NotOpened::kFailed:
        break;
    }
    return "failed";
  }

  input::TempFolder folder_;
};

TEST_F(FileRootsTest, NothingLeadsOutOfAFolder) {
  const FileRoots roots({folder_.path("vb")});
  struct Case {
    const char* path;
    const char* outcome;
  };
  for (const Case& test : std::vector<Case>{
           {"vb/2021/749.pdf", "opened"},
           {"vb/2021/none.pdf", "gone"},
           {"vb/none/749.pdf", "gone"},
           {"vb", "outside"},
           {"vb/", "outside"},
           {"vb/2021", "outside"},
           {"vb/2021/", "outside"},
           {"vb/2021/749.pdf/", "outside"},
           {"vb/2021/749.pdf/x", "outside"},
           {"vb-noi-bo/mat.txt", "outside"},
           {"ngoai.txt", "outside"},
           {"vb/../ngoai.txt", "outside"},
           {"vb/2021/../../ngoai.txt", "outside"},
           {"vb/2021/../2021/749.pdf", "outside"},
           {"vb/./2021/749.pdf", "outside"},
           {"vb//2021/749.pdf", "outside"},
           {"vb/2021/ra.txt", "outside"},     // a link to what lies outside
           {"vb/2021/thang.txt", "outside"},  // and an absolute one
           {"vb/2021/trong.pdf", "outside"},  // also to what lies inside: who sees that?
           {"vb/nam/749.pdf", "outside"},     // a folder that is a link
           {"vb/noi-bo/mat.txt", "outside"},
           {"vb/ong", "outside"},  // a pipe: not waited for
       }) {
    EXPECT_EQ(outcome(roots, test.path), test.outcome) << test.path;
  }
  EXPECT_TRUE(std::holds_alternative<NotOpened>(roots.open("relative/749.pdf")));
  EXPECT_TRUE(std::holds_alternative<NotOpened>(roots.open("")));
  EXPECT_TRUE(std::holds_alternative<NotOpened>(
      roots.open(folder_.path("vb/2021/749.pdf") + std::string(1, '\0') + "x")));
  EXPECT_TRUE(std::holds_alternative<NotOpened>(FileRoots({}).open(folder_.path("ngoai.txt"))));
}

TEST_F(FileRootsTest, ARootMayBeALinkAndRootsMayLieInEachOther) {
  EXPECT_EQ(outcome(FileRoots({folder_.path("goc")}), "goc/2021/749.pdf"), "opened");
  EXPECT_EQ(outcome(FileRoots({folder_.path("vb"), folder_.path("vb/nam")}), "vb/nam/749.pdf"),
            "opened");
}

TEST_F(FileRootsTest, AChangedFileHasAnotherVersion) {
  const FileRoots roots({folder_.path("vb")});
  const std::string path = folder_.path("vb/2021/749.pdf");
  const auto version = [&] { return std::get<OpenedFile>(roots.open(path)).version; };
  const std::string before = version();
  EXPECT_EQ(version(), before);
  folder_.write("vb/2021/749.pdf", "%PDF-1");
  EXPECT_NE(version(), before);
}

TEST(ServedTypeTest, ABrowserRunsNothingOfIt) {
  for (const char* name : {"a.html", "a.HTM", "a.svg", "a.xml", "a.xhtml", "a.mht", "a.js", "a.exe",
                           "a", "a.html.", "a.pdf.html", ".html", "a.swf", "a.wasm"}) {
    EXPECT_FALSE(served_type(name).is_shown) << name;
  }
  EXPECT_EQ(served_type("a.b.PDF").mime, "application/pdf");
  EXPECT_TRUE(served_type("a.pdf").is_shown);
  EXPECT_TRUE(served_type("a.txt").is_text);
  EXPECT_EQ(served_type("a").mime, "application/octet-stream");
}

TEST(ServedTypeTest, WhatHoldsSeveralDocumentsIsKnownByItsName) {
  for (const char* name :
       {"a.zip", "a.ZIP", "a.tar.gz", "a.tgz", "a.jsonl", "a.json.zst", "a.eml", "a.mht", "a.7z"}) {
    EXPECT_TRUE(may_hold_others(name)) << name;
  }
  for (const char* name : {"a.pdf", "a.txt.gz", "zip", "a.json.txt", ""}) {
    EXPECT_FALSE(may_hold_others(name)) << name;
  }
}

TEST(DispositionTest, AnyNameIsOneHarmlessLine) {
  EXPECT_EQ(
      disposition(true, "Quyết định.pdf"),
      "inline; filename=\"quyet dinh.pdf\"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh"
      ".pdf");
  for (const std::string name :
       {"a\r\nSet-Cookie: x=1", "a\"; filename=\"b", "a\\\"b", "\xE9\xFF", "a%22b", "\x7F\x01"}) {
    const std::string value = disposition(false, name);
    EXPECT_TRUE(value.starts_with("attachment; filename=\"")) << value;
    EXPECT_EQ(std::ranges::count(value, '"'), 2) << value;
    for (const char c : value) EXPECT_TRUE(c >= ' ' && c <= '~') << value;
  }
}

TEST(ShareAddressTest, IsTheOneOfTheNearestFolder) {
  const std::vector<Share> shares{{"/srv/vb", "\\\\may-chu\\vb"},
                                  {"/srv/vb/2021", "https://kho.vn/2021"},
                                  {"/srv/khac", "file://may-chu/khac"}};
  EXPECT_EQ(share_address("/srv/vb/2020/qd 1.pdf", shares), "\\\\may-chu\\vb\\2020\\qd 1.pdf");
  EXPECT_EQ(share_address("/srv/vb/2021/qđ 1#.pdf", shares),
            "https://kho.vn/2021/q%C4%91%201%23.pdf");
  EXPECT_EQ(share_address("/srv/khac/a.pdf", shares), "file://may-chu/khac/a.pdf");
  EXPECT_EQ(share_address("/srv/vb-khac/a.pdf", shares), "");
  EXPECT_EQ(share_address("/srv/vb", shares), "");
}

TEST(FileSettingsTest, FoldersAndSharesAreLinesOfTheFile) {
  const input::TempFolder folder;
  Settings settings;
  read_settings(folder.write("a.conf",
                             "file_root = /srv/vb/\nfile_root = /srv/b c\n"
                             "share = /srv/vb -> \\\\may-chu\\van ban\\\n"),
                settings);
  EXPECT_EQ(settings.file_roots, (std::vector<std::filesystem::path>{"/srv/vb", "/srv/b c"}));
  ASSERT_EQ(settings.shares.size(), 1u);
  EXPECT_EQ(settings.shares[0].folder, "/srv/vb");
  EXPECT_EQ(settings.shares[0].address, "\\\\may-chu\\van ban");
  for (const char* bad : {"file_root = vb", "file_root = /", "file_root =", "file_root = /a/../b",
                          "share = /srv/vb", "share = vb -> \\\\a\\b", "share = /a -> javascript:x",
                          "share = /a -> ", "share = /a -> smb"}) {
    EXPECT_THROW(read_settings(folder.write("bad.conf", bad), settings), Error) << bad;
  }
}

// A desk over an index of files that are there: a PDF, a page, a text, an archive's member, records
// of one file, a document for a group, and one whose file is gone.
class FileDeskTest : public testing::Test {
 protected:
  FileDeskTest() {
    std::filesystem::create_directories(folder_.path("vb"));
    folder_.write("vb/749.pdf", "%PDF-1.4 mười trang");
    folder_.write("vb/trang.html", "<script>alert(1)</script>");
    folder_.write("vb/chữ.txt", "chữ có dấu");
    folder_.write("vb/cu.txt", "QuyÕt ®Þnh \xB5\xAC");
    folder_.write("vb/thu.zip", "PK");
    folder_.write("vb/tin.jsonl", "{}");
    folder_.write("vb/kin.pdf", "%PDF-kín");
    folder_.write("vb/rong.txt", "");
    IndexWriter writer(folder_.path("idx"));
    const auto put = [&](const std::string& path, const std::string& file,
                         std::vector<std::string> access = {}) {
      Document document{.id = path, .title = "Văn bản " + path, .body = "một\nhai\nba"};
      document.path = path;
      document.pages = {0, 5, 9};
      document.access = std::move(access);
      writer.put(document, folder_.path(file));
    };
    for (const char* name : {"vb/749.pdf", "vb/trang.html", "vb/chữ.txt", "vb/cu.txt",
                             "vb/rong.txt", "vb/mat-tich.pdf"}) {
      put(name, name);
    }
    put("vb/thu.zip/kem/12.docx", "vb/thu.zip");
    put("vb/tin.jsonl", "vb/tin.jsonl");
    put("vb/kin.pdf", "vb/kin.pdf", {"noi-vu"});
    writer.finish();
    Settings settings;
    settings.file_roots = {folder_.path("vb")};
    settings.shares = {{folder_.path("vb"), "\\\\may-chu\\vb"}};
    settings.identity_user_header = "X-Remote-User";
    settings.identity_groups_header = "X-Remote-Groups";
    settings.trusted_proxies = {"10.0.0.9"};
    site_ = std::make_unique<Site>(settings);
    desk_ = std::make_unique<Desk>(std::make_unique<Searcher>(folder_.path("idx")), *site_);
  }

  http::Response get(const std::string& id, const std::string& more = {}) {
    return desk_->answer(request_for("/file/" + http::percent_encode(id) + more));
  }
  http::Response page(const std::string& id, const std::string& more = {}) {
    return desk_->answer(request_for("/document?id=" + http::percent_encode(id) + more));
  }

  input::TempFolder folder_;
  std::unique_ptr<Site> site_;
  std::unique_ptr<Desk> desk_;
};

TEST_F(FileDeskTest, AFileIsSentAsItIs) {
  const http::Response pdf = get("vb/749.pdf");
  EXPECT_EQ(pdf.status, 200);
  EXPECT_EQ(content_of(pdf.file), "%PDF-1.4 mười trang");
  EXPECT_EQ(pdf.headers.at("Content-Type"), "application/pdf");
  EXPECT_THAT(pdf.headers.at("Content-Disposition"), testing::StartsWith("inline; "));
  EXPECT_EQ(pdf.headers.at("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(pdf.headers.at("Accept-Ranges"), "bytes");
  EXPECT_FALSE(pdf.headers.contains("Content-Encoding"));
  EXPECT_THAT(get("vb/749.pdf", "?download=1").headers.at("Content-Disposition"),
              testing::StartsWith("attachment; "));
  EXPECT_EQ(get("vb/749.pdf", "?download=x").status, 400);
}

TEST_F(FileDeskTest, WhatABrowserWouldRunIsSavedAndInASandbox) {
  const http::Response html = get("vb/trang.html");
  EXPECT_THAT(html.headers.at("Content-Disposition"), testing::StartsWith("attachment; "));
  EXPECT_THAT(html.headers.at("Content-Security-Policy"), HasSubstr("sandbox; default-src 'none'"));
  EXPECT_THAT(get("vb/chữ.txt").headers.at("Content-Security-Policy"), HasSubstr("sandbox"));
}

TEST_F(FileDeskTest, TheEncodingOfATextIsSaidWhereItIsKnown) {
  EXPECT_EQ(get("vb/chữ.txt").headers.at("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_EQ(get("vb/cu.txt").headers.at("Content-Type"), "text/plain");
  EXPECT_EQ(get("vb/rong.txt").status, 200);
  EXPECT_EQ(get("vb/rong.txt").size_bytes(), 0u);
}

TEST_F(FileDeskTest, PartsAndVersions) {
  http::Request request = request_for("/file/vb%2F749.pdf");
  const std::string version = desk_->answer(request).headers.at("ETag");
  EXPECT_FALSE(version.starts_with("W/"));
  request.headers["range"] = "bytes=0-3";
  const http::Response part = desk_->answer(request);
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(content_of(part.file), "%PDF");
  EXPECT_EQ(part.headers.at("Content-Range"), "bytes 0-3/22");
  request.headers["if-range"] = "\"other\"";
  EXPECT_EQ(desk_->answer(request).status, 200);
  request.headers["if-range"] = version;
  EXPECT_EQ(desk_->answer(request).status, 206);
  request.headers["range"] = "bytes=99-";
  const http::Response beyond = desk_->answer(request);
  EXPECT_EQ(beyond.status, 416);
  EXPECT_EQ(beyond.headers.at("Content-Range"), "bytes */22");
  EXPECT_EQ(beyond.size_bytes(), 0u);
  request.headers["if-none-match"] = version;
  const http::Response same = desk_->answer(request);
  EXPECT_EQ(same.status, 304);
  EXPECT_EQ(same.size_bytes(), 0u);
}

TEST_F(FileDeskTest, HiddenIsAnsweredAsUnknown) {
  std::string absent = get("vb/khong-co.pdf").body;
  for (std::size_t at = 0; (at = absent.find("khong-co", at)) != absent.npos;) {
    absent.replace(at, 8, "kin");
  }
  const http::Response hidden = get("vb/kin.pdf");
  EXPECT_EQ(hidden.status, 404);
  EXPECT_EQ(hidden.body, absent);
  http::Request member = request_for("/file/vb%2Fkin.pdf");
  member.client = "10.0.0.9";
  member.headers["x-remote-user"] = "an";
  member.headers["x-remote-groups"] = "noi-vu";
  const http::Response seen = desk_->answer(member);
  EXPECT_EQ(content_of(seen.file), "%PDF-kín");
  EXPECT_EQ(seen.headers.at("Cache-Control"), "private, no-cache");
  EXPECT_THAT(seen.headers.at("Vary"), HasSubstr("X-Remote-User"));
}

TEST_F(FileDeskTest, WhatHoldsMoreThanTheDocumentIsNotOpened) {
  const http::Response member = get("vb/thu.zip/kem/12.docx");
  EXPECT_EQ(member.status, 404);
  EXPECT_THAT(member.body, HasSubstr("nằm trong một tệp chứa nhiều văn bản"));
  EXPECT_EQ(get("vb/tin.jsonl").status, 404);
  EXPECT_EQ(get("vb/thu.zip").status, 404);
  EXPECT_THAT(page("vb/thu.zip/kem/12.docx").body,
              HasSubstr("Văn bản này là «kem/12.docx» trong tệp «thu.zip»"));
}

// What was read from it before can still be read.
TEST_F(FileDeskTest, AFolderThatHangsIsSaidAndHoldsNoWorker) {
  const auto go = std::make_shared<std::counting_semaphore<>>(0);
  for (int i = 0; i < 64; ++i) site_->file_threads().begin([go] { go->acquire(); });
  const http::Response answer = get("vb/749.pdf");
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("chưa trả lời"));
  EXPECT_THAT(answer.body, HasSubstr("/document?id=vb%2F749.pdf"));
  EXPECT_EQ(page("vb/749.pdf").status, 200);
  go->release(64);
  ASSERT_TRUE(site_->file_threads().run([] {}, std::chrono::hours(1)));
  EXPECT_EQ(get("vb/749.pdf").status, 200);
}

TEST_F(FileDeskTest, AVanishedFileIsSaidAndItsTextOffered) {
  const http::Response gone = get("vb/mat-tich.pdf");
  EXPECT_EQ(gone.status, 404);
  EXPECT_THAT(gone.body, HasSubstr("Tệp gốc không còn ở chỗ cũ"));
  EXPECT_THAT(gone.body, HasSubstr("href=\"/document?id=vb%2Fmat-tich.pdf\""));
  EXPECT_EQ(foreign_markup(gone.body), "");
  EXPECT_EQ(gone.headers.at("Cache-Control"), "no-store");
}

TEST_F(FileDeskTest, PagesLeadToTheFile) {
  const std::string body = page("vb/749.pdf", "&at=6-2").body;
  EXPECT_THAT(body, HasSubstr("href=\"/file/vb%2F749.pdf#page=2\">Mở tệp ở trang 2"));
  EXPECT_THAT(body, HasSubstr("href=\"/file/vb%2F749.pdf?download=1\""));
  EXPECT_THAT(body, HasSubstr("\\\\may-chu\\vb\\749.pdf"));
  EXPECT_THAT(page("vb/749.pdf").body, HasSubstr("href=\"/file/vb%2F749.pdf\">Mở tệp</a>"));
  EXPECT_THAT(page("vb/trang.html").body, Not(HasSubstr("Mở tệp")));
  const std::string results = desk_->answer(request_for("/search?q=hai&collapse=0")).body;
  EXPECT_THAT(results, HasSubstr("href=\"/file/vb%2F749.pdf#page=2\">Tệp PDF, trang 2"));
  EXPECT_THAT(results, Not(HasSubstr("/file/vb%2Ftrang.html")));
}

TEST(FileDeskWithoutRootsTest, NothingIsOpened) {
  TestDesk desk(office_documents());
  const http::Response answer = desk.get("/file/qd%2F2-2021.txt");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.body, HasSubstr("không mở được từ trang này"));
  EXPECT_THAT(desk.get("/document?id=qd%2F2-2021.txt").body, Not(HasSubstr("/file/")));
  EXPECT_EQ(desk.get("/file/").status, 404);
}

}  // namespace
}  // namespace tracuu
