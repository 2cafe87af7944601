#include "searcher/server/page/help_page.h"

#include <string>

#include "searcher/query/fields.h"
#include "searcher/query/help.h"
#include "searcher/server/page/address.h"
#include "searcher/server/page/frame.h"

namespace tracuu {

using page::Value;

http::Response help_page(const Context& context) {
  const Language language = context.language;
  const Address fresh = Address().set("lang", context.request.parameter("lang"));
  Value data = frame_of(context, fresh, context.site.say("help.title", language));
  data.set("is_help", true);
  Value& examples = data.set("examples", Value::list());
  for (const query::QueryExample& example : query::query_examples()) {
    examples.push(Value::object({{"query", example.query},
                                 {"meaning", example.meaning.in(language)},
                                 {"link", fresh.set("q", example.query).to("/search")}}));
  }
  Value& fields = data.set("fields", Value::list());
  for (const query::FieldNames& field : query::field_table()) {
    std::string names;
    for (const std::string_view name : field.names) {
      names += names.empty() ? "" : ", ";
      names += name;
    }
    fields.push(Value::object({{"name", field.names.front()},
                               {"names", names},
                               {"meaning", field.meaning.in(language)}}));
  }
  return page_of(context, "help", data);
}

}  // namespace tracuu
