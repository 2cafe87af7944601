#include "searcher/snippet.h"

#include <algorithm>
#include <unordered_set>

#include "core/document/outline/outline.h"
#include "core/document/pages.h"
#include "core/text/html_escape.h"
#include "core/text/utf8.h"
#include "searcher/window.h"

namespace tracuu {
namespace {

// Of a text without blanks, or a form with lines of dots: the window ends earlier.
constexpr std::size_t kMaxSnippetBytes = 1200;

// Whether a sentence or a paragraph begins with the token. The analyzer has judged which line ends
// are those of a paragraph: its positions jump there.
bool begins_sentence(std::string_view text, const std::vector<text::Token>& tokens,
                     std::size_t token) {
  if (token == 0 || tokens[token].position > tokens[token - 1].position + 1) return true;
  const std::size_t end = tokens[token - 1].end;
  const std::string_view gap = text.substr(end, tokens[token].begin - end);
  const std::size_t stop = gap.find_first_of(".;:!?");
  return stop != std::string_view::npos && stop + 1 < gap.size();
}

// The first token from which running text leads up to `token` without a title or a caption between,
// or the first behind the region that `token` itself lies in.
std::size_t first_token_of_text(const std::vector<text::Token>& tokens,
                                const std::vector<Region>& regions, std::size_t token) {
  std::size_t border = 0;
  for (const Region& region : regions) {
    if (region.offset > tokens[token].begin) break;
    border = region.offset + region.length;
  }
  std::size_t first = token;
  while (first > 0 && tokens[first - 1].begin >= border) --first;
  while (first + 1 < tokens.size() && tokens[first].begin < border) ++first;
  // Where nothing but regions follows, their text is better than its last word.
  return tokens[first].begin < border ? token : first;
}

// The regions that lie in the bytes [begin, end), counted from there.
std::vector<Region> regions_within(const std::vector<Region>& regions, std::size_t begin,
                                   std::size_t end) {
  std::vector<Region> within;
  for (Region region : regions) {
    const std::size_t region_end = std::min(end, region.offset + region.length);
    region.offset = std::max(begin, region.offset);
    if (region.offset >= region_end) continue;
    region.length = region_end - region.offset;
    region.offset -= begin;
    within.push_back(region);
  }
  return within;
}

// The last match in the window, its first token where there is none. REQUIRES: the window begins
// with a match if it holds one.
std::size_t last_match(const std::vector<int>& matched, const Window& window) {
  std::size_t last = std::min(window.last, matched.size() - 1);
  while (last > window.first && matched[last] < 0) --last;
  return std::max(last, window.first);
}

// Adds text with its blanks joined, not beginning a snippet with one.
void add_part(std::vector<SnippetPart>& parts, std::string_view text, bool is_marked) {
  std::string joined;
  const bool blank_before =
      parts.empty() || (!parts.back().text.empty() && parts.back().text.back() == ' ');
  bool in_blank = blank_before;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      joined += c;
    } else if (!in_blank) {
      joined += ' ';
    }
    in_blank = is_blank;
  }
  if (joined.empty()) return;
  if (!parts.empty() && parts.back().is_marked == is_marked) {
    parts.back().text += joined;
  } else {
    parts.push_back({std::move(joined), is_marked});
  }
}

}  // namespace

SnippetMaker::SnippetMaker(const std::vector<Bag>& bags, std::vector<double> weights,
                           const text::Analyzer& analyzer, text::Analysis& work)
    : analyzer_(analyzer), analysis_(work) {
  std::size_t i = 0;
  std::unordered_set<std::string_view> known;
  for (const Bag& bag : bags) {
    for (const BagSyllable& syllable : bag.syllables) {
      const double weight = i < weights.size() ? weights[i] : 0;
      ++i;
      if (!known.insert(syllable.toned).second) continue;
      wanted_.push_back({syllable.toned, syllable.toneless, syllable.has_marks || bag.has_marks,
                         syllable.is_light, weight});
    }
  }
}

// A toneless form is itself a word whose toneless form it is: analyzed, it has its id. A form of
// which that is not so stands in no text either.
void SnippetMaker::learn_forms() {
  std::string forms;
  for (const Wanted& wanted : wanted_) forms += wanted.toneless + '\n';
  analyzer_.analyze(forms, analysis_);
  const text::Vocabulary& vocabulary = analysis_.vocabulary();
  epoch_ = vocabulary.epoch();
  forms_.clear();
  filter_ = 0;
  for (std::size_t w = 0; w < wanted_.size(); ++w) {
    for (const text::Token& token : analysis_.tokens) {
      const text::FormId form = analysis_.word(token).toneless;
      if (vocabulary.form(form) != wanted_[w].toneless) continue;
      forms_.push_back({form, w});
      filter_ |= std::uint64_t{1} << form % kFilterBits;
      break;
    }
  }
}

