// Why a reader may see a document, or may not: for whoever keeps the index, never for readers.
//
//   why_visible(whole, "vb/12.txt", {false, {"phap-che"}})
//     is_visible false, for {"noi-vu"}, by a rule of where it lies: /srv/vb/12.txt
//
//   Không xem được: văn bản chỉ cho các nhóm noi-vu; người đọc thuộc nhóm phap-che.
//   Do quy tắc của nơi để tệp: /srv/vb/12.txt

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/language.h"
#include "core/index/access.h"
#include "searcher/index_view.h"
#include "searcher/reader.h"

namespace tracuu {

struct WhyVisible {
  std::string id;
  bool is_visible = false;
  KeptAccess kept;
  Reader reader;
  std::vector<std::string> common;  // groups of both
  std::string file;                 // that it came from
};

// Returns the reasons; nothing without such a document. REQUIRES: the view is whole. Throws
// Xapian::Error.
std::optional<WhyVisible> why_visible(const IndexView& whole, const std::string& id,
                                      const Reader& reader);

// Returns it in sentences, a line each, made harmless to show.
std::string to_text(const WhyVisible& why, Language language);

// Returns {"version":1,"id","visible","for":["noi-vu"] | ["*"] | ["!"],"by":"document" | "rule" |
// "nothing","reader":["phap-che"] | ["!"],"common":[],"file"}.
std::string to_json(const WhyVisible& why);

}  // namespace tracuu
