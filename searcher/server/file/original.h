// /file/ID: the file that a document was read from, for who may see the document.
//
//   /file/vb%2F2021%2F749.pdf#page=3      the PDF at the page of a hit
//   /file/vb%2F2021%2F749.pdf?download=1  to be saved
//
// Opened is what lies below a folder that the settings name (file_root), through no link. Not
// opened is what may hold more than the document: an archive, a letter with what is attached to it,
// a file of records. Others were never asked for by this reader, and some were perhaps refused when
// they were read. Who may not see a document is told what he is told of one that is not there.

#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "searcher/original.h"
#include "searcher/server/context.h"
#include "searcher/server/template/value.h"

namespace tracuu {

inline constexpr std::string_view kFilePrefix = "/file/";

// How long a file may take to be opened: a folder of the network that hangs is told of, and holds
// no worker.
inline constexpr std::chrono::milliseconds kOpenPatience{2000};

// Throws kDocumentMissing, kBadOption.
http::Response file_answer(const Context& context);

// Returns the address of a document's file, with the page of a PDF that it is opened at, from 1.
std::string file_link(const std::string& id, std::size_t page);

// Returns whether it is a file that this server opens, by its name: it may be gone.
bool is_opened(const Original& original, const Site& site);

// Returns what a document's page says of its file: {open_link, open_label, download_link, member,
// share, share_link}; nothing where there is nothing to say.
page::Value original_view(const std::string& id, std::size_t page, const Context& context);

}  // namespace tracuu
