// How often each form stands in a piece of text.
//
//   counts.start(vocabulary.form_count());
//   counts.add(a); counts.add(b); counts.add(a);
//   counts.for_each(…)                            (a, 2), (b, 1)
//
// A count for each form of the vocabulary, so that nothing is sorted. Reused from piece to piece.

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/text/vocabulary.h"

namespace tracuu {

class FormCounts {
 public:
  // Forgets what was counted. REQUIRES: forms that are added are below `form_count`.
  void start(std::size_t form_count) {
    for (const text::FormId form : forms_) counts_[form] = 0;
    forms_.clear();
    counts_.resize(std::max(counts_.size(), form_count));
  }

  void add(text::FormId form) {
    if (counts_[form]++ == 0) forms_.push_back(form);
  }

  // Calls visit(form, count) for each form, in the order in which they came.
  template <typename Visit>
  void for_each(Visit visit) const {
    for (const text::FormId form : forms_) visit(form, counts_[form]);
  }

 private:
  std::vector<std::uint32_t> counts_;  // by form
  std::vector<text::FormId> forms_;    // that were counted
};

}  // namespace tracuu
