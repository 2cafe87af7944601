#include "searcher/postings.h"

#include <algorithm>
#include <utility>

namespace tracuu {
namespace {

// What an entry takes beside its list and its set: its nodes and the key, twice.
constexpr std::size_t kEntryBytes = 256;

std::size_t bytes_of(const DocumentSet& set) {
  return sizeof(set) + set.getSizeInBytes();
}

}  // namespace

Postings::Postings(const IndexView& database, const PostingsOptions& options)
    : database_(database),
      options_(options),
      last_docid_(database.get_lastdocid()),
      room_(std::min(options.cache_bytes,
                     std::max(options.least_cache_bytes, options.cache_lists * last_docid_))) {}

std::shared_ptr<const PostingList> Postings::read(const std::string& term) {
  ++use_.read;
  std::vector<Posting> postings;
  postings.reserve(frequency(term));
  const auto end = database_.postlist_end(term);
  for (auto posting = database_.postlist_begin(term); posting != end; ++posting) {
    postings.push_back({*posting, posting.get_wdf()});
  }
  return std::make_shared<const PostingList>(postings, last_docid_);
}

// The entry, now the one used last; nothing when there is none.
Postings::Entry* Postings::find(const std::string& key) {
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return &entries_.front();
}

// Puts the entry in front and lets go of those behind that have no room any more.
void Postings::keep(Entry entry) {
  entry.bytes = kEntryBytes + 2 * entry.key.size();
  if (entry.list) entry.bytes += entry.list->bytes();
  if (entry.set) entry.bytes += bytes_of(*entry.set);
  if (const auto old = by_key_.find(entry.key); old != by_key_.end()) {
    bytes_ -= old->second->bytes;
    entries_.erase(old->second);
    by_key_.erase(old);
  }
  bytes_ += entry.bytes;
  entries_.push_front(std::move(entry));
  by_key_.emplace(entries_.front().key, entries_.begin());
  while (bytes_ > room_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

std::shared_ptr<const PostingList> Postings::list(const std::string& term) {
  const Entry* entry = find(term);
  if (entry != nullptr && entry->list) {
    ++use_.kept;
    return entry->list;
  }
  std::shared_ptr<const PostingList> list = read(term);
  keep({term, list, entry != nullptr ? entry->set : nullptr, 0});
  return list;
}

std::shared_ptr<const PostingList> Postings::list_of_either(const std::string& a,
                                                            const std::string& b) {
  const std::string key = a + '\0' + b;  // no term has a NUL
  if (const Entry* entry = find(key)) {
    ++use_.kept;
    return entry->list;
  }
  auto both = std::make_shared<const PostingList>(merged(*list(a), *list(b), last_docid_));
  keep({key, both, nullptr, 0});
  return both;
}

std::shared_ptr<const DocumentSet> Postings::with(const std::string& term) {
  if (term.empty()) return all();
  const Entry* entry = find(term);
  if (entry != nullptr) {
    ++use_.kept;
    if (entry->set) return entry->set;
  }
  std::shared_ptr<const PostingList> list = entry != nullptr ? entry->list : read(term);
  auto set = std::make_shared<const DocumentSet>(list->documents());
  if (!list->has_counts()) list.reset();  // a filter's, which no sum will ask for
  keep({term, std::move(list), set, 0});
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

template <typename Read>
Xapian::termcount Postings::kept(Numbers& numbers, const std::string& term, Read read) const {
  if (const auto found = numbers.find(term); found != numbers.end()) return found->second;
  const Xapian::termcount number = read();
  if (numbers.size() >= options_.kept_frequencies) numbers.clear();
  numbers.emplace(term, number);
  return number;
}

Xapian::doccount Postings::frequency(const std::string& term) const {
  return kept(frequencies_, term, [&] { return database_.get_termfreq(term); });
}

Xapian::termcount Postings::occurrences(const std::string& term) const {
  return kept(occurrences_, term, [&] { return database_.get_collection_freq(term); });
}

std::vector<std::string> Postings::terms_with_prefix(const std::string& prefix,
                                                     std::size_t most) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  std::size_t visited = 0;
  const auto end = database_.allterms_end(prefix);
  for (auto term = database_.allterms_begin(prefix); term != end; ++term) {
    if (++visited > kMaxVisited) break;
    found.emplace_back(term.get_termfreq(), *term);
  }
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
