#include "indexer/formats/mail.h"

#include <memory>
#include <utility>
#include <vector>

#include <gmime/gmime.h>

#include "indexer/extract/html.h"
#include "indexer/extract/text.h"

namespace tracuu::input {
namespace {

constexpr std::size_t kMaxParts = 1000;
constexpr int kMaxPartDepth = 32;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
  void operator()(void* memory) const { g_free(memory); }
};
template <typename Object>
using ObjectPtr = std::unique_ptr<Object, Unref>;
using StringPtr = std::unique_ptr<char, Free>;

std::string text_of(const char* text) {
  return text ? text : "";
}

ObjectPtr<GMimeMessage> parse(std::string_view bytes) {
  const ObjectPtr<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const ObjectPtr<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  return ObjectPtr<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string addresses(InternetAddressList* list) {
  if (!list) return {};
  const StringPtr text(internet_address_list_to_string(list, nullptr, FALSE));
  return text_of(text.get());
}

// The name of the first sender; the address where there is none.
std::string first_name(InternetAddressList* list) {
  if (!list || internet_address_list_length(list) == 0) return {};
  InternetAddress* const first = internet_address_list_get_address(list, 0);
  const std::string name = text_of(internet_address_get_name(first));
  return name.empty() ? addresses(list) : name;
}

std::string date_of(GMimeMessage* message) {
  GDateTime* const date = g_mime_message_get_date(message);
  if (!date) return {};
  const StringPtr text(g_date_time_format(date, "%Y-%m-%d"));
  return text_of(text.get());
}

std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (!content) return {};
  const ObjectPtr<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

bool is_type(GMimeObject* object, const char* type, const char* subtype) {
  GMimeContentType* const found = g_mime_object_get_content_type(object);
  return found && g_mime_content_type_is_type(found, type, subtype);
}

class MailReader {
 public:
  MailReader(const std::string& member, std::size_t depth, Nesting& nesting)
      : member_(member), depth_(depth), nesting_(nesting) {}

  void read(GMimeMessage* message) {
    if (GMimeObject* const part = g_mime_message_get_mime_part(message)) take(part, 0);
    FileText letter;
    if (plain_.empty() && !page_.empty()) {
      HtmlDocument page = html_document(page_);
      letter.title = std::move(page.document.title);
      plain_ = page.too_complex ? std::string() : std::move(page.document.body);
    }
    const std::string subject = text_of(g_mime_message_get_subject(message));
    if (!subject.empty()) letter.title = subject;
    letter.author = first_name(g_mime_message_get_from(message));
    letter.date = date_of(message);
    letter.body = std::move(plain_);
    FoundDocument found;
    found.member = member_;
    if (letter.body.empty() && letter.title.empty()) {
      if (attachments_.empty()) found.problem = ReadProblem{SkipReason::kNoText, {}};
    } else {
      found.text = std::move(letter);
    }
    if (found.problem || !found.text.body.empty() || !found.text.title.empty()) {
      nesting_.emit.document(std::move(found));
    }
    for (const auto& [name, bytes] : attachments_) {
      extract_member(bytes, joined_names(member_, name), depth_, nesting_);
    }
  }

 private:
  void take(GMimeObject* part, int part_depth) {
    if (part_depth > kMaxPartDepth || ++parts_ > kMaxParts) return;
    if (GMIME_IS_MULTIPART(part)) {
      GMimeMultipart* const all = GMIME_MULTIPART(part);
      for (int i = 0; i < g_mime_multipart_get_count(all); ++i) {
        take(g_mime_multipart_get_part(all, i), part_depth + 1);
      }
    } else if (GMIME_IS_MESSAGE_PART(part)) {
      take_letter(g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)));
    } else if (GMIME_IS_PART(part)) {
      take_part(GMIME_PART(part));
    }
  }

  void take_letter(GMimeMessage* letter) {
    if (!letter) return;
    const StringPtr bytes(g_mime_object_to_string(GMIME_OBJECT(letter), nullptr));
    add(attachment_name("", ".eml"), text_of(bytes.get()));
  }

  void take_part(GMimePart* part) {
    GMimeObject* const object = GMIME_OBJECT(part);
    const std::string name = text_of(g_mime_part_get_filename(part));
    const bool is_attached = g_mime_part_is_attachment(part) != FALSE || !name.empty();
    if (!is_attached && GMIME_IS_TEXT_PART(part) && is_type(object, "text", "*")) {
      const StringPtr text(g_mime_text_part_get_text(GMIME_TEXT_PART(part)));
      std::string body = text_of(text.get());
      if (is_type(object, "text", "html")) {
        if (page_.empty()) page_ = std::move(body);
      } else if (is_type(object, "text", "plain")) {
        use_line_feeds(body);
        plain_ += body;
      }
      return;
    }
    // What a page shows: its pictures and styles.
    const bool is_shown = g_mime_object_get_content_id(object) != nullptr ||
                          g_mime_object_get_header(object, "Content-Location") != nullptr;
    if (is_shown && !is_attached) return;
    if (is_shown && is_type(object, "image", "*")) return;
    add(attachment_name(name, ""), content_of(part));
  }

  std::string attachment_name(const std::string& name, const char* ending) const {
    const std::string clean = member_name(name);
    return clean.empty() ? "phan-" + std::to_string(parts_) + ending : clean;
  }

  void add(std::string name, std::string bytes) {
    if (nesting_.members_left == 0 || bytes.size() > nesting_.bytes_left || bytes.empty()) return;
    --nesting_.members_left;
    nesting_.bytes_left -= bytes.size();
    attachments_.emplace_back(std::move(name), std::move(bytes));
  }

  const std::string& member_;
  std::size_t depth_;
  Nesting& nesting_;
  std::size_t parts_ = 0;
  std::string plain_;
  std::string page_;
  std::vector<std::pair<std::string, std::string>> attachments_;
};

}  // namespace

void read_mail(std::string_view bytes, const std::string& member, std::size_t depth,
               Nesting& nesting) {
  static const bool is_ready = (g_mime_init(), true);
  static_cast<void>(is_ready);
  const ObjectPtr<GMimeMessage> message = parse(bytes);
  if (!message) {
    emit_problem(member, {SkipReason::kBroken, "no letter that can be parsed"}, nesting);
    return;
  }
  MailReader(member, depth, nesting).read(message.get());
}

}  // namespace tracuu::input
