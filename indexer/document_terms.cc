#include "indexer/document_terms.h"

#include <algorithm>
#include <optional>

#include "core/document/copies/copy_traits.h"
#include "core/document/number.h"
#include "core/document/outline/labeled_spans.h"
#include "core/index/access.h"
#include "core/index/quality.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/index/ties.h"
#include "core/text/fold.h"
#include "indexer/document_facets.h"
#include "indexer/find_ties.h"

namespace tracuu {
namespace {

using text::FormId;

// Calls visit(form, count) for each run of equal values in a sorted list.
template <typename T, typename Visit>
void for_each_run(const std::vector<T>& sorted, Visit visit) {
  for (std::size_t i = 0; i < sorted.size();) {
    std::size_t end = i;
    while (end < sorted.size() && sorted[end] == sorted[i]) ++end;
    visit(sorted[i], static_cast<Xapian::termcount>(end - i));
    i = end;
  }
}

// How often one occurrence counts in the whole text. A caption makes a document a hit, but only its
// own term weighs. What the title says counts twice: measured on the tune sets, where first lines
// were once counted so by mistake and the mend cost .0035 on headlines and .012 on persons.
Xapian::termcount weight_in_text(bool is_title, bool is_caption) {
  constexpr Xapian::termcount kTitleWeight = 2;
  if (is_caption) return 0;
  return is_title ? kTitleWeight : 1;
}

}  // namespace

Xapian::Document DocumentTerms::make(const Document& given, const std::string& source_file) {
  Document document = given;
  find_ties(document);
  target_ = Xapian::Document();
  target_.add_value(schema::kContentHashSlot, content_hash(given));
  const Outline outline = find_outline(document.body);
  stream_.begin(outline);
  const KeptAccess kept = kept_access(document);
  set_access(kept, document);
  learning_ = counts_.of(learn_as_ ? *learn_as_ : access_class(kept.access));

  add_text(document.title, {.is_title = true, .in_sketch = document.body.empty()});
  for (const std::string* field :
       {&document.number, &document.type, &document.agency, &document.signer, &document.author}) {
    add_text(*field, {});
  }
  for (const std::string& keyword : document.keywords) add_text(keyword, {});
  add_body(document);
  add_facets(document, target_);
  add_ties(document);
  add_sketch(document);
  add_values(document, outline, source_file);
  return target_;
}

void DocumentTerms::learn(const Document& document, const std::string& key) {
  learn_as_ = key;
  make(document, {});
  learn_as_.reset();
}

void DocumentTerms::add_body(const Document& document) {
  const std::string_view body = document.body;
  std::size_t at = 0;
  for (const Region& region : document.regions) {
    if (region.offset < at || region.offset > body.size()) continue;
    add_text(body.substr(at, region.offset - at), {.in_sketch = true, .body_offset = at});
    const std::string_view inside = body.substr(region.offset, region.length);
    if (region.kind == Region::Kind::kCaption) add_text(inside, {.is_caption = true});
    if (region.kind == Region::Kind::kHead) add_text(inside, {.body_offset = region.offset});
    at = std::min(body.size(), region.offset + region.length);
  }
  add_text(body.substr(at), {.in_sketch = true, .body_offset = at});
}

void DocumentTerms::add_text(std::string_view text, const Field& field) {
  if (text.empty()) return;
  analyzer_.analyze(text, analysis_);
  if (analysis_.tokens.empty()) return;
  if (learning_ != nullptr) learning_->add(analysis_);
  if (field.in_sketch) sketch_.add(analysis_);
  if (field.is_title) {
    stream_.add_title(analysis_);
  } else if (field.body_offset) {
    stream_.add_body(analysis_, *field.body_offset);
  } else {
    stream_.add_apart(analysis_);
  }
  add_tokens(field);
  const Xapian::termcount weight = weight_in_text(field.is_title, field.is_caption);
  if (!field.is_caption) add_pairs(schema::kPair, weight);
  if (field.is_title) add_pairs(schema::kTitlePair, 1);
  add_loose_pairs(field.is_caption);
  add_compounds(text);
}

void DocumentTerms::add_tokens(const Field& field) {
  toneless_.clear();
  toned_.clear();
  for (const text::Token& token : analysis_.tokens) {
    const text::Word& word = analysis_.word(token);
    toneless_.push_back(word.toneless);
    toned_.push_back(word.toned);
  }
  std::ranges::sort(toneless_);
  std::ranges::sort(toned_);

  const Xapian::termcount weight = weight_in_text(field.is_title, field.is_caption);
  add_counts("", toned_, weight);
  add_counts(schema::kToneless, toneless_, weight);
  if (field.is_title) {
    add_counts(schema::kTitle, toned_, 1);
    add_counts(schema::kTitleToneless, toneless_, 1);
  }
  if (field.is_caption) add_counts(schema::kCaption, toneless_, 1);
}

void DocumentTerms::add_counts(std::string_view prefix, const std::vector<FormId>& forms,
                               Xapian::termcount weight) {
  for_each_run(forms, [&](FormId form, Xapian::termcount count) {
    target_.add_term(schema::term(prefix, analysis_.vocabulary().form(form)), count * weight);
  });
}

// Takes the pairs of the piece, sorted, whose second token `is_wanted` with the one before it.
template <typename IsWanted>
void DocumentTerms::gather_pairs(IsWanted is_wanted) {
  pairs_.clear();
  const std::vector<text::Token>& tokens = analysis_.tokens;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (!is_wanted(tokens[i - 1], tokens[i])) continue;
    const std::uint64_t first = analysis_.word(tokens[i - 1]).toneless;
    pairs_.push_back(first << 32 | analysis_.word(tokens[i]).toneless);
  }
  std::ranges::sort(pairs_);
}

