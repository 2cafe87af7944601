// What columns cost: bytes a document, and the time to load them, to follow an index and to count.
//
//   columns_bench INDEX                 the columns of an index: bytes and times to load
//   columns_bench --generate N DIR      writes an index of N documents of values alone into DIR,
//                                       shaped like a collection of laws and news; then loads its
//                                       columns, and follows commits that change 30,000 documents:
//                                       new ones, a run of old ones, old ones everywhere
//
// Followed columns are compared with columns loaded anew. Prints milliseconds of processor
// time, each line as it is known.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <time.h>
#include <xapian.h>

#include "core/index/database.h"
#include "core/index/schema.h"
#include "core/index/touched.h"
#include "searcher/snapshot.h"

namespace {

using tracuu::Column;
using tracuu::Snapshot;

constexpr Xapian::docid kChanged = 30000;
constexpr Xapian::docid kBatch = 500;  // documents a commit, as IndexWriter's

// Of this thread: what others do on the machine must not count.
double milliseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * static_cast<double>(now.tv_sec) + 1e-6 * static_cast<double>(now.tv_nsec);
}

double milliseconds_since(double start) {
  return milliseconds() - start;
}

// Values by chance: few types and fields, thousands of agencies, people that are mostly new.
class Values {
 public:
  Xapian::Document document() {
    Xapian::Document document;
    document.add_value(tracuu::schema::kAgencySlot, "Ủy ban nhân dân xã số " + few(8000));
    document.add_value(tracuu::schema::kTypeSlot, "Loại văn bản " + few(60));
    document.add_value(tracuu::schema::kFolderSlot, "kho/" + few(30) + "/" + few(20));
    document.add_value(tracuu::schema::kSignerSlot, "Nguyễn Văn " + few(20000));
    document.add_value(tracuu::schema::kFieldSlot, "Lĩnh vực " + few(100));
    document.add_value(tracuu::schema::kPlaceSlot, several("tỉnh số ", 700));
    document.add_value(tracuu::schema::kPersonSlot, several("Trần Thị ", 200000));
    document.add_value(tracuu::schema::kKeywordSlot, several("chủ đề ", 100000));
    const std::string day = std::to_string((1990 + random_() % 37) * 10000 +
                                           (1 + random_() % 12) * 100 + 1 + random_() % 28);
    document.add_value(tracuu::schema::kDateSlot, day);
    document.add_value(tracuu::schema::kEffectiveSlot, day + "-");
    document.add_value(tracuu::schema::kNumberSlot, std::to_string(random_() % 5000) + "/QD-UBND");
    document.add_value(tracuu::schema::kTraitsSlot, "s12345");
    return document;
  }

  Xapian::docid below(Xapian::docid end) { return static_cast<Xapian::docid>(random_() % end); }

 private:
  // The square of an even share: low numbers are frequent.
  std::string few(std::size_t end) {
    const double share = static_cast<double>(random_()) / static_cast<double>(random_.max());
    return std::to_string(static_cast<std::size_t>(share * share * static_cast<double>(end)));
  }

  std::string several(std::string_view name, std::size_t end) {
    std::string lines;
    for (std::size_t n = random_() % 4; n > 0; --n) {
      lines.append(lines.empty() ? "" : "\n").append(name).append(few(end));
    }
    return lines;
  }

  std::mt19937 random_{20240611};
};

void read_all(Snapshot& snapshot) {
  for (const tracuu::FacetField& field : tracuu::facet_fields()) snapshot.column(field);
  snapshot.dates();
  snapshot.effective_dates();
  snapshot.own_effects();
}

std::size_t print_row(std::string_view name, std::size_t bytes, std::size_t documents, double ms) {
  std::printf("%-12.*s %8.2f bytes a document %10.1f ms\n", static_cast<int>(name.size()),
              name.data(), static_cast<double>(bytes) / static_cast<double>(documents), ms);
  return bytes;
}

