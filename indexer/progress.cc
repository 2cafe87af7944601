#include "indexer/progress.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <spdlog/spdlog.h>

#include "indexer/number_text.h"

namespace tracuu {
namespace {

constexpr double kTerminalInterval = 0.2;  // seconds
constexpr double kLogInterval = 60;

constexpr Bilingual kLine{"{0} văn bản · {1} MB/giây · {2} % · còn {3}",
                          "{0} documents · {1} MB/s · {2} % · {3} left"};
constexpr Bilingual kMinutes{"{0} phút {1} giây", "{0} min {1} s"};
constexpr Bilingual kSeconds{"{0} giây", "{0} s"};

double text_rate(const IndexProgress& progress) {
  return progress.seconds > 0 ? static_cast<double>(progress.bytes_text) / 1e6 / progress.seconds
                              : 0;
}

double share_done(const IndexProgress& progress) {
  if (progress.bytes_total == 0) return 0;
  return std::min(
      1.0, static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_total));
}

long seconds_left(const IndexProgress& progress) {
  const double done = share_done(progress);
  return done > 0 ? std::lround(progress.seconds * (1 - done) / done) : 0;
}

std::string duration(long seconds, Language language) {
  if (seconds < 60) return say(kSeconds, language, {std::to_string(seconds)});
  return say(kMinutes, language, {std::to_string(seconds / 60), std::to_string(seconds % 60)});
}

}  // namespace

std::string progress_line(const IndexProgress& progress, Language language) {
  return say(kLine, language,
             {grouped(progress.documents, language), one_decimal(text_rate(progress), language),
              std::to_string(std::lround(100 * share_done(progress))),
              duration(seconds_left(progress), language)});
}

void ProgressDisplay::show(const IndexProgress& progress) {
  if (progress.seconds - shown_at_ < (on_terminal_ ? kTerminalInterval : kLogInterval)) return;
  shown_at_ = progress.seconds;
  if (!on_terminal_) {
    spdlog::info("indexed {} documents, {:.1f} MB/s, {} s left", progress.documents,
                 text_rate(progress), seconds_left(progress));
    return;
  }
  std::fprintf(stderr, "\r\x1b[K%s", progress_line(progress, language_).c_str());
  std::fflush(stderr);
  has_line_ = true;
}

void ProgressDisplay::clear() {
  if (!has_line_) return;
  std::fputs("\r\x1b[K", stderr);
  has_line_ = false;
}

}  // namespace tracuu
