// Xapian as Omega uses it, as a peer: TermGenerator and QueryParser with their defaults, BM25.
//
// As omindex and omega set them up: titles also under the prefix S, a piece of the text as the
// document's data, any of the words; no stemmer, as Snowball has none for Vietnamese. At its best:
// one compacted database. Xapian reads with pread(); it has no memory mapping.
// Facets as Omega counts them: a ValueCountMatchSpy for each, over all hits.

#include <string_view>

#include <unicode/utf8.h>
#include <xapian.h>

#include "tests/bench/peers/peer.h"

namespace tracuu::peers {
namespace {

enum Slot : Xapian::valueno { kId, kAgency, kYear };
constexpr std::size_t kSampleBytes = 512;  // omindex --sample-size

// The beginning of a text, as much of it as omindex keeps.
std::string_view sample(std::string_view text) {
  if (text.size() <= kSampleBytes) return text;
  std::size_t end = kSampleBytes;
  while (end > 0 && U8_IS_TRAIL(static_cast<unsigned char>(text[end]))) --end;
  return text.substr(0, end);
}

void build(const std::string& index, DocumentReader& documents) {
  const std::string loose = index + "/loose";
  {
    Xapian::WritableDatabase database(loose, Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    Xapian::TermGenerator generator;
    while (const auto document = documents.next()) {
      Xapian::Document entry;
      generator.set_document(entry);
      generator.set_termpos(0);
      generator.index_text(document->title, 1, "S");
      generator.index_text(document->title);
      generator.increase_termpos();
      generator.index_text(document->body);
      std::string data = "caption=" + document->title + "\nsample=";
      entry.set_data(data.append(sample(document->body)));
      entry.add_value(kId, document->id);
      entry.add_value(kAgency, document->agency);
      entry.add_value(kYear, document->year);
      database.add_document(entry);
    }
    database.commit();
  }
  Xapian::Database(loose).compact(index + "/database", Xapian::Compactor::FULL);
}

class OmegaPeer final : public Peer {
 public:
  explicit OmegaPeer(const std::string& index)
      : database_(index + "/database"), enquire_(database_) {
    parser_.set_database(database_);
  }

  PeerAnswer search(const std::string& text, std::size_t limit, bool with_facets) override {
    PeerAnswer answer;
    // No flags: what looks like an operator is punctuation.
    enquire_.set_query(parser_.parse_query(text, 0));
    Xapian::ValueCountMatchSpy agencies(kAgency);
    Xapian::ValueCountMatchSpy years(kYear);
    if (with_facets) {
      enquire_.add_matchspy(&agencies);
      enquire_.add_matchspy(&years);
    }
    const Xapian::MSet found = enquire_.get_mset(0, static_cast<Xapian::doccount>(limit),
                                                 with_facets ? database_.get_doccount() : 0);
    for (auto hit = found.begin(); hit != found.end(); ++hit) {
      answer.ids.push_back(hit.get_document().get_value(kId));
    }
    if (!with_facets) return answer;
    enquire_.clear_matchspies();
    for (Xapian::ValueCountMatchSpy* spy : {&agencies, &years}) {
      answer.counted = 0;
      for (auto value = spy->top_values_begin(kFacetValues);
           value != spy->top_values_end(kFacetValues); ++value) {
        answer.counted += value.get_termfreq();
      }
    }
    return answer;
  }

 private:
  Xapian::Database database_;
  Xapian::Enquire enquire_;
  Xapian::QueryParser parser_;
};

}  // namespace
}  // namespace tracuu::peers

int main(int argc, char** argv) {
  using tracuu::peers::OmegaPeer;
  return tracuu::peers::run_peer(argc, argv, {tracuu::peers::build, [](const auto& index) {
                                                return std::make_unique<OmegaPeer>(index);
                                              }});
}
