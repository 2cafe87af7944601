#include "searcher/server/file/original.h"

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/text/utf8.h"
#include "core/text/visible.h"
#include "searcher/server/file/served_type.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/page/result_view.h"
#include "searcher/server/read_request.h"

namespace tracuu {
namespace {

using page::Value;

// Bytes from which it is told whether a text is in UTF-8.
constexpr std::size_t kLookedAtBytes = 65536;

std::string name_of(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// Whether the document is the file, not something in it.
bool is_whole_file(const Original& original) {
  return original.file == original.path ||
         (original.file.ends_with(original.path) &&
          original.file[original.file.size() - original.path.size() - 1] == '/');
}

// «cong-van/12.docx» of "/srv/vb/thu.zip" and "vb/thu.zip/cong-van/12.docx".
std::string member_of(const Original& original) {
  const std::string name = name_of(original.file);
  const std::size_t at = ("/" + original.path).find("/" + name + "/");
  return at == std::string::npos ? original.path : original.path.substr(at + name.size() + 1);
}

// Text of an old encoding is not said to be another: the browser then looks for itself.
std::string type_of(const ServedType& type, const OpenedFile& opened) {
  std::string mime(type.mime);
  if (!type.is_text) return mime;
  std::string start(kLookedAtBytes, '\0');
  const ssize_t count = ::pread(opened.file->descriptor(), start.data(), start.size(), 0);
  start.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  start.resize(text::character_border(start, start.size()));
  return text::count_malformed(start) == 0 ? mime + "; charset=utf-8" : mime;
}

// A file that is open, and all that has to be read of it before it is sent.
struct Looked {
  OpenedFile file;
  std::string type;
};

// Opens the file on a thread that may hang, which therefore works on copies.
std::variant<Looked, NotOpened> look_in_time(Site& site, const std::string& path) {
  using Outcome = std::variant<Looked, NotOpened>;
  const auto outcome = std::make_shared<Outcome>(NotOpened::kHangs);
  const bool is_done = site.file_threads().run(
      [outcome, path, roots = site.file_roots()] {
        auto opened = roots.open(path);
        if (auto* file = std::get_if<OpenedFile>(&opened)) {
          std::string type = type_of(served_type(name_of(path)), *file);
          *outcome = Looked{std::move(*file), std::move(type)};
        } else {
          *outcome = std::get<NotOpened>(opened);
        }
      },
      kOpenPatience);
  return is_done ? std::move(*outcome) : NotOpened::kHangs;
}

void add_headers(const ServedType& type, const Settings& settings, http::Response& response) {
  std::string ancestors = "'self'";
  for (const std::string& origin : settings.frame_ancestors) ancestors += " " + origin;
  // A browser's own viewer of PDF does not run in a sandbox, and keeps scripts of the file apart.
  const char* policy =
      type.is_pdf ? "" : "sandbox; default-src 'none'; style-src 'unsafe-inline'; ";
  response.headers["Content-Security-Policy"] = policy + ("frame-ancestors " + ancestors);
  response.headers["Cross-Origin-Resource-Policy"] = "same-origin";
  response.headers["Referrer-Policy"] = "same-origin";
  response.headers["Cache-Control"] = "no-cache";
}

http::Response opened_answer(const Context& context, const Original& original,
                             const Looked& looked) {
  const OpenedFile& opened = looked.file;
  const std::string name = name_of(original.file);
  const ServedType type = served_type(name);
  const bool is_shown = type.is_shown && !read_flag(context.request, "download", false);
  http::Response response{200, looked.type, {}, {}};
  if (opened.size > 0) response.file = {opened.file, opened.size, 0, opened.size};
  response.headers["Content-Disposition"] = disposition(is_shown, name);
  response.headers["ETag"] = "\"" + opened.version + "\"";
  add_headers(type, context.site.settings(), response);
  return response;
}

// Says why there is no file, and leads to the text that was read from it.
http::Response no_file_page(const Context& context, const std::string& id, std::string_view why,
                            int status = 404) {
  const std::string title = context.site.say("file.missing", context.language);
  Value data = frame_of(context, Address(), title);
  data.set("title", title);
  data.set("message", context.site.say(why, context.language));
  data.set("text_link",
           document_link(id, Address().set("lang", context.request.parameter("lang"))));
  http::Response response = page_of(context, "error", data);
  response.status = status;
  response.headers["Cache-Control"] = "no-store";
  return response;
}

std::string_view reason_key(NotOpened reason) {
  switch (reason) {
    case NotOpened::kGone:
      return "file.gone";
    case NotOpened::kFailed:
      return "file.failed";
    case NotOpened::kHangs:
      return "file.hangs";
    case NotOpened::kOutside:
      break;
  }
  return "file.not_here";
}

}  // namespace

http::Response file_answer(const Context& context) {
  const std::string id = context.request.path().substr(kFilePrefix.size());
  const std::optional<Original> original = context.searcher.original(id);
  if (!original) throw Error(ErrorCode::kDocumentMissing, {id});
  if (!is_whole_file(*original)) return no_file_page(context, id, "file.in_another");
  if (!is_opened(*original, context.site)) return no_file_page(context, id, "file.not_here");
  const auto looked = look_in_time(context.site, original->file);
  if (const auto* file = std::get_if<Looked>(&looked)) {
    return opened_answer(context, *original, *file);
  }
  const NotOpened reason = std::get<NotOpened>(looked);
  const std::string path = text::visible(original->file, text::Lines::kJoin);
  if (reason == NotOpened::kFailed) spdlog::warn("open {}: refused", path);
  if (reason == NotOpened::kHangs) spdlog::warn("open {}: no answer in time", path);
  return no_file_page(context, id, reason_key(reason), reason == NotOpened::kHangs ? 503 : 404);
}

std::string file_link(const std::string& id, std::size_t page) {
  std::string link = std::string(kFilePrefix) + http::percent_encode(id);
  if (page > 0) link += "#page=" + std::to_string(page);
  return link;
}

bool is_opened(const Original& original, const Site& site) {
  return is_whole_file(original) && !original.is_shared && !may_hold_others(original.file) &&
         site.file_roots().covers(original.file);
}

page::Value original_view(const std::string& id, std::size_t page, const Context& context) {
  const Settings& settings = context.site.settings();
  if (settings.file_roots.empty() && settings.shares.empty()) return {};
  const std::optional<Original> original = context.searcher.original(id);
  if (!original) return {};
  Value view = Value::object();
  const auto say = [&](std::string_view key, std::initializer_list<std::string> arguments = {}) {
    return context.site.say(key, context.language, arguments);
  };
  const bool is_offered = is_opened(*original, context.site);
  if (is_offered) {
    const ServedType type = served_type(original->file);
    if (type.is_shown) {
      const std::size_t at = type.is_pdf ? page : 0;
      view.set("open_link", file_link(id, at));
      view.set("open_label",
               at > 0 ? say("file.open_page", {std::to_string(at)}) : say("file.open"));
    }
    view.set("download_link", file_link(id, 0) + "?download=1");
  } else if (!is_whole_file(*original)) {
    view.set("member", say("file.member", {member_of(*original), name_of(original->file)}));
  }
  const std::string share = share_address(original->file, settings.shares);
  view.set("share", share);
  if (share.starts_with("http")) view.set("share_link", share);
  const bool says_something = is_offered || !share.empty() || view.find("member") != nullptr;
  return says_something ? view : Value();
}

}  // namespace tracuu
