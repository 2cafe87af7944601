#include "core/index/token_stream_builder.h"

#include <algorithm>
#include <numeric>

namespace tracuu {
namespace {

// What stands between a token and the one before it in its analysis: kNoGap, or one of the breaks.
constexpr TokenCode kNoGap = kFirstWordCode;

TokenCode gap_before(const std::vector<text::Token>& tokens, std::size_t i) {
  if (i == 0 || tokens[i].position != tokens[i - 1].position + 1) return kParagraphCode;
  return tokens[i].follows ? kNoGap : kBreakCode;
}

void put_gap(TokenCode gap, std::vector<TokenCode>& codes) {
  if (gap != kNoGap && !codes.empty() && !is_break(codes.back())) codes.push_back(gap);
}

}  // namespace

void TokenStreamBuilder::begin(const Outline& outline) {
  ranked_.codes.clear();
  ranked_.passages.clear();
  ranked_.title_end = 0;
  sharing_.clear();
  for (Run* const run : {&overflow_, &apart_}) {
    run->codes.clear();
    run->sharing.clear();
  }
  words_.clear();
  sections_.clear();
  next_section_ = 0;
  heading_end_ = 0;
  section_first_ = 0;
  passage_tokens_ = 0;
  ++document_;
  const bool has_articles = std::ranges::any_of(
      outline, [](const OutlineNode& node) { return node.kind == OutlineKind::kArticle; });
  for (const OutlineNode& node : outline) {
    // An annex behind the articles is no part of the last one.
    const bool is_section =
        node.kind == OutlineKind::kAnnex ||
        node.kind == (has_articles ? OutlineKind::kArticle : OutlineKind::kSection);
    if (!is_section) continue;
    sections_.push_back(
        {node.offset, std::max(node.offset, node.heading_offset + node.heading_length)});
  }
}

void TokenStreamBuilder::add_title(const text::Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) add_ranked(analysis, i);
  ranked_.title_end = ranked_.codes.size();
}

void TokenStreamBuilder::add_body(const text::Analysis& analysis, std::size_t offset) {
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    if (ranked_.codes.size() >= kMaxRankedTokens) {
      add_ranked(analysis, i);
      continue;
    }
    const std::size_t at = offset + analysis.tokens[i].begin;
    bool begins_section = false;
    while (next_section_ < sections_.size() && sections_[next_section_].offset <= at) {
      heading_end_ = sections_[next_section_].heading_end;
      begins_section = true;
      ++next_section_;
    }
    if (begins_section || ranked_.passages.empty() || passage_tokens_ >= kPassageTokens) {
      begin_passage(at, begins_section, gap_before(analysis.tokens, i));
    }
    add_ranked(analysis, i);
    ++passage_tokens_;
    PassageStart& first = ranked_.passages[section_first_];
    if (at < heading_end_ && passage_tokens_ <= kMaxHeadingTokens &&
        section_first_ + 1 == ranked_.passages.size()) {
      first.heading = static_cast<std::uint32_t>(ranked_.codes.size() - first.token);
    }
  }
}

void TokenStreamBuilder::add_apart(const text::Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    put_gap(gap_before(analysis.tokens, i), apart_.codes);
    put(analysis, analysis.tokens[i], apart_.codes, 0, apart_.sharing);
  }
}

void TokenStreamBuilder::add_ranked(const text::Analysis& analysis, std::size_t i) {
  const bool fits = ranked_.codes.size() < kMaxRankedTokens;
  std::vector<TokenCode>& codes = fits ? ranked_.codes : overflow_.codes;
  const TokenCode gap = gap_before(analysis.tokens, i);
  // The first of what overflows follows the last that is ranked.
  if (!fits && codes.empty() && gap != kNoGap) codes.push_back(gap);
  put_gap(gap, codes);
  put(analysis, analysis.tokens[i], codes, fits ? 0 : ranked_.codes.size(),
      fits ? sharing_ : overflow_.sharing);
}

