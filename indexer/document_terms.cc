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

  for (const IndexedText& text : indexed_texts(document)) add_text(text);
  add_facets(document, target_);
  add_ties(document);
  add_sketch(document);
  add_values(document, outline, source_file);
  if (packed_ != nullptr) {
    target_.add_term(std::string(schema::kPacked), packed_->finish_document());
  }
  return target_;
}

void DocumentTerms::learn(const Document& document, const std::string& key) {
  learn_as_ = key;
  make(document, {});
  learn_as_.reset();
}

void DocumentTerms::add_text(const IndexedText& text) {
  analyzer_.analyze(text.text, analysis_);
  if (analysis_.tokens.empty()) return;
  if (learning_ != nullptr) learning_->add(analysis_);
  if (text.in_sketch) sketch_.add(analysis_);
  if (text.is_title) {
    stream_.add_title(analysis_);
  } else if (text.body_offset) {
    stream_.add_body(analysis_, *text.body_offset);
  } else {
    stream_.add_apart(analysis_);
  }
  add_tokens(text);
  if (!text.is_caption) {
    gather_pairs([](const text::Token&, const text::Token& token) { return token.follows; });
    add_pairs(WordKind::kPair, text.weight());
    if (text.is_title) add_title_pairs();
  }
  add_loose_pairs(text.is_caption);
  add_compounds(text.text);
}

void DocumentTerms::add_tokens(const IndexedText& text) {
  toneless_.start(analysis_.vocabulary().form_count());
  toned_.start(analysis_.vocabulary().form_count());
  for (const text::Token& token : analysis_.tokens) {
    const text::Word& word = analysis_.word(token);
    toneless_.add(word.toneless);
    toned_.add(word.toned);
  }

  add_words(WordKind::kToned, toned_, text.weight());
  add_words(WordKind::kToneless, toneless_, text.weight());
  if (text.is_title) {
    add_counts(schema::kTitle, toned_, 1);
    add_counts(schema::kTitleToneless, toneless_, 1);
  }
  if (text.is_caption) add_counts(schema::kCaption, toneless_, 1);
}

void DocumentTerms::add_counts(std::string_view prefix, const FormCounts& forms,
                               Xapian::termcount weight) {
  forms.for_each([&](FormId form, Xapian::termcount count) {
    target_.add_term(schema::term(prefix, analysis_.vocabulary().form(form)), count * weight);
  });
}

void DocumentTerms::add_words(WordKind kind, const FormCounts& forms, Xapian::termcount weight) {
  if (packed_ == nullptr) {
    return add_counts(kind == WordKind::kToned ? "" : schema::kToneless, forms, weight);
  }
  forms.for_each([&](FormId form, Xapian::termcount count) {
    packed_->add(kind, analysis_.vocabulary(), form, count * weight);
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

// Adds what was gathered. A pair of no weight is there or not, however often.
void DocumentTerms::add_pairs(WordKind kind, Xapian::termcount weight) {
  const text::Vocabulary& vocabulary = analysis_.vocabulary();
  const std::string_view prefix = kind == WordKind::kPair ? schema::kPair : schema::kLoosePair;
  for_each_run(pairs_, [&](std::uint64_t pair, Xapian::termcount count) {
    const auto first = static_cast<FormId>(pair >> 32);
    const auto second = static_cast<FormId>(pair);
    if (packed_ != nullptr) {
      packed_->add(kind, vocabulary, first, second, count * weight);
    } else {
      target_.add_term(schema::pair_term(prefix, vocabulary.form(first), vocabulary.form(second)),
                       count * weight);
    }
  });
}

void DocumentTerms::add_title_pairs() {
  const text::Vocabulary& vocabulary = analysis_.vocabulary();
  for_each_run(pairs_, [&](std::uint64_t pair, Xapian::termcount count) {
    target_.add_term(
        schema::pair_term(schema::kTitlePair, vocabulary.form(static_cast<FormId>(pair >> 32)),
                          vocabulary.form(static_cast<FormId>(pair))),
        count);
  });
}

// Pairs inside a paragraph that weigh nothing.
void DocumentTerms::add_loose_pairs(bool is_caption) {
  gather_pairs([&](const text::Token& before, const text::Token& token) {
    return token.position == before.position + 1 && (is_caption || !token.follows);
  });
  add_pairs(WordKind::kLoosePair, 0);
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
