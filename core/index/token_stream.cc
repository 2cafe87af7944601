#include "core/index/token_stream.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/varint.h"
namespace tracuu {
namespace {

static_assert(std::endian::native == std::endian::little, "codes are kept as they lie in memory");

bool take_passages(std::string_view& bytes, std::size_t count, std::vector<PassageStart>& out) {
  PassageStart last;
  for (std::size_t i = 0; i < count; ++i) {
    const auto tokens = take_varint(bytes);
    const auto offset = take_varint(bytes);
    const auto heading = take_varint(bytes);
    if (!tokens || !offset || !heading) return false;
    last.token += *tokens;
    last.offset += *offset;
    last.heading = *heading >> 1;
    last.begins_section = (*heading & 1) != 0;
    out.push_back(last);
  }
  return true;
}

// Whether no place lies behind the codes and none before the one before it.
bool is_sound(const TokenStream& stream) {
  if (stream.title_end > stream.codes.size()) return false;
  std::size_t last = stream.title_end;
  for (const PassageStart& passage : stream.passages) {
    if (passage.token < last || passage.token > stream.codes.size()) return false;
    last = passage.token;
  }
  return true;
}

}  // namespace

std::string encode_token_stream(const TokenStream& stream) {
  std::string bytes;
  bytes.reserve(stream.codes.size() * sizeof(TokenCode) + stream.passages.size() * 6 + 8);
  put_varint(bytes, stream.title_end);
  put_varint(bytes, stream.passages.size());
  PassageStart last;
  for (const PassageStart& passage : stream.passages) {
    put_varint(bytes, passage.token - last.token);
    put_varint(bytes, passage.offset - last.offset);
    put_varint(bytes, std::size_t{passage.heading} << 1 | (passage.begins_section ? 1 : 0));
    last = passage;
  }
  bytes.append(reinterpret_cast<const char*>(stream.codes.data()),
               stream.codes.size() * sizeof(TokenCode));
  return bytes;
}

bool decode_token_stream(std::string_view bytes, TokenStream& stream) {
  stream.codes.clear();
  stream.passages.clear();
  const auto title_end = take_varint(bytes);
  const auto passages = take_varint(bytes);
  if (!title_end || !passages || !take_passages(bytes, *passages, stream.passages)) return false;
  if (bytes.size() % sizeof(TokenCode) != 0) return false;
  stream.title_end = *title_end;
  stream.codes.resize(bytes.size() / sizeof(TokenCode));
  if (!bytes.empty()) std::memcpy(stream.codes.data(), bytes.data(), bytes.size());
  return is_sound(stream);
}

void TokenStreamBuilder::begin(const Outline& outline) {
  stream_.codes.clear();
  stream_.passages.clear();
  stream_.title_end = 0;
  sections_.clear();
  next_section_ = 0;
  heading_end_ = 0;
  section_first_ = 0;
  passage_tokens_ = 0;
  const bool has_articles = std::ranges::any_of(
      outline, [](const OutlineNode& node) { return node.kind == OutlineKind::kArticle; });
  for (const OutlineNode& node : outline) {
    // An annex behind the articles is no part of the last one.
    const bool is_section =
        node.kind == OutlineKind::kAnnex ||
        node.kind == (has_articles ? OutlineKind::kArticle : OutlineKind::kSection);
    if (!is_section) continue;
    sections_.push_back(
        {node.offset, std::max(node.offset, node.heading_offset + node.heading_length)});
  }
}

void TokenStreamBuilder::add_title(const text::Analysis& analysis) {
  for (const text::Token& token : analysis.tokens) {
    if (stream_.codes.size() >= kMaxStreamTokens) break;
    put(analysis, token);
  }
  stream_.title_end = stream_.codes.size();
}

void TokenStreamBuilder::add_body(const text::Analysis& analysis, std::size_t offset) {
  for (const text::Token& token : analysis.tokens) {
    if (stream_.codes.size() >= kMaxStreamTokens) return;
    const std::size_t at = offset + token.begin;
    bool begins_section = false;
    while (next_section_ < sections_.size() && sections_[next_section_].offset <= at) {
      heading_end_ = sections_[next_section_].heading_end;
      begins_section = true;
      ++next_section_;
    }
    if (begins_section || stream_.passages.empty() || passage_tokens_ >= kPassageTokens) {
      begin_passage(at, begins_section);
    }
    put(analysis, token);
    ++passage_tokens_;
    PassageStart& first = stream_.passages[section_first_];
    if (at < heading_end_ && passage_tokens_ <= kMaxHeadingTokens &&
        section_first_ + 1 == stream_.passages.size()) {
      first.heading = static_cast<std::uint32_t>(stream_.codes.size() - first.token);
    }
  }
}

void TokenStreamBuilder::begin_passage(std::size_t offset, bool begins_section) {
  // Passages never share a pair.
  if (!stream_.codes.empty()) stream_.codes.push_back(kBreakCode);
  if (begins_section) section_first_ = stream_.passages.size();
  PassageStart start;
  start.token = static_cast<std::uint32_t>(stream_.codes.size());
  start.offset = static_cast<std::uint32_t>(offset);
  start.begins_section = begins_section;
  stream_.passages.push_back(start);
  passage_tokens_ = 0;
}

void TokenStreamBuilder::put(const text::Analysis& analysis, const text::Token& token) {
  const bool is_apart = !stream_.codes.empty() && stream_.codes.back() != kBreakCode;
  if (!token.follows && is_apart) stream_.codes.push_back(kBreakCode);
  stream_.codes.push_back(code_of(analysis, analysis.word(token)));
}

TokenCode TokenStreamBuilder::code_of(const text::Analysis& analysis, const text::Word& word) {
  const text::Vocabulary& vocabulary = analysis.vocabulary();
  if (epoch_ != vocabulary.epoch()) by_form_.clear();
  epoch_ = vocabulary.epoch();
  if (word.toned >= by_form_.size()) by_form_.resize(vocabulary.form_count(), kBreakCode);
  TokenCode& code = by_form_[word.toned];
  if (code == kBreakCode)
    code = codes_.of(vocabulary.form(word.toned), vocabulary.form(word.toneless));
  return code;
}

}  // namespace tracuu