void print_columns(const Xapian::Database& database) {
  Snapshot snapshot(database);
  const std::size_t documents = database.get_doccount();
  std::size_t bytes = 0;
  const double begin = milliseconds();
  for (const tracuu::FacetField& field : tracuu::facet_fields()) {
    const double start = milliseconds();
    const Column& column = snapshot.column(field);
    bytes += print_row(field.name, column.size_bytes(), documents, milliseconds_since(start));
  }
  const auto dates = [&](std::string_view name, auto read) {
    const double start = milliseconds();
    const tracuu::Dates& read_dates = read();
    bytes += print_row(name, read_dates.capacity() * sizeof(read_dates[0]), documents,
                       milliseconds_since(start));
  };
  dates("dates", [&]() -> const tracuu::Dates& { return snapshot.dates(); });
  dates("effective", [&]() -> const tracuu::Dates& { return snapshot.effective_dates(); });
  const double start = milliseconds();
  bytes += print_row("own effects", snapshot.own_effects().size_bytes(), documents,
                     milliseconds_since(start));
  const double tree = milliseconds();
  snapshot.agencies();
  std::printf("tree of agencies %38.1f ms\n", milliseconds_since(tree));
  const tracuu::AsOf today{{2026, 1, 1}, {2026, 1, 1}};
  const double status = milliseconds();
  const std::size_t of_statuses = snapshot.statuses(today).capacity();
  bytes += print_row("statuses", of_statuses, documents, milliseconds_since(status));
  print_row("all columns", bytes, documents, milliseconds_since(begin));
}

// Whether both hold the same values for each document.
bool is_equal(Snapshot& one, Snapshot& other) {
  for (const tracuu::FacetField& field : tracuu::facet_fields()) {
    const Column& a = one.column(field);
    const Column& b = other.column(field);
    if (a.document_end() != b.document_end()) return false;
    const std::vector<Column::Ordinal> values_a = a.values();
    const std::vector<Column::Ordinal> values_b = b.values();
    for (Xapian::docid docid = 1; docid < a.document_end(); ++docid) {
      std::string labels;
      a.for_each(docid, [&](Column::Ordinal o) { labels.append(a.label(values_a[o])) += '\n'; });
      std::string others;
      b.for_each(docid, [&](Column::Ordinal o) { others.append(b.label(values_b[o])) += '\n'; });
      if (labels != others) return false;
    }
  }
  return one.dates() == other.dates() && one.effective_dates() == other.effective_dates();
}

class Index {
 public:
  explicit Index(const std::string& path)
      : path_(path), writer_(path, Xapian::DB_CREATE_OR_OVERWRITE) {}

  void generate(Xapian::docid documents) {
    for (Xapian::docid docid = 1; docid <= documents; ++docid) {
      writer_.add_document(values_.document());
    }
    writer_.commit();
  }

  template <typename Choose>
  bool follow(const char* what, Choose docid_of) {
    Snapshot earlier{Xapian::Database(path_)};
    read_all(earlier);
    std::vector<Xapian::docid> touched;
    for (Xapian::docid i = 0; i < kChanged; ++i) {
      touched.push_back(docid_of(i));
      writer_.replace_document(touched.back(), values_.document());
      if (touched.size() < kBatch && i + 1 < kChanged) continue;
      tracuu::write_touched(writer_, std::exchange(touched, {}));
      writer_.commit();
    }
    const double start = milliseconds();
    Snapshot now{Xapian::Database(path_)};
    now.follow(earlier);
    const double followed = milliseconds_since(start);
    read_all(now);
    const double read = milliseconds_since(start);
    Snapshot anew{Xapian::Database(path_)};
    const double again = milliseconds();
    read_all(anew);
    const double loaded = milliseconds_since(again);
    const bool is_right = is_equal(now, anew);
    std::printf("%-32s followed %8.1f ms, read after it %6.1f ms, loaded anew %8.1f ms%s\n", what,
                followed, read - followed, loaded, is_right ? "" : "  NOT EQUAL");
    return is_right;
  }

  Xapian::Database open() const { return Xapian::Database(path_); }
  Xapian::docid last() const { return writer_.get_lastdocid(); }
  Values& values() { return values_; }

 private:
  std::string path_;
  Xapian::WritableDatabase writer_;
  Values values_;
};

int generate(Xapian::docid documents, const std::string& path) {
  Index index(path);
  index.generate(documents);
  print_columns(index.open());
  bool is_right = true;
  for (int round = 0; round < 3; ++round) {
    const Xapian::docid last = index.last();
    is_right &= index.follow("30,000 new", [&](Xapian::docid i) { return last + 1 + i; });
    is_right &=
        index.follow("30,000 old, in a run", [&](Xapian::docid i) { return documents / 2 + i; });
    is_right &= index.follow("30,000 old, everywhere",
                             [&](Xapian::docid) { return 1 + index.values().below(documents); });
  }
  return is_right ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  if (argc == 4 && std::string_view(argv[1]) == "--generate") {
    return generate(static_cast<Xapian::docid>(std::strtoul(argv[2], nullptr, 10)), argv[3]);
  }
  if (argc != 2) {
    std::fputs("usage: columns_bench INDEX | --generate N DIR\n", stderr);
    return 2;
  }
  print_columns(tracuu::open_index(argv[1]));
  return 0;
}
