// One file of any format to the documents in it: what a worker process does.
//
//   extract_file(bytes, "vb/12.docx", emit)     emit({.text = …})
//   extract_file(bytes, "thu.zip", emit)        emit({.member = "qd.docx", …}), emit({.member = …})
//
// The format is found by content (content_type.h). A file in a file is a document of its own, named
// by its way from the outermost: "thu.zip/kem.zip/qd.docx" has the member "kem.zip/qd.docx".

#pragma once

#include <functional>
#include <string_view>

#include "indexer/source/file_reader.h"

namespace tracuu::input {

struct Emit {
  std::function<void(FoundDocument)> document;
  std::function<void()> busy;  // a sign of life: called at least before each document and page
};

// Emits each document or why it is none, at least one. Throws std::bad_alloc only.
void extract_file(std::string_view bytes, std::string_view name, const Emit& emit);

}  // namespace tracuu::input
