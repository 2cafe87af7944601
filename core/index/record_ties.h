// How what extraction found in a document is kept in its record: citations, people, evidence.
//
//   {1,"Nghị định","30/2020/NĐ-CP",…}   one array a citation, what is empty at its end left out
//
// Internal to core/index.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/document/document.h"

namespace tracuu {

// Adds the members to the fields of a record; nothing for what is empty.
void add_ties(const Document& document, nlohmann::json& record);

// Reads them back. Throws kIndexDamaged or nlohmann's exceptions for what is no such record.
void read_ties(const nlohmann::json& record, Document& document);

}  // namespace tracuu
