// An index in memory with what copies and similar documents are found by, and nothing else.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "core/document/copies/copy_traits.h"
#include "core/document/date.h"
#include "core/document/document.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/text/analyzer.h"
#include "searcher/snapshot.h"

// Documents of tests name the fields they are about: {.id = "a", .body = "số"}.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace tracuu {

enum class Sketches { kNone, kStored };

class CopiesIndex {
 public:
  // Documents have the docids 1, 2, 3, … in their order.
  explicit CopiesIndex(const std::vector<Document>& documents,
                       Sketches sketches = Sketches::kStored)
      : database_("", Xapian::DB_BACKEND_INMEMORY) {
    for (const Document& document : documents) add(document, sketches);
    database_.commit();
  }

  const Xapian::Database& database() const { return database_; }

  std::vector<std::string> ids(const std::vector<Xapian::docid>& docids) const {
    std::vector<std::string> ids;
    ids.reserve(docids.size());
    for (const Xapian::docid docid : docids) {
      ids.push_back(database_.get_document(docid).get_value(schema::kIdSlot));
    }
    return ids;
  }

 private:
  void add_pairs(std::string_view text, std::string_view prefix, Xapian::Document& target) {
    analyzer_.analyze(text, analysis_);
    for (std::size_t i = 1; i < analysis_.tokens.size(); ++i) {
      if (!analysis_.tokens[i].follows) continue;
      target.add_term(schema::pair_term(prefix, toneless(i - 1), toneless(i)));
    }
  }

  std::string_view toneless(std::size_t token) const {
    return analysis_.vocabulary().form(analysis_.word(analysis_.tokens[token]).toneless);
  }

  void add(const Document& document, Sketches sketches) {
    Xapian::Document target;
    target.set_data(encode_record(document));
    add_pairs(document.title, schema::kPair, target);
    add_pairs(document.title, schema::kTitlePair, target);
    add_pairs(document.body, schema::kPair, target);
    builder_.add(analysis_);
    const Sketch sketch = builder_.finish();
    target.add_value(schema::kIdSlot, document.id);
    target.add_value(schema::kAgencySlot, document.agency);
    target.add_value(schema::kTypeSlot, document.type);
    if (const auto date = parse_iso(document.date)) {
      target.add_value(schema::kDateSlot, std::to_string(to_key(*date)));
    }
    if (sketches == Sketches::kStored) {
      CopyTraits traits = copy_traits(document);
      traits.sketch = sketch;
      add_copy_values(traits, target);
    }
    database_.add_document(target);
  }

  static void add_copy_values(const CopyTraits& traits, Xapian::Document& target) {
    target.add_value(schema::kCopySlot, encode_copy(traits));
    target.add_value(schema::kNumberSlot, traits.act.number);
    target.add_value(schema::kTraitsSlot, encode_traits(traits.quality));
    if (!traits.act.number.empty()) {
      target.add_term(schema::term(schema::kNumber, traits.act.number));
    }
    for (const std::string& key : band_keys(traits.sketch)) {
      target.add_boolean_term(schema::term(schema::kSketchBand, key));
    }
  }

  Xapian::WritableDatabase database_;
  text::Analyzer analyzer_;
  text::Analysis analysis_;
  SketchBuilder builder_;
};

}  // namespace tracuu
