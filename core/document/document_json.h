// A Document as JSON: how one is read from a line of JSON Lines, and how one is shown.
//
//   {"id": "749-qd-ttg", "title": "Quyết định 749/QĐ-TTg …", "body": "…", "date": "03/6/2020"}
//
// Read: `id` or `_id`, `title`, `body` or `text`, `type`, `number`, `agency`, `date`, `effective`,
// `expires`, `status`, `signer`, `signer_title`, `signer_capacity`, `subject`, `place`, `field`,
// `urgency`, `secrecy`, `keywords` and `access` (arrays of strings), `source`, `url`, `author`,
// `date_inferred`. null counts as absent and other fields are ignored. Dates become ISO.
//
// Shown: the same under the same names, without what is empty, and never a word about access. What
// indexing found out is added: "draft":true, "people":[{"name","title"}], "places", "topics",
// "evidence":[{"field","rule","offset","length","sure"}], "conflicts":[{"field","given","found"}],
// "repairs":[{"kind":"tcvn3","letters":1234}], "text_quality":0.97, "damaged":true; of a file that
// has them "pages":12 (how many), "ocr":true, "file":{"title","author","created"}. Citations are
// shown by the searcher, which knows what they resolve to.
//
// A record of the wrong shape is an expected outcome, thus a value; nothing here throws.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/language.h"
#include "core/document/document.h"

namespace tracuu {

// Why a record gives no document.
struct JsonProblem {
  enum class Kind {
    kNotJson,    // detail: the byte at which it stops being JSON
    kNotObject,  // detail: what it is
    kTooDeep,    // brackets nested deeper than any record of ours
    kWrongType,  // field, expected
  };
  Kind kind = Kind::kNotJson;
  std::string field;     // "keywords"
  std::string expected;  // "array of strings"
  std::string detail;

  friend bool operator==(const JsonProblem&, const JsonProblem&) = default;
};

// A field that was left empty because its value could not be understood.
struct JsonWarning {
  std::string field;  // "date"
  std::string value;  // as given

  friend bool operator==(const JsonWarning&, const JsonWarning&) = default;
};

// Either a document, perhaps with warnings, or the problem.
struct ParsedDocument {
  std::optional<Document> document;
  std::optional<JsonProblem> problem;
  std::vector<JsonWarning> warnings;
};

// Returns the document that `json` describes. A missing id or body is left empty: whether they are
// needed is the caller's business.
ParsedDocument document_from_json(const nlohmann::json& json);

// Returns the document that the bytes of one JSON text describe. Malformed UTF-8 becomes U+FFFD.
// Cost: linear in the text.
ParsedDocument parse_document_json(std::string_view text);

// Returns what `--show --json` shows of a document, keys in a fixed order. Every string in it is
// valid UTF-8, so that dump() cannot fail.
nlohmann::ordered_json to_json(const Document& document);

// Returns the sentence about a problem or a warning in the user's language. Values from the input
// are put in as they are.
std::string describe(const JsonProblem& problem, Language language);
std::string describe(const JsonWarning& warning, Language language);

}  // namespace tracuu
