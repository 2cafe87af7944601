// Puts the running text of a marked-up page together: paragraphs, lines, table cells.
//
//   <p>Căn cứ  Luật</p><p>Điều 1.<br>Nay</p>    ->  "Căn cứ Luật\n\nĐiều 1.\nNay"
//   <tr><td>Họ tên<td>Chức vụ</tr>              ->  "Họ tên\tChức vụ\n"
//
// Blanks collapse as a browser shows them; what stands between two pieces of text is the
// strongest break that was asked for in between. No break at the start, none at the end.
// Invariant: the text never holds three line feeds in a row outside preformatted parts.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tracuu::input {

class TextBuilder {
 public:
  enum class Break : unsigned char { kNone, kBlank, kCell, kLine, kParagraph };

  // Adds text in which every run of blanks, no-break spaces included, counts as one.
  void add(std::string_view text);

  // Adds text whose blanks and lines are kept, as in <pre>.
  void add_preformatted(std::string_view text);

  // Asks for at least this break before the next text. Without effect at the start of a cell, so
  // that <td><p>…</p></td> stays on its row.
  void ask(Break wanted);

  // <br>: a second one in a row makes a paragraph.
  void line_break();

  // Rows and cells of a table. The break at their border is theirs, whatever was asked for inside
  // the cell before; the first cell of a row keeps the row's.
  void start_row();
  void end_row();
  void start_cell();
  void end_cell();

  // Returns the length of the text so far, in bytes.
  std::size_t size() const { return text_.size(); }

  // Returns the text and leaves the builder empty.
  std::string take();

 private:
  void write_break();

  std::string text_;
  Break pending_ = Break::kNone;
  bool at_cell_start_ = false;
  bool row_has_cell_ = false;
};

}  // namespace tracuu::input
