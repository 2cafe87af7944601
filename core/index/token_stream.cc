#include "core/index/token_stream.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

#include "core/base/varint.h"

namespace tracuu {
namespace {

static_assert(std::endian::native == std::endian::little, "codes are kept as they lie in memory");

// What stands before the codes, and where these are.
struct Layout {
  std::size_t title_end = 0;
  std::size_t ranked = 0;
  std::string_view codes;  // all of them
  std::string_view rest;   // behind the codes
};

bool take_passages(std::string_view& bytes, std::size_t count, std::vector<PassageStart>* out) {
  PassageStart last;
  for (std::size_t i = 0; i < count; ++i) {
    const auto tokens = take_varint(bytes);
    const auto offset = take_varint(bytes);
    const auto heading = take_varint(bytes);
    if (!tokens || !offset || !heading) return false;
    if (out == nullptr) continue;
    last.token += *tokens;
    last.offset += *offset;
    last.heading = *heading >> 1;
    last.begins_section = (*heading & 1) != 0;
    out->push_back(last);
  }
  return true;
}

// Reads up to the codes; the passages too where they are wanted.
std::optional<Layout> read_layout(std::string_view bytes, std::vector<PassageStart>* passages) {
  const auto title_end = take_varint(bytes);
  const auto passage_count = take_varint(bytes);
  if (!title_end || !passage_count || !take_passages(bytes, *passage_count, passages)) return {};
  const auto ranked = take_varint(bytes);
  const auto all = take_varint(bytes);
  if (!ranked || !all || *title_end > *ranked || *ranked > *all) return {};
  if (*all > bytes.size() / sizeof(TokenCode)) return {};
  const std::size_t code_bytes = *all * sizeof(TokenCode);
  return Layout{*title_end, *ranked, bytes.substr(0, code_bytes), bytes.substr(code_bytes)};
}

void copy_codes(std::string_view bytes, std::vector<TokenCode>& codes) {
  codes.resize(bytes.size() / sizeof(TokenCode));
  if (!bytes.empty()) std::memcpy(codes.data(), bytes.data(), bytes.size());
}

// Whether no passage lies behind the codes and none before the one before it.
bool is_sound(const TokenStream& stream) {
  std::size_t last = stream.title_end;
  for (const PassageStart& passage : stream.passages) {
    if (passage.token < last || passage.token > stream.codes.size()) return false;
    last = passage.token;
  }
  return true;
}

bool take_twins(std::string_view bytes, AllTokens& all) {
  const auto forms = take_varint(bytes);
  if (!forms) return false;
  for (std::size_t i = 0; i < *forms; ++i) {
    const auto size = take_varint(bytes);
    if (!size || *size > bytes.size()) return false;
    all.forms.emplace_back(bytes.substr(0, *size));
    bytes.remove_prefix(*size);
  }
  const auto twins = take_varint(bytes);
  if (!twins) return false;
  std::uint32_t token = 0;
  for (std::size_t i = 0; i < *twins; ++i) {
    const auto step = take_varint(bytes);
    const auto form = take_varint(bytes);
    if (!step || !form || *form >= all.forms.size()) return false;
    if (*step > all.codes.size() - token) return false;
    token += *step;
    all.twins.push_back({token, *form});
  }
  return bytes.empty();
}

}  // namespace

std::string encode_token_stream(const TokenStream& ranked, const AllTokens& all) {
  std::string bytes;
  bytes.reserve(all.codes.size() * sizeof(TokenCode) + ranked.passages.size() * 6 + 16);
  put_varint(bytes, ranked.title_end);
  put_varint(bytes, ranked.passages.size());
  PassageStart last;
  for (const PassageStart& passage : ranked.passages) {
    put_varint(bytes, passage.token - last.token);
    put_varint(bytes, passage.offset - last.offset);
    put_varint(bytes, std::size_t{passage.heading} << 1 | (passage.begins_section ? 1 : 0));
    last = passage;
  }
  put_varint(bytes, ranked.codes.size());
  put_varint(bytes, all.codes.size());
  bytes.append(reinterpret_cast<const char*>(all.codes.data()),
               all.codes.size() * sizeof(TokenCode));
  put_varint(bytes, all.forms.size());
  for (const std::string& form : all.forms) {
    put_varint(bytes, form.size());
    bytes += form;
  }
  put_varint(bytes, all.twins.size());
  std::uint32_t token = 0;
  for (const TwinToken& twin : all.twins) {
    put_varint(bytes, twin.token - token);
    put_varint(bytes, twin.form);
    token = twin.token;
  }
  return bytes;
}

bool decode_token_stream(std::string_view bytes, TokenStream& stream) {
  stream.passages.clear();
  const auto layout = read_layout(bytes, &stream.passages);
  if (!layout) return false;
  stream.title_end = layout->title_end;
  copy_codes(layout->codes.substr(0, layout->ranked * sizeof(TokenCode)), stream.codes);
  return is_sound(stream);
}

bool decode_all_tokens(std::string_view bytes, AllTokens& all) {
  all.forms.clear();
  all.twins.clear();
  const auto layout = read_layout(bytes, nullptr);
  if (!layout) return false;
  all.title_end = layout->title_end;
  copy_codes(layout->codes, all.codes);
  return take_twins(layout->rest, all);
}

}  // namespace tracuu