void SnippetMaker::analyze(std::string_view text) {
  analyzer_.analyze(text, analysis_);
  if (epoch_ == analysis_.vocabulary().epoch()) return;
  learn_forms();
  analyzer_.analyze(text, analysis_);
}

int SnippetMaker::match(const text::Token& token) const {
  const text::Word& word = analysis_.word(token);
  if ((filter_ >> word.toneless % kFilterBits & 1U) == 0) return -1;
  for (const Form& form : forms_) {
    if (form.toneless != word.toneless) continue;
    const Wanted& wanted = wanted_[form.wanted];
    if (!wanted.has_marks || !word.has_marks ||
        analysis_.vocabulary().form(word.toned) == wanted.toned) {
      return static_cast<int>(form.wanted);
    }
  }
  return -1;
}

std::vector<int> SnippetMaker::matches(const std::vector<Region>& regions) const {
  std::vector<int> matched(analysis_.tokens.size(), -1);
  auto region = regions.begin();
  for (std::size_t i = 0; i < matched.size(); ++i) {
    const text::Token& token = analysis_.tokens[i];
    while (region != regions.end() && region->offset + region->length <= token.begin) ++region;
    if (region != regions.end() && region->offset <= token.begin) continue;
    matched[i] = match(token);
  }
  // A light syllable counts beside another match only: else every «của» of a text is marked.
  for (std::size_t i = 0; i < matched.size(); ++i) {
    if (matched[i] < 0 || !wanted_[static_cast<std::size_t>(matched[i])].is_light) continue;
    const bool beside =
        (i > 0 && matched[i - 1] >= 0) || (i + 1 < matched.size() && matched[i + 1] >= 0);
    if (!beside) matched[i] = -1;
  }
  return matched;
}

std::vector<SnippetPart> SnippetMaker::parts(std::string_view text, std::size_t begin,
                                             std::size_t end,
                                             const std::vector<int>& matched) const {
  std::vector<SnippetPart> out;
  std::size_t at = begin;
  for (std::size_t i = 0; i < matched.size(); ++i) {
    const text::Token& token = analysis_.tokens[i];
    if (matched[i] < 0 || token.begin < at || token.end > end) continue;
    // Blanks between two marks belong to the mark: «chuyển đổi số» is one.
    const bool joins = i > 0 && matched[i - 1] >= 0 && token.follows && token.begin > at &&
                       !out.empty() && out.back().is_marked;
    add_part(out, text.substr(at, token.begin - at), joins);
    add_part(out, text.substr(token.begin, token.end - token.begin), true);
    at = token.end;
  }
  add_part(out, text.substr(at, end - at), false);
  return out;
}

Snippet SnippetMaker::make(const Document& document, const std::vector<LabeledSpan>& spans,
                           const SnippetOptions& options) {
  if (place_) {
    if (auto snippet = make_preferred(document, options)) return *std::move(snippet);
  }
  // Of a place that was asked for and is not there, the nearest one is found by its words.
  const bool is_part = options.begin > 0 || options.end < document.body.size();
  if (is_part && !place_) {
    Snippet snippet = make_within(document, spans, options, true);
    if (!snippet.parts.empty()) return snippet;
  }
  SnippetOptions whole = options;
  whole.begin = 0;
  whole.end = std::string::npos;
  return make_within(document, spans, whole, false);
}

// That of the preferred place; nothing where the document has none.
std::optional<Snippet> SnippetMaker::make_preferred(const Document& document,
                                                    const SnippetOptions& options) {
  const std::string_view body = document.body;
  const Outline outline = find_outline(body);
  const OutlineNode* const asked = find(outline, *place_);
  if (asked == nullptr) return std::nullopt;
  analyze(body);
  Snippet snippet = make_at(*asked, body, matches(document.regions), options);
  snippet.passage.page = page_at(document.pages, snippet.passage.offset);
  return snippet;
}

