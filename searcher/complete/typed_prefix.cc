#include "searcher/complete/typed_prefix.h"

#include <algorithm>
#include <utility>

#include "core/text/fold.h"
#include "searcher/understand/typed_text.h"

namespace tracuu {
namespace {

bool ends_in_blank(std::string_view text) {
  return !text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// What joins words of one name or number; everything else between words is a blank.
bool is_joiner(std::string_view gap) {
  return gap == "/" || gap == "-" || gap == "&" || gap == "." || gap == "_";
}

std::string spelled(std::string_view typed, const std::string& form) {
  if (is_ascii(typed) && fold(typed, Marks::kKeep) == form) return std::string(typed);
  return form;
}

}  // namespace

TypedPrefix read_prefix(std::string_view typed, const text::Analyzer& analyzer,
                        const SyllableModel& model) {
  TypedPrefix prefix;
  if (typed.size() > kMaxPrefixBytes) return prefix;
  prefix.text = read_typed_text(typed, model).text;
  if (prefix.text.size() > kMaxPrefixBytes) return {};
  if (ends_in_blank(typed) && !ends_in_blank(prefix.text)) prefix.text += ' ';
  text::Analysis analysis;
  Bag bag = make_bag(prefix.text, analyzer, analysis);
  for (const text::Token& token : analysis.tokens) {
    prefix.spans.push_back({token.begin, token.end});
  }
  prefix.finished = std::move(bag.syllables);
  if (!prefix.spans.empty() && prefix.spans.back().end == prefix.text.size()) {
    prefix.unfinished = prefix.finished.back().typed;
    prefix.pattern = WordPattern(prefix.unfinished);
    prefix.finished.pop_back();
    prefix.spans.pop_back();
  }
  return prefix;
}

std::string rewritten(const TypedPrefix& prefix, const std::vector<std::string>& forms) {
  const std::string_view text = prefix.text;
  std::string written;
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const auto [begin, end] = prefix.spans[i];
    if (i > 0) {
      const std::size_t before = prefix.spans[i - 1].end;
      const std::string_view gap = text.substr(before, begin - before);
      written += is_joiner(gap) ? gap : std::string_view(" ");
    }
    written += spelled(text.substr(begin, end - begin), forms[i]);
  }
  return written;
}

}  // namespace tracuu