void DocumentTerms::add_pairs(std::string_view prefix, Xapian::termcount weight) {
  gather_pairs([](const text::Token&, const text::Token& token) { return token.follows; });
  const text::Vocabulary& vocabulary = analysis_.vocabulary();
  for_each_run(pairs_, [&](std::uint64_t pair, Xapian::termcount count) {
    target_.add_term(schema::pair_term(prefix, vocabulary.form(static_cast<FormId>(pair >> 32)),
                                       vocabulary.form(static_cast<FormId>(pair))),
                     count * weight);
  });
}

// Pairs inside a paragraph that weigh nothing.
void DocumentTerms::add_loose_pairs(bool is_caption) {
  gather_pairs([&](const text::Token& before, const text::Token& token) {
    return token.position == before.position + 1 && (is_caption || !token.follows);
  });
  const text::Vocabulary& vocabulary = analysis_.vocabulary();
  for_each_run(pairs_, [&](std::uint64_t pair, Xapian::termcount) {
    target_.add_boolean_term(schema::pair_term(schema::kLoosePair,
                                               vocabulary.form(static_cast<FormId>(pair >> 32)),
                                               vocabulary.form(static_cast<FormId>(pair))));
  });
}

void DocumentTerms::add_compounds(std::string_view text) {
  // Numbers are read from the text itself: 1287/SNV-VTLT is known as one by its capitals, which the
  // folded form has lost, and «749 / QĐ-TTg» is no compound. Typed in lower case inside a longer
  // query it is a compound all the same, so that term is kept beside the key.
  for (const NumberMention& mention : find_numbers(text)) {
    target_.add_term(schema::term(schema::kCompound, mention.number.key));
  }
  for (const text::Compound& compound : analysis_.compounds) {
    if (parse_number(compound.form)) continue;
    target_.add_term(schema::term(schema::kCompound, compound.toneless));
  }
}

void DocumentTerms::add_ties(const Document& document) {
  if (!document.number.empty()) {
    const std::string key = number_key(document.number);
    // With a frequency: a boolean term has none and would weigh nothing in ranking.
    target_.add_term(schema::term(schema::kNumber, key), 1);
    target_.add_value(schema::kNumberSlot, key);
  }
  const std::string name = name_tie_key(document);
  if (!name.empty()) target_.add_boolean_term(schema::term(schema::kNumber, name));
  for (const Citation& citation : document.citations) {
    const std::string key = citation_key(citation);
    if (!key.empty()) target_.add_boolean_term(schema::term(schema::kCites, key));
  }
  const std::vector<EffectTie> ties = effect_ties(document);
  for (const EffectTie& tie : ties) {
    target_.add_boolean_term(schema::term(schema::kChangesEffect, tie.key));
  }
  if (!ties.empty()) target_.add_value(schema::kEffectSlot, encode_effect_ties(ties));
}

void DocumentTerms::add_values(const Document& document, const Outline& outline,
                               const std::string& source_file) {
  target_.add_boolean_term(schema::term(schema::kId, document.id));
  target_.add_value(schema::kIdSlot, document.id);
  target_.add_value(schema::kSourceFileSlot, source_file);
  target_.add_value(schema::kNameSlot, schema::value_text(document.title));
  target_.add_value(schema::kStreamSlot, stream_.encoded());
  add_quality_values(document, target_);
  add_access(kept_access(document), target_);
  target_.set_data(encode_record(document, labeled_spans(outline)));
}

void DocumentTerms::add_sketch(const Document& document) {
  CopyTraits traits = copy_traits(document);
  target_.add_value(schema::kTraitsSlot, encode_traits(traits.quality));
  traits.sketch = sketch_.finish();
  target_.add_value(schema::kCopySlot, encode_copy(traits));
  for (const std::string& key : band_keys(traits.sketch)) {
    target_.add_boolean_term(schema::term(schema::kSketchBand, key));
  }
}

}  // namespace tracuu