// The best part between options.begin and options.end. With `must_match` nothing where no word is.
Snippet SnippetMaker::make_within(const Document& document, const std::vector<LabeledSpan>& spans,
                                  const SnippetOptions& options, bool must_match) {
  const std::size_t base = text::character_border(document.body, options.begin);
  const std::size_t stop = std::min(document.body.size(), options.end);
  Snippet snippet;
  if (base >= stop) return snippet;
  const std::string_view body = std::string_view(document.body).substr(base, stop - base);
  const std::vector<Region> regions = regions_within(document.regions, base, stop);
  analyze(body);
  const std::vector<text::Token>& tokens = analysis_.tokens;
  if (tokens.empty()) return snippet;

  const std::vector<int> matched = matches(regions);
  if (must_match && std::ranges::all_of(matched, [](int match) { return match < 0; })) {
    return snippet;
  }
  std::vector<double> weights;
  for (const Wanted& wanted : wanted_) weights.push_back(wanted.weight);
  Window window = best_window(matched, weights, options.tokens);
  // Begin where the sentence begins, when that is not far.
  const std::size_t text_begin = first_token_of_text(tokens, regions, window.first);
  window.first = std::max(window.first, text_begin);
  // But not so far that the window loses the last match in it.
  const std::size_t needed = last_match(matched, window) - window.first + 1;
  const std::size_t slack =
      std::min({options.tokens / 3, window.first - text_begin, options.tokens - needed});
  for (std::size_t back = 0; back <= slack; ++back) {
    const std::size_t first = window.first - back;
    if (tokens[window.first].begin - tokens[first].begin > kMaxSnippetBytes / 3) break;
    if (!begins_sentence(body, tokens, first)) continue;
    window.first = first;
    break;
  }
  window.last = std::min(tokens.size() - 1, window.first + options.tokens - 1);

  const std::size_t begin = tokens[window.first].begin;
  while (window.last > window.first && tokens[window.last].end - begin > kMaxSnippetBytes) {
    --window.last;
  }
  const std::size_t end = tokens[window.last].end;
  snippet.parts = parts(body, begin, end, matched);
  if (base + window.first > 0) snippet.parts.insert(snippet.parts.begin(), {"… ", false});
  if (window.last + 1 < tokens.size() || stop < document.body.size()) {
    snippet.parts.push_back({" …", false});
  } else {
    // The end of the last sentence, and never a part of a character.
    const std::string_view rest = body.substr(end, body.find_first_of(" \t\r\n", end) - end);
    add_part(snippet.parts, rest.substr(0, text::character_border(rest, 3)), false);
  }
  snippet.passage.offset = base + begin;
  snippet.passage.length = end - begin;
  const std::size_t hit = base + tokens[std::min(window.anchor, tokens.size() - 1)].begin;
  snippet.passage.page = page_at(document.pages, hit);
  if (const LabeledSpan* const span = span_at(spans, hit)) {
    snippet.passage.label = span->label;
    snippet.passage.anchor = span->anchor;
  }
  return snippet;
}

// The beginning of the place; its whole extent is the passage.
Snippet SnippetMaker::make_at(const OutlineNode& node, std::string_view body,
                              const std::vector<int>& matched,
                              const SnippetOptions& options) const {
  const std::vector<text::Token>& tokens = analysis_.tokens;
  const std::size_t node_end = node.offset + node.length;
  Snippet snippet;
  snippet.passage = {node.label, node.anchor, node.offset, node.length, 0};
  std::size_t end = node.offset;
  std::size_t used = 0;
  bool is_cut = false;
  for (const text::Token& token : tokens) {
    if (token.begin < node.offset) continue;
    if (token.end > node_end) break;
    is_cut = used == options.tokens || token.end - node.offset > kMaxSnippetBytes;
    if (is_cut) break;
    end = token.end;
    ++used;
  }
  snippet.parts = parts(body, node.offset, end, matched);
  if (is_cut) snippet.parts.push_back({" …", false});
  return snippet;
}

std::vector<SnippetPart> SnippetMaker::mark(std::string_view text) {
  analyze(text);
  return parts(text, 0, text.size(), matches({}));
}

std::string to_html(const std::vector<SnippetPart>& parts) {
  std::string html;
  for (const SnippetPart& part : parts) {
    if (part.is_marked) html += "<mark>";
    text::escape_html(part.text, html);
    if (part.is_marked) html += "</mark>";
  }
  return html;
}

std::string to_text(const std::vector<SnippetPart>& parts) {
  std::string text;
  for (const SnippetPart& part : parts) text += part.text;
  return text;
}

}  // namespace tracuu
