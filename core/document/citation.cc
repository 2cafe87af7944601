#include "core/document/citation.h"

namespace tracuu {

std::string_view relation_code(Relation relation) {
  switch (relation) {
    case Relation::kRefersTo:
      return "refers_to";
    case Relation::kBasedOn:
      return "based_on";
    case Relation::kAmends:
      return "amends";
    case Relation::kSupplements:
      return "supplements";
    case Relation::kReplaces:
      return "replaces";
    case Relation::kRepeals:
      return "repeals";
    case Relation::kSuspends:
      return "suspends";
    case Relation::kPauses:
      return "pauses";
    case Relation::kGuides:
      return "guides";
    case Relation::kConsolidates:
      return "consolidates";
    case Relation::kCorrects:
      return "corrects";
    case Relation::kImplements:
      return "implements";
  }
  return "";
}

}  // namespace tracuu
