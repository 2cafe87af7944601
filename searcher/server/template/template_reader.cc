// Reading templates: tags, sections, and the place each value stands in.

#include <algorithm>
#include <utility>

#include "core/text/html_escape.h"
#include "searcher/server/template/markup_context.h"
#include "searcher/server/template/template.h"

namespace tracuu::page {

using Place = MarkupContext::Place;

class TemplateReader {
 public:
  TemplateReader(std::string_view name, std::string_view source, const Template::Strings& strings,
                 const Template::Partials& partials, std::size_t depth)
      : name_(name), source_(source), strings_(strings), partials_(partials), depth_(depth) {
    if (source.size() > kMaxTemplateBytes) fail("is too long");
    if (depth > kMaxTemplateDepth) fail("is nested too deep");
  }

  std::vector<Template::Node> read() {
    std::vector<Template::Node> nodes = read_section({});
    if (context_.place() != Place::kText) fail("ends inside a tag");
    return nodes;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    const auto line = 1 + std::ranges::count(source_.substr(0, position_), '\n');
    throw TemplateError("template " + std::string(name_) + ", line " + std::to_string(line) + ": " +
                        what);
  }

  void add_text(std::string_view text, std::vector<Template::Node>& nodes) {
    context_.read(text);
    if (text.empty()) return;
    if (!nodes.empty() && nodes.back().kind == Template::Kind::kText) {
      nodes.back().text += text;
    } else {
      nodes.push_back({Template::Kind::kText, std::string(text), {}});
    }
  }

  // Returns how a value is written here.
  Template::Kind kind_here(std::string_view value) const {
    switch (context_.place()) {
      case Place::kText:
      case Place::kAttribute:
        return Template::Kind::kValue;
      case Place::kUrlStart:
        return Template::Kind::kUrl;
      default:
        fail("'" + std::string(value) +
             "' stands where nothing can be escaped: put it into quotes");
    }
  }

  std::vector<Template::Node> read_section(std::string_view open) {
    if (++depth_ > kMaxTemplateDepth) fail("is nested too deep");
    std::vector<Template::Node> nodes;
    while (true) {
      const std::size_t begin = source_.find("{{", position_);
      add_text(source_.substr(position_, begin - position_), nodes);
      if (begin == std::string_view::npos) {
        if (!open.empty()) fail("section '" + std::string(open) + "' is not closed");
        break;
      }
      const std::size_t end = source_.find("}}", begin);
      position_ = begin;
      if (end == std::string_view::npos) fail("'{{' is not closed");
      std::string_view tag = source_.substr(begin + 2, end - begin - 2);
      const char sign = tag.empty() ? '\0' : tag.front();
      if (sign != '\0' && std::string_view("#^/>!@").find(sign) != std::string_view::npos) {
        tag.remove_prefix(1);
      }
      const std::string_view name = trimmed(tag);
      if (name.empty() && sign != '!') fail("a tag without a name");
      if (name.find_first_of("{}&\"'<> ") != std::string_view::npos && sign != '!') {
        fail("'" + std::string(name) + "' is no name");
      }
      position_ = end + 2;
      if (sign == '/') {
        if (name != open) fail("'" + std::string(name) + "' closes what is not open");
        break;
      }
      read_tag(sign, name, nodes);
    }
    --depth_;
    return nodes;
  }

  void read_tag(char sign, std::string_view name, std::vector<Template::Node>& nodes) {
    if (sign == '!') return;
    if (sign == '@') {
      if (kind_here(name) == Template::Kind::kUrl) fail("a string is no address");
      std::string escaped;
      text::escape_html(strings_(name), escaped);
      add_text(escaped, nodes);
    } else if (sign == '>') {
      if (context_.place() != Place::kText) fail("a partial inside a tag");
      const std::string source = partials_(name);
      TemplateReader partial(name, source, strings_, partials_, depth_ + 1);
      for (Template::Node& node : partial.read()) nodes.push_back(std::move(node));
    } else if (sign == '#' || sign == '^') {
      const MarkupContext before = context_;
      std::vector<Template::Node> children = read_section(name);
      if (context_.place() != before.place())
        fail("section '" + std::string(name) + "' opens or closes a tag or a quote");
      nodes.push_back({sign == '#' ? Template::Kind::kSection : Template::Kind::kInverted,
                       std::string(name), std::move(children)});
    } else {
      nodes.push_back({kind_here(name), std::string(name), {}});
      context_.pass_value();
    }
  }

  static std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
  }

  std::string_view name_;
  std::string_view source_;
  const Template::Strings& strings_;
  const Template::Partials& partials_;
  std::size_t depth_ = 0;
  std::size_t position_ = 0;
  MarkupContext context_;
};

Template Template::parse(std::string_view name, std::string_view source, const Strings& strings,
                         const Partials& partials) {
  Template result;
  result.nodes_ = TemplateReader(name, source, strings, partials, 0).read();
  return result;
}

}  // namespace tracuu::page
