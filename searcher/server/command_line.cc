#include "searcher/server/command_line.h"

#include <algorithm>
#include <thread>

#include "core/base/error.h"
#include "core/program/options.h"
#include "searcher/server/api_keys.h"

namespace tracuu {
namespace {

constexpr Bilingual kDescription{"Trang tra cứu và API trên một chỉ mục.",
                                 "The search page and the API over an index."};
constexpr Bilingual kIndex{"thư mục chỉ mục", "the index directory"};
constexpr Bilingual kListen{"địa chỉ và cổng nhận kết nối (127.0.0.1:8080)",
                            "address and port to listen on (127.0.0.1:8080)"};
constexpr Bilingual kConfig{"tệp thiết lập", "a file of settings"};
constexpr Bilingual kData{"thư mục từ điển", "the folder of dictionaries"};
constexpr Bilingual kRanking{"tệp trọng số xếp hạng", "a file of ranking weights"};
constexpr Bilingual kPage{"thư mục chứa tệp của trang do cơ quan tự sửa",
                          "a folder of the page's files as an office changed them"};
constexpr Bilingual kVerifyAudit{"kiểm tra nhật ký kiểm toán trong thư mục này rồi thoát",
                                 "check the audit log in this folder and exit"};
constexpr Bilingual kNewKey{"tạo khóa truy cập có tên này, in ra rồi thoát",
                            "make a key of this name, print it and exit"};
constexpr Bilingual kKeyGroups{"nhóm của khóa, cách nhau bằng dấu phẩy; '!' là người quản trị",
                               "groups of the key, between commas; '!' is an administrator"};
constexpr Bilingual kKeyRate{"số yêu cầu mỗi phút của khóa (mặc định 60)",
                             "requests a minute of the key (default 60)"};
constexpr Bilingual kFooter{
    "Dừng bằng Ctrl-C: những yêu cầu đang trả lời được trả lời xong.\n"
    "Ví dụ: tracuu-server --index /srv/chi-muc --listen 0.0.0.0:8080",
    "Ctrl-C stops it: requests that are being answered are answered.\n"
    "Example: tracuu-server --index /srv/index --listen 0.0.0.0:8080"};

}  // namespace

ServerOptions read_server_options(const Program& program) {
  ServerOptions options;
  std::string index;
  std::string listen;
  std::string config;
  std::string data;
  std::string ranking;
  std::string page;
  OptionParser parser(program, kDescription, "tracuu-server --index DIR [--listen ADDRESS:PORT]");
  parser.value("--index", index, "DIR", kIndex);
  parser.value("--listen", listen, "ADDRESS:PORT", kListen);
  parser.value("--config", config, "FILE", kConfig);
  parser.value("--data", data, "DIR", kData);
  parser.value("--ranking", ranking, "FILE", kRanking);
  parser.value("--page", page, "DIR", kPage);
  std::string key_rate;
  std::string verify_audit;
  parser.value("--verify-audit", verify_audit, "DIR", kVerifyAudit);
  parser.value("--new-api-key", options.new_key, "NAME", kNewKey);
  parser.value("--key-groups", options.key_groups, "LIST", kKeyGroups);
  parser.value("--key-rate", key_rate, "N", kKeyRate);
  parser.footer(kFooter);
  options.help = parser.parse();
  if (options.help) return options;
  if (!key_rate.empty()) options.key_rate = number_option("--key-rate", key_rate, kMaxKeyRate);
  options.verify_audit = verify_audit;
  if (!options.new_key.empty() || !verify_audit.empty()) return options;
  if (index.empty()) {
    throw Error(ErrorCode::kOptionMissing, {"--index", std::string(kIndex.in(program.language))});
  }
  options.index = index;
  Settings& settings = options.settings;
  if (!config.empty()) read_settings(config, settings);
  if (!listen.empty()) set_listen(listen, settings);
  if (!data.empty()) settings.data = data;
  if (!ranking.empty()) settings.ranking = ranking;
  if (!page.empty()) settings.page = page;
  if (settings.workers == 0) {
    settings.workers = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 2, kMaxWorkers);
  }
  return options;
}

}  // namespace tracuu
