#include "searcher/server/page/facet_view.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "core/text/fold.h"
#include "searcher/server/page/frame.h"
#include "searcher/server/read_request.h"
#include "searcher/terminal_view.h"

namespace tracuu {
namespace {

using page::Value;

// Years in the histogram at most: the newest.
constexpr std::size_t kMaxBars = 40;

std::string without_marks(std::string_view text) {
  return fold(text, Marks::kDrop);
}

Value facet_value_view(const std::string& facet, const FacetValue& value, const Address& here,
                       Language language) {
  const bool is_chosen = here.has(facet, value.value);
  return Value::object(
      {{"label", value.label},
       {"count", grouped(value.count, language)},
       {"chosen", is_chosen},
       {"group", value.is_group},
       {"depth", value.depth == 0 ? Value() : Value::number(std::min<std::size_t>(value.depth, 4))},
       {"link", (is_chosen ? here.without(facet, value.value) : here.with(facet, value.value))
                    .to("/search")}});
}

// Returns which values are shown: the most frequent ones that fit, with what stands above them in
// a tree, and what is chosen, so that it can be left.
std::vector<bool> shown_values(const Facet& facet, bool is_open, const std::string& within,
                               const Address& here) {
  const std::vector<FacetValue>& values = facet.values;
  std::vector<std::size_t> by_count;
  by_count.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) by_count.push_back(i);
  std::ranges::stable_sort(by_count, std::greater<>(),
                           [&](std::size_t i) { return values[i].count; });
  std::vector<bool> is_shown(values.size(), false);
  std::size_t room = is_open ? kFacetValuesMore : kFacetValuesShown;
  for (const std::size_t i : by_count) {
    const bool fits = within.empty() || !is_open ||
                      without_marks(values[i].label).find(within) != std::string::npos;
    const bool is_chosen = here.has(facet.name, values[i].value);
    const bool is_taken = fits && room > 0 && !values[i].is_group;
    if (!is_taken && !is_chosen) continue;
    if (is_taken) --room;
    is_shown[i] = true;
    std::size_t depth = values[i].depth;
    for (std::size_t above = i; depth > 0 && above-- > 0;) {
      if (values[above].depth >= depth) continue;
      depth = values[above].depth;
      is_shown[above] = true;
    }
  }
  return is_shown;
}

const Facet* find_facet(const Response& response, std::string_view name) {
  const auto found = std::ranges::find(response.facets, name, &Facet::name);
  return found == response.facets.end() ? nullptr : &*found;
}

}  // namespace

page::Value facets_view(const Response& response, const Address& here, const Context& context) {
  const std::string_view more = context.request.parameter("more");
  const std::string within = without_marks(context.request.parameter("within"));
  Value facets = Value::list();
  for (const Facet& facet : response.facets) {
    if (facet.name == "year" || facet.name == "month" || facet.values.empty()) continue;
    const bool is_open = facet.name == more;
    Value view = Value::object();
    view.set("name", facet.name);
    view.set("label", facet_label(facet.name, context.language));
    view.set("open", is_open);
    Value& values = view.set("values", Value::list());
    const std::vector<bool> is_shown = shown_values(facet, is_open, within, here);
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
      if (!is_shown[i]) continue;
      values.push(facet_value_view(facet.name, facet.values[i], here, context.language));
    }
    const bool is_cut = std::ranges::find(is_shown, false) != is_shown.end();
    if (is_open) {
      view.set("within", context.request.parameter("within"));
      view.set("less_link", here.to("/search") + "#facet-" + facet.name);
      Value& kept = view.set("kept", Value::list());
      for (const http::Parameter& parameter : here.parameters()) {
        kept.push(Value::object({{"name", parameter.name}, {"value", parameter.value}}));
      }
    } else if (is_cut) {
      const std::string address = here.to("/search");
      view.set("more_link", address + (address.find('?') == std::string::npos ? '?' : '&') +
                                "more=" + facet.name + "#facet-" + facet.name);
    }
    facets.push(std::move(view));
  }
  return facets;
}

page::Value chips_view(const Address& here, const Context& context) {
  Value chips = Value::list();
  const auto add = [&](const std::string& label, const http::Parameter& parameter) {
    chips.push(
        Value::object({{"label", label},
                       {"value", parameter.value},
                       {"link", here.without(parameter.name, parameter.value).to("/search")}}));
  };
  for (const http::Parameter& parameter : here.parameters()) {
    if (std::ranges::find(filter_names(), parameter.name) != filter_names().end()) {
      add(facet_label(parameter.name, context.language), parameter);
    } else if (parameter.name == "from" || parameter.name == "to" || parameter.name == "as_of" ||
               parameter.name == "effective_from" || parameter.name == "effective_to" ||
               parameter.name == "verbatim" || parameter.name == "collapse" ||
               parameter.name == "predecessors") {
      add(context.site.say("chip." + parameter.name, context.language), parameter);
    }
  }
  return chips;
}

page::Value histogram_view(const Response& response, const Address& here, const Context& context) {
  const Facet* facet = find_facet(response, "month");
  if (facet == nullptr) facet = find_facet(response, "year");
  if (facet == nullptr || facet->values.size() < 2) return {};
  std::vector<FacetValue> bars = facet->values;
  std::ranges::sort(bars, {}, &FacetValue::value);
  if (bars.size() > kMaxBars) bars.erase(bars.begin(), bars.end() - kMaxBars);
  const std::uint64_t highest = std::ranges::max(bars, {}, &FacetValue::count).count;

  constexpr double kWidth = 240;
  constexpr double kHeight = 56;
  const double step = kWidth / static_cast<double>(bars.size());
  const auto shown = [](double value) {
    std::array<char, 32> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    return std::string(text.data(), end);
  };
  Value view = Value::object();
  Value& list = view.set("bars", Value::list());
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const FacetValue& bar = bars[i];
    const bool is_chosen = here.has(facet->name, bar.value);
    // The square root keeps a year of three documents visible beside one of three thousand.
    const double height = std::max(
        3.0, kHeight * std::sqrt(static_cast<double>(bar.count) / static_cast<double>(highest)));
    list.push(Value::object(
        {{"label", context.site.say("histogram.bar", context.language,
                                    {bar.label, grouped(bar.count, context.language)})},
         {"chosen", is_chosen},
         {"x", shown(static_cast<double>(i) * step)},
         {"bar_x", shown((static_cast<double>(i) + 0.12) * step)},
         {"bar_width", shown(step * 0.76)},
         {"width", shown(step)},
         {"y", shown(kHeight - height)},
         {"height", shown(height)},
         {"link",
          (is_chosen ? here.without(facet->name, bar.value) : here.with(facet->name, bar.value))
              .to("/search")}}));
  }
  view.set("first", bars.front().label);
  view.set("last", bars.back().label);
  return view;
}

}  // namespace tracuu
