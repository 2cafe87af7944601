#include "core/document/entities/entities.h"

#include <string>

#include "core/document/entities/passes.h"
#include "core/document/entities/words.h"

namespace tracuu {

void extract_entities(Document& document) {
  std::string buffer;
  const std::string_view body = entities::composed(document.body, buffer);
  const std::vector<entities::Word> words = entities::split_words(body);
  if (document.people.empty()) {
    document.people = entities::people_of(body, words);
    std::erase_if(document.people,
                  [&](const Person& person) { return person.name == document.signer; });
  }
  if (document.places.empty()) {
    document.places = entities::places_of(body, words, PlaceNames::provinces());
  }
  if (document.keywords.empty() && document.topics.empty()) {
    std::string title = document.title;
    if (!document.subject.empty()) title += "\n\n" + document.subject;
    std::string title_buffer;
    document.topics = entities::topics_of(entities::composed(title, title_buffer), words);
  }
}

}  // namespace tracuu
