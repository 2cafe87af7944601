#include "indexer/find_ties.h"

#include <string>

#include "core/document/citation/find_citations.h"
#include "core/document/citation/resolve.h"
#include "core/document/entities/entities.h"
#include "core/document/news.h"
#include "core/document/number.h"
#include "core/text/fold.h"

namespace tracuu {

void find_ties(Document& document) {
  if (document.citations.empty()) {
    CitationContext context;
    context.key = number_key(document.number);
    context.type = document.type;
    context.agency = document.agency;
    context.date = document.date;
    context.title = document.subject.empty() ? document.title : document.subject;
    context.is_news = document.number.empty() && name_key(document.type) == name_key(kNewsType);
    document.citations = completed(find_citations(document.body, context));
  }
  extract_entities(document);
}

}  // namespace tracuu
