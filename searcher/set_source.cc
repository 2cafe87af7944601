#include "searcher/set_source.h"

#include <string>

namespace tracuu {
namespace {

class SetSource : public Xapian::PostingSource {
 public:
  SetSource(DocumentSet documents, double weight)
      : documents_(std::move(documents)), weight_(weight) {}

  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  double get_weight() const override { return weight_; }
  Xapian::docid get_docid() const override { return *at_; }
  bool at_end() const override { return is_started_ && at_ == documents_.end(); }

  void next(double) override {
    if (is_started_) {
      ++at_;
      return;
    }
    start();
  }

  void skip_to(Xapian::docid docid, double) override {
    if (!is_started_) start();
    at_.equalorlarger(docid);
  }

  void init(const Xapian::Database&) override {
    is_started_ = false;
    set_maxweight(weight_);
  }

  SetSource* clone() const override { return new SetSource(documents_, weight_); }
  std::string get_description() const override { return "SetSource"; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(documents_.cardinality()); }

  void start() {
    is_started_ = true;
    at_ = documents_.begin();
  }

  DocumentSet documents_;
  double weight_;
  DocumentSet::const_iterator at_{documents_};
  bool is_started_ = false;
};

}  // namespace

Xapian::Query set_query(const DocumentSet& documents, double weight) {
  if (documents.isEmpty()) return Xapian::Query::MatchNothing;
  return Xapian::Query((new SetSource(documents, weight))->release());
}

}  // namespace tracuu
