#include "searcher/server/page/body_html.h"

#include <algorithm>

#include "core/text/utf8.h"
#include "searcher/server/template/html.h"

namespace tracuu {
namespace {

// A longer line that begins with a number is a paragraph, not a heading.
constexpr std::size_t kMaxHeadingBytes = 240;

bool is_heading(OutlineKind kind) {
  return kind != OutlineKind::kClause && kind != OutlineKind::kPoint;
}

class BodyWriter {
 public:
  BodyWriter(std::string_view body, const Outline& outline, std::vector<BodyLink> links,
             BodySpan passage)
      : body_(body), outline_(outline) {
    passage_begin_ = text::character_border(body, std::min(passage.offset, body.size()));
    const std::size_t rest = body.size() - passage_begin_;
    passage_end_ = text::character_border(body, passage_begin_ + std::min(passage.length, rest));
    std::ranges::sort(links, {}, [](const BodyLink& link) { return link.span.offset; });
    std::size_t free = 0;
    for (BodyLink& link : links) {
      if (link.span.offset < free || link.span.length == 0 || link.span.offset >= body.size()) {
        continue;
      }
      free = link.span.offset + std::min(link.span.length, body.size() - link.span.offset);
      link.span.length = free - link.span.offset;
      links_.push_back(std::move(link));
    }
  }

  page::Html write() {
    for (std::size_t begin = 0; begin < body_.size();) {
      const std::size_t end = std::min(body_.find('\n', begin), body_.size());
      write_line(begin, end);
      begin = end + 1;
    }
    return out_.take();
  }

 private:
  void write_line(std::size_t begin, std::size_t end) {
    const std::string_view line = body_.substr(begin, end - begin);
    std::vector<const OutlineNode*> nodes;
    while (node_ < outline_.size() && outline_[node_].offset < end) {
      if (outline_[node_].offset >= begin) nodes.push_back(&outline_[node_]);
      ++node_;
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      follows_blank_ = true;
      return;
    }
    const bool heads =
        !nodes.empty() && is_heading(nodes.front()->kind) && line.size() <= kMaxHeadingBytes;
    out_.raw(heads ? "<h2" : "<p");
    if (!nodes.empty()) out_.raw(" id=\"").text(nodes.front()->anchor).raw("\"");
    if (!heads && follows_blank_) out_.raw(" class=\"gap\"");
    follows_blank_ = false;
    out_.raw(">");
    // «Chương I. Mục 1.» on one line: the others are anchors of their own.
    for (std::size_t i = 1; i < nodes.size(); ++i) {
      out_.raw("<span id=\"").text(nodes[i]->anchor).raw("\"></span>");
    }
    write_pieces(begin, end);
    out_.raw(heads ? "</h2>\n" : "</p>\n");
  }

  // Between two borders of links and passage nothing changes.
  void write_pieces(std::size_t begin, std::size_t end) {
    while (begin < end) {
      while (link_ < links_.size() &&
             links_[link_].span.offset + links_[link_].span.length <= begin) {
        ++link_;
      }
      std::size_t next = end;
      const BodyLink* link = nullptr;
      if (link_ < links_.size()) {
        const BodySpan& span = links_[link_].span;
        if (span.offset <= begin) {
          link = &links_[link_];
          next = std::min(next, span.offset + span.length);
        } else {
          next = std::min(next, span.offset);
        }
      }
      for (const std::size_t border : {passage_begin_, passage_end_}) {
        if (border > begin) next = std::min(next, border);
      }
      write_piece(body_.substr(begin, next - begin), link,
                  passage_begin_ <= begin && begin < passage_end_);
      begin = next;
    }
  }

  void write_piece(std::string_view text, const BodyLink* link, bool is_passage) {
    if (is_passage) {
      out_.raw(has_anchor_ ? "<mark>" : "<mark id=\"passage\">");
      has_anchor_ = true;
    }
    if (link != nullptr) out_.raw("<a href=\"").url(link->href).raw("\">");
    out_.text(text);
    if (link != nullptr) out_.raw("</a>");
    if (is_passage) out_.raw("</mark>");
  }

  std::string_view body_;
  const Outline& outline_;
  std::vector<BodyLink> links_;
  std::size_t passage_begin_ = 0;
  std::size_t passage_end_ = 0;
  std::size_t node_ = 0;
  std::size_t link_ = 0;
  bool has_anchor_ = false;
  bool follows_blank_ = false;
  page::HtmlWriter out_;
};

}  // namespace

page::Html body_html(std::string_view body, const Outline& outline, std::vector<BodyLink> links,
                     BodySpan passage) {
  return BodyWriter(body, outline, std::move(links), passage).write();
}

}  // namespace tracuu
