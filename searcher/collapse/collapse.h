// Results without repetition: copies of one document stand as one group in the answer.
//
//   ranked    1. draft (site A)   2. 17/QĐ-UBND   3. 749/QĐ-TTg   4. 17/QĐ-UBND (gazette)
//   groups    [17/QĐ-UBND: the draft, the gazette's]   [749/QĐ-TTg]
//
// A group stands where the first of its copies ranks and shows the best of them (best_copy). A
// document joins the first group in which it has a copy and whose act it does not contradict, so a
// draft never ties two signed acts together. Groups depend on the ranking alone and are always made
// from rank 0 on: reading further adds copies to groups and groups behind them, and page 2 never
// repeats a group of page 1.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "core/document/copies/copy_traits.h"
#include "searcher/index_view.h"
#include "searcher/ranking.h"

namespace tracuu {

// Copies rank side by side, having the same words: looking further by so many pages finds them, but
// by `least` ranks at least and by kMostLookAhead at most.
struct LookAhead {
  std::size_t pages = 0;
  std::size_t least = 0;
};

// While there are no copies among what was looked at, and when there are.
inline constexpr LookAhead kFirstLook{2, 20};
inline constexpr LookAhead kLookAmongCopies{3, 50};
inline constexpr std::size_t kMostLookAhead = 500;

// Ranks looked at for one answer; groups that begin behind them are not shown.
inline constexpr std::size_t kMaxCollapsed = 20000;

struct ResultGroup {
  RankedDocument shown;
  std::vector<RankedDocument> copies;  // the others, in the order of the ranking
  double score = 0;                    // of the best ranked one: falls from group to group
};

// Groups documents as they are ranked. Belongs to one thread.
class Collapser {
 public:
  // REQUIRES: documents come in the order of the ranking.
  // Cost: compares with at most kMaxCompared documents for each key that the two could share.
  void add(const RankedDocument& document, CopyTraits traits);

  // How many documents were added, and how many groups they make.
  std::size_t document_count() const { return documents_.size(); }
  std::size_t group_count() const { return groups_.size(); }

  // The rank at which the group begins. REQUIRES: group < group_count().
  std::size_t first_rank(std::size_t group) const { return groups_[group].members.front(); }

  // Returns groups[offset, offset + limit).
  std::vector<ResultGroup> groups(std::size_t offset, std::size_t limit) const;

  // Documents that share a key and are no copies: decisions of one form. Copies rank near.
  static constexpr std::size_t kMaxCompared = 64;

 private:
  struct Ranked {
    RankedDocument document;
    CopyTraits traits;
    std::size_t group = 0;
  };
  struct Group {
    std::vector<std::size_t> members;  // ranks
    ActKeys act;                       // of the first member with a number, else of the first
  };

  std::size_t group_of(const CopyTraits& traits, const std::vector<std::string>& keys) const;
  ResultGroup result(const Group& group) const;

  std::vector<Ranked> documents_;
  std::vector<Group> groups_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_key_;  // ranks, the latest last
};

// Returns ranked[offset, offset + limit) of a ranking: fewer only at its end. rank_by_score() and
// rank_by_date() are of this shape.
using RankedSlice =
    std::function<std::vector<RankedDocument>(std::size_t offset, std::size_t limit)>;

// Returns the groups [offset, offset + limit) of the whole ranking. Throws what `ranked` throws and
// Xapian::Error. Cost: load_traits() for each rank looked at, 30 or 60 for a first page of ten:
// 0.5 or 1 ms.
std::vector<ResultGroup> collapse(const RankedSlice& ranked, const IndexView& database,
                                  std::size_t offset, std::size_t limit);

}  // namespace tracuu
