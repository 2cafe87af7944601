#include "indexer/extract/html_page.h"

namespace tracuu::input {
namespace {

// More <meta> elements, or longer ones, than a page has use for.
constexpr std::size_t kMaxMetas = 64;
constexpr std::size_t kMaxMetaBytes = 8192;

bool hides(std::string_view style) {
  std::string compact;
  for (const char c : style.substr(0, kMaxMetaBytes)) {
    if (c == ' ') continue;
    compact += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return compact.find("display:none") != std::string::npos;
}

TextBuilder::Break break_around(ElementRole role) {
  switch (role) {
    case ElementRole::kParagraph:
    case ElementRole::kPreformatted:
    case ElementRole::kHeader:
    case ElementRole::kArticle:
    case ElementRole::kForm:
    case ElementRole::kHeading:
      return TextBuilder::Break::kParagraph;
    case ElementRole::kLine:
      return TextBuilder::Break::kLine;
    case ElementRole::kDropped:
      return TextBuilder::Break::kBlank;
    default:
      return TextBuilder::Break::kNone;
  }
}

}  // namespace

bool HtmlPage::drops(ElementRole role, const ElementAttributes& attributes) const {
  if (role == ElementRole::kDropped) return true;
  if (role == ElementRole::kHeader) return articles_ == 0;
  return attributes.hidden || (!attributes.style.empty() && hides(attributes.style));
}

void HtmlPage::start(std::string_view element, const ElementAttributes& attributes) {
  const ElementRole role = element_role(element);
  Open opened{role, drops(role, attributes), 0};
  if (opened.drops) ++dropping_;
  start_role(role, attributes);
  if (role == ElementRole::kForm) opened.offset = body_.size();
  open_.push_back(opened);
}

void HtmlPage::start_role(ElementRole role, const ElementAttributes& attributes) {
  body_.ask(break_around(role));
  switch (role) {
    case ElementRole::kArticle:
      ++articles_;
      break;
    case ElementRole::kForm:
      ++forms_;
      break;
    case ElementRole::kBreak:
      body_.line_break();
      break;
    case ElementRole::kRow:
      body_.start_row();
      break;
    case ElementRole::kCell:
      body_.start_cell();
      break;
    case ElementRole::kPreformatted:
      ++preformatted_;
      break;
    case ElementRole::kTitle:
      in_title_ = !has_title_ && dropping_ == 0;
      break;
    case ElementRole::kHeading:
      start_heading();
      break;
    case ElementRole::kMeta:
      keep_meta(attributes);
      break;
    default:
      break;
  }
}

// The first <h1> outside page furniture, or else the first of all.
void HtmlPage::start_heading() {
  const bool is_visible = dropping_ == 0;
  in_heading_ = !has_heading_ && (is_visible || heading_.size() == 0);
  if (in_heading_ && is_visible) heading_.take();
}

void HtmlPage::keep_meta(const ElementAttributes& attributes) {
  const std::string_view key = attributes.name.empty() ? attributes.property : attributes.name;
  if (key.empty() || metas_.size() >= kMaxMetas) return;
  metas_.emplace_back(key.substr(0, kMaxMetaBytes), attributes.content.substr(0, kMaxMetaBytes));
}

void HtmlPage::end() {
  if (open_.empty()) return;
  const Open element = open_.back();
  open_.pop_back();
  end_role(element);
  if (element.drops) --dropping_;
}

void HtmlPage::end_role(const Open& element) {
  switch (element.role) {
    case ElementRole::kArticle:
      --articles_;
      break;
    case ElementRole::kRow:
      body_.end_row();
      break;
    case ElementRole::kCell:
      body_.end_cell();
      break;
    case ElementRole::kPreformatted:
      --preformatted_;
      break;
    case ElementRole::kForm:
      if (--forms_ == 0) form_spans_.emplace_back(element.offset, body_.size());
      break;
    case ElementRole::kTitle:
      has_title_ = has_title_ || title_.size() > 0;
      in_title_ = false;
      break;
    case ElementRole::kHeading:
      has_heading_ = has_heading_ || (dropping_ == 0 && heading_.size() > 0);
      in_heading_ = false;
      break;
    default:
      break;
  }
  body_.ask(break_around(element.role));
}

void HtmlPage::text(std::string_view text) {
  if (in_title_) {
    title_.add(text);
    return;
  }
  if (!open_.empty() && open_.back().role == ElementRole::kTitle) return;
  if (in_heading_) heading_.add(text);
  if (dropping_ > 0) return;
  if (preformatted_ > 0) {
    body_.add_preformatted(text);
  } else {
    body_.add(text);
  }
}

std::string HtmlPage::take_body() {
  std::string body = body_.take();
  std::size_t in_forms = 0;
  for (const auto& [offset, end] : form_spans_) in_forms += end - offset;
  if (in_forms == 0 || in_forms * 2 >= body.size()) return body;
  std::string kept;
  std::size_t done = 0;
  for (const auto& [offset, end] : form_spans_) {
    kept += std::string_view(body).substr(done, offset - done);
    done = end;
  }
  kept += std::string_view(body).substr(done);
  kept.erase(0, kept.find_first_not_of('\n'));
  return kept;
}

std::string HtmlPage::take_title() {
  const std::string title = title_.take();
  std::string heading = heading_.take();
  if (title.empty()) return heading;
  return has_heading_ && title.starts_with(heading) ? heading : title;
}

}  // namespace tracuu::input
