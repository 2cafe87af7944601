// tracuu-extract: the text of files that are more than text, in a sandbox.
//
// Started by tracuu-index, which speaks to it over a socket (indexer/worker/wire.h). By hand it
// prints what it reads of one file, to see why a document looks as it does:
//
//   tracuu-extract cong-van.pdf

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <unistd.h>

#include "core/base/language.h"
#include "core/document/pages.h"
#include "core/text/visible.h"
#include "indexer/formats/extract_file.h"
#include "indexer/worker/worker_main.h"

namespace tracuu {
namespace {

constexpr int kSocket = 3;

constexpr Bilingual kUsage{
    "Cách dùng: tracuu-extract TỆP\nIn nội dung chữ đọc được từ một tệp (PDF, Word, Excel, tệp "
    "nén…).\n",
    "Usage: tracuu-extract FILE\nPrints the text read from one file (PDF, Word, Excel, archives "
    "…).\n"};
constexpr Bilingual kMember{"===== {0}\n", "===== {0}\n"};
constexpr Bilingual kPage{"----- trang {0}\n", "----- page {0}\n"};

void print(const input::FoundDocument& found, const std::string& file, Language language) {
  std::string name = file;
  if (!found.member.empty()) name += "/" + found.member;
  if (found.problem) {
    const input::Skip skip{found.problem->reason, name, 0, found.problem->detail, 1, {}};
    std::fprintf(stderr, "%s\n", text::visible(skip_sentence(skip, language)).c_str());
    return;
  }
  std::string out = say(kMember, language, {name});
  const std::string& body = found.text.body;
  const std::vector<std::size_t>& pages = found.text.pages;
  if (pages.empty()) out += body;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out += say(kPage, language, {std::to_string(i + 1)});
    const std::size_t end = i + 1 < pages.size() ? pages[i + 1] : body.size();
    out.append(body, pages[i], end - pages[i]);
  }
  out = text::visible(out);
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (!out.empty() && out.back() != '\n') std::fputc('\n', stdout);
}

int extract(const std::string& file) {
  const Language language = language_from_environment();
  if (file.starts_with("-")) {
    std::fputs(std::string(kUsage.in(language)).c_str(), stdout);
    return file == "--help" || file == "-h" ? 0 : 2;
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    const input::Skip skip{input::SkipReason::kUnreadable, file, 0, {}, 1, {}};
    std::fprintf(stderr, "%s\n", skip_sentence(skip, language).c_str());
    return 2;
  }
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const input::Emit emit{[&](const input::FoundDocument& found) { print(found, file, language); },
                         [] {}};
  input::extract_file(bytes, file, emit);
  return 0;
}

}  // namespace
}  // namespace tracuu

int main(int argc, char** argv) {
  // Nothing is torn down: the sandbox would stand in the way of what libraries do at the end.
  if (argc == 2 && std::string_view(argv[1]) == "--worker") {
    ::_exit(tracuu::input::serve_files(tracuu::kSocket));
  }
  return tracuu::extract(argc == 2 ? argv[1] : "-");
}
