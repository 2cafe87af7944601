#include "searcher/postings.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <unistd.h>

namespace tracuu {
namespace {

// Of the machine's memory, for what is kept.
constexpr std::size_t kShareOfMemory = 8;

// A list is read whole where it has no more than so many postings for each document that is looked
// up. One of 1,000 documents among 300,000 costs as much as reading some 30 postings, which is less
// than all that lie between; one of 15,000 as much as 10.
constexpr std::size_t kLookUp = 16;

// What the list of two terms is kept under: no term has a NUL.
std::string key_of_either(const std::string& a, const std::string& b) {
  return a + '\0' + b;
}

std::size_t memory_bytes() {
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page = ::sysconf(_SC_PAGESIZE);
  // Unknown where there is no /proc: then nothing is said against it.
  if (pages <= 0 || page <= 0) return std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(pages) * static_cast<std::size_t>(page);
}

std::size_t room_of(const PostingsOptions& options, std::uint32_t last_docid) {
  return std::min({options.cache_bytes, memory_bytes() / kShareOfMemory,
                   std::max(options.least_cache_bytes, options.cache_lists * last_docid)});
}

}  // namespace

Postings::Postings(const IndexView& database, const PostingsOptions& options)
    : database_(database), options_(options), last_docid_(database.get_lastdocid()) {
  const std::size_t room = room_of(options, last_docid_);
  cache_ = options.shared == nullptr ? std::make_shared<PostingCache>(room)
                                     : options.shared->of(options.name, room);
}

std::shared_ptr<const PostingList> Postings::read(const std::string& term) {
  ++use_.read;
  auto list = std::make_shared<PostingList>(most_with(term), last_docid_);
  Xapian::termcount occurrences = 0;
  database_.for_each_posting(term, [&](const Posting& posting) {
    list->add(posting);
    occurrences += posting.count;
  });
  // Where no look-up says it, the list would be read once more.
  if (!database_.is_counted(term)) remember(occurrences_, term, occurrences);
  return list;
}

std::shared_ptr<const PostingList> Postings::list(const std::string& term) {
  const KeptPostings kept = cache_->find(term);
  if (kept.list) {
    ++use_.kept;
    return kept.list;
  }
  std::shared_ptr<const PostingList> list = read(term);
  cache_->keep(term, {list, kept.set});
  return list;
}

std::shared_ptr<const PostingList> Postings::read_within(const std::string& term,
                                                         std::span<const std::uint32_t> docids) {
  ++use_.read;
  auto list = std::make_shared<PostingList>(docids.size(), last_docid_);
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (const std::uint32_t docid : docids) {
    if (posting != end && *posting < docid) posting.skip_to(docid);
    if (posting == end) break;
    if (*posting == docid) list->add({docid, posting.get_wdf()});
  }
  return list;
}

std::shared_ptr<const PostingList> Postings::list_within(const std::string& term,
                                                         const std::string& other,
                                                         std::span<const std::uint32_t> docids) {
  const std::size_t postings =
      most_with(term) + (other.empty() ? Xapian::doccount{0} : most_with(other));
  // A packed list is read whole or not at all.
  const bool is_packed = database_.has_packed(term) || database_.has_packed(other);
  if (is_packed || docids.size() * kLookUp >= postings || !is_late(term, other)) {
    return other.empty() ? list(term) : list_of_either(term, other);
  }
  if (other.empty()) return read_within(term, docids);
  return std::make_shared<const PostingList>(
      merged(*read_within(term, docids), *read_within(other, docids), last_docid_));
}

bool Postings::is_late(const std::string& term, const std::string& other) const {
  if (most_with(term) < options_.long_list &&
      (other.empty() || most_with(other) < options_.long_list)) {
    return false;
  }
  return kept_list(other.empty() ? term : key_of_either(term, other)) == nullptr;
}

std::shared_ptr<const PostingList> Postings::kept_list(const std::string& term) const {
  return cache_->find(term).list;
}

std::shared_ptr<const PostingList> Postings::list_of_either(const std::string& a,
                                                            const std::string& b) {
  const std::string key = key_of_either(a, b);
  if (const KeptPostings kept = cache_->find(key); kept.list) {
    ++use_.kept;
    return kept.list;
  }
  auto both = std::make_shared<const PostingList>(merged(*list(a), *list(b), last_docid_));
  cache_->keep(key, {both, nullptr});
  return both;
}

std::shared_ptr<const DocumentSet> Postings::with(const std::string& term) {
  if (term.empty()) return all();
  const KeptPostings kept = cache_->find(term);
  if (kept.list || kept.set) ++use_.kept;
  if (kept.set) return kept.set;
  std::shared_ptr<const PostingList> list = kept.list ? kept.list : read(term);
  auto set = std::make_shared<const DocumentSet>(list->documents());
  if (!list->has_counts()) list.reset();  // a filter's, which no sum will ask for
  cache_->keep(term, {std::move(list), set});
  return set;
}

std::shared_ptr<const DocumentSet> Postings::all() {
  if (all_) return all_;
  std::vector<std::uint32_t> docids;
  docids.reserve(database_.get_doccount());
  const auto end = database_.postlist_end("");
  for (auto posting = database_.postlist_begin(""); posting != end; ++posting) {
    docids.push_back(*posting);
  }
  all_ = std::make_shared<const DocumentSet>(docids.size(), docids.data());
  return all_;
}

Xapian::termcount Postings::remember(Numbers& numbers, const std::string& term,
                                     Xapian::termcount number) const {
  if (numbers.size() >= options_.kept_frequencies) numbers.clear();
  numbers.insert_or_assign(term, number);
  return number;
}

template <typename Read>
Xapian::termcount Postings::kept(Numbers& numbers, const std::string& term, Read read) const {
  if (const auto found = numbers.find(term); found != numbers.end()) return found->second;
  return remember(numbers, term, read());
}

// Reads the list for both numbers at once.
void Postings::count(const std::string& term) const {
  Xapian::doccount documents = 0;
  Xapian::termcount occurrences = 0;
  database_.for_each_posting(term, [&](const Posting& posting) {
    ++documents;
    occurrences += posting.count;
  });
  remember(frequencies_, term, documents);
  remember(occurrences_, term, occurrences);
}

Xapian::doccount Postings::frequency(const std::string& term) const {
  return kept(frequencies_, term, [&] {
    if (const auto list = kept_list(term)) return list->size();
    if (database_.is_counted(term)) return database_.get_termfreq(term);
    count(term);
    return frequencies_.at(term);
  });
}

Xapian::termcount Postings::occurrences(const std::string& term) const {
  return kept(occurrences_, term, [&] {
    if (database_.is_counted(term)) return database_.get_collection_freq(term);
    count(term);
    return occurrences_.at(term);
  });
}

Xapian::doccount Postings::most_with(const std::string& term) const {
  if (!database_.is_whole()) return frequency(term);  // far less, where little is seen
  return kept(bounds_, term, [&] { return database_.most_with(term); });
}

std::vector<std::string> Postings::terms_with_prefix(const std::string& prefix,
                                                     std::size_t most) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  std::size_t visited = 0;
  database_.for_each_term(prefix, [&](const std::string& term, Xapian::doccount documents) {
    if (++visited > kMaxVisited) return false;
    found.emplace_back(documents, term);
    return true;
  });
  if (found.size() > most) {
    std::ranges::sort(found, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    found.resize(most);
  }
  std::vector<std::string> terms;
  terms.reserve(found.size());
  for (auto& [frequency, term] : found) terms.push_back(std::move(term));
  std::ranges::sort(terms);
  return terms;
}

}  // namespace tracuu
