// Lines of text for people: styled where colour is wanted, wrapped to the width of the terminal.
//
//   View view(options);
//   view.styled(kBold, "1. Quyết định …"); view.blank(); view.wrapped(parts, 3); view.take()
//
// Text of documents goes through one_line() or wrapped(), which make it harmless to show.

#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/language.h"
#include "searcher/response.h"

namespace tracuu {

struct ViewOptions {
  Language language = Language::kVietnamese;
  bool color = false;
  std::size_t width = 80;  // columns; snippets are wrapped to it
};

inline constexpr std::string_view kBold = "\x1b[1m";
inline constexpr std::string_view kFaint = "\x1b[2m";
inline constexpr std::string_view kMark = "\x1b[1;33m";

class View {
 public:
  // REQUIRES: `options` outlives this object.
  explicit View(const ViewOptions& options) : options_(options) {}

  // Returns what was written; nothing may be written after it.
  std::string take() { return std::move(out_); }

  std::string phrase(const Bilingual& sentence,
                     std::initializer_list<std::string> arguments) const {
    return say(sentence, options_.language, arguments);
  }

  // Writes the text and ends the line. REQUIRES: it is harmless, as in styled().
  void line(std::string_view text);
  void styled(std::string_view style, std::string_view text);
  void blank() { out_ += '\n'; }

  // Writes the parts wrapped to the width, every line indented and without a blank at its end. A
  // word may go on in the next part («15/» «2021»): only a blank allows a new line.
  void wrapped(const std::vector<SnippetPart>& parts, std::size_t indent);

  // Writes «label: value», nothing for an empty value.
  void field(const Bilingual& label, const std::string& value);

  const ViewOptions& options() const { return options_; }

 private:
  const ViewOptions& options_;
  std::string out_;
};

// Returns the text on one line, harmless to show.
std::string one_line(std::string_view text);

}  // namespace tracuu
