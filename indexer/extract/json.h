// Cuts the text of a .json file into its records: one object, an array of them, or several objects
// one after another (JSON Lines under a .json name).
//
//   [ {"id": "a", …},           ->  {"{\"id\": \"a\", …}", line 1, ordinal 1}
//     {"id": "b", …} ]              {"{\"id\": \"b\", …}", line 2, ordinal 2}
//
// Only brackets and strings are looked at; whether a record is JSON says parse_document_json().
// So one malformed record does not take the others with it.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tracuu::input {

struct JsonRecord {
  std::string_view text;        // a view into the file's text
  std::size_t line = 1;         // where it starts, from 1
  std::size_t ordinal = 1;      // from 1
  bool is_alone = false;        // the file holds one object and no array: the first record of such
  bool is_end_missing = false;  // no record: the array was not closed; the last one handed out
};

// REQUIRES: the text outlives the object. Cost: one pass over the text.
class JsonRecords {
 public:
  explicit JsonRecords(std::string_view text);

  // Returns the next record, nothing at the end.
  std::optional<JsonRecord> next();

 private:
  void skip_between();
  std::size_t end_of_value();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  std::size_t ordinal_ = 0;
  bool in_array_ = false;
  bool was_array_ = false;
  bool is_cut_off_ = false;
};

}  // namespace tracuu::input