// Passages never share a pair.
void TokenStreamBuilder::begin_passage(std::size_t offset, bool begins_section, TokenCode gap) {
  put_gap(gap == kNoGap ? kBreakCode : gap, ranked_.codes);
  if (begins_section) section_first_ = ranked_.passages.size();
  PassageStart start;
  start.token = static_cast<std::uint32_t>(ranked_.codes.size());
  start.offset = static_cast<std::uint32_t>(offset);
  start.begins_section = begins_section;
  ranked_.passages.push_back(start);
  passage_tokens_ = 0;
}

// Adds the code of a token to codes that `before` others stand before.
void TokenStreamBuilder::put(const text::Analysis& analysis, const text::Token& token,
                             std::vector<TokenCode>& codes, std::size_t before,
                             std::vector<SharingToken>& sharing) {
  KnownForm& form = known(analysis, analysis.word(token));
  if (codes_.is_shared(form.code)) {
    if (form.document != document_) {
      form.document = document_;
      form.word = static_cast<std::uint32_t>(words_.size());
      const text::FormId toned = analysis.word(token).toned;
      words_.push_back({form.code, std::string(analysis.vocabulary().form(toned))});
    }
    sharing.push_back({static_cast<std::uint32_t>(before + codes.size()), form.word});
  }
  codes.push_back(form.code);
}

TokenStreamBuilder::KnownForm& TokenStreamBuilder::known(const text::Analysis& analysis,
                                                         const text::Word& word) {
  const text::Vocabulary& vocabulary = analysis.vocabulary();
  if (epoch_ != vocabulary.epoch()) by_form_.clear();
  epoch_ = vocabulary.epoch();
  if (word.toned >= by_form_.size()) by_form_.resize(vocabulary.form_count());
  KnownForm& form = by_form_[word.toned];
  if (form.code == kBreakCode) {
    form.code = codes_.of(vocabulary.form(word.toned), vocabulary.form(word.toneless));
  }
  return form;
}

AllTokens TokenStreamBuilder::all() const {
  AllTokens all;
  all.title_end = ranked_.title_end;
  all.codes = ranked_.codes;
  all.codes.insert(all.codes.end(), overflow_.codes.begin(), overflow_.codes.end());
  if (!all.codes.empty() && !apart_.codes.empty()) all.codes.push_back(kParagraphCode);
  const auto apart_begin = static_cast<std::uint32_t>(all.codes.size());
  all.codes.insert(all.codes.end(), apart_.codes.begin(), apart_.codes.end());

  // Words side by side that have one code and are not one word are twins.
  std::vector<std::uint32_t> order(words_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t w) {
    return std::pair<TokenCode, std::string_view>(words_[w].code, words_[w].form);
  });
  constexpr std::uint32_t kNoForm = UINT32_MAX;
  std::vector<std::uint32_t> form_of(words_.size(), kNoForm);
  for (std::size_t i = 0; i < order.size();) {
    const SharingWord& first = words_[order[i]];
    std::size_t end = i;
    while (end < order.size() && words_[order[end]].code == first.code) ++end;
    const bool are_twins = words_[order[end - 1]].form != first.form;
    for (; i < end; ++i) {
      if (!are_twins) continue;
      const std::string& form = words_[order[i]].form;
      // A word is known twice when the vocabulary was emptied between two pieces.
      if (all.forms.empty() || all.forms.back() != form) all.forms.push_back(form);
      form_of[order[i]] = static_cast<std::uint32_t>(all.forms.size() - 1);
    }
  }
  const auto add_twins = [&](const std::vector<SharingToken>& tokens, std::uint32_t begin) {
    for (const SharingToken& token : tokens) {
      if (form_of[token.word] != kNoForm) {
        all.twins.push_back({begin + token.token, form_of[token.word]});
      }
    }
  };
  add_twins(sharing_, 0);
  add_twins(overflow_.sharing, 0);
  add_twins(apart_.sharing, apart_begin);
  return all;
}

}  // namespace tracuu
