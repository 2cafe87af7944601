#include "core/text/legacy/encodings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include "core/base/error.h"
#include "core/text/legacy/cp1252.h"
#include "core/text/utf8.h"

namespace tracuu::data {

extern const std::string_view kTcvn3Tsv;
extern const std::string_view kVniWinTsv;
extern const std::string_view kVisciiTsv;
extern const std::string_view kVpsTsv;
extern const std::string_view kWindows1258Tsv;

}  // namespace tracuu::data

namespace tracuu::text {
namespace {

constexpr int kHex = 16;

std::uint32_t hex_value(std::string_view digits) {
  std::uint32_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, kHex);
  return value;
}

// "41 C0 \t AÀ \t U+1EA6 …": the bytes, and the character of the column named "unicode".
std::vector<EncodingRow> parse_rows(std::string_view table, std::size_t unicode_column) {
  std::vector<EncodingRow> rows;
  for (bool is_names = true; !table.empty(); is_names = false) {
    std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    if (is_names) continue;
    EncodingRow row;
    for (std::size_t column = 0; column <= unicode_column && !line.empty(); ++column) {
      const std::string_view cell = line.substr(0, line.find('\t'));
      line.remove_prefix(std::min(line.size(), cell.size() + 1));
      if (column == 0) {
        for (std::size_t i = 0; i < cell.size(); i += 3) {
          row.bytes += static_cast<char>(hex_value(cell.substr(i, 2)));
        }
      } else if (column == unicode_column && cell.starts_with("U+")) {
        row.character = hex_value(cell.substr(2));
      }
    }
    if (row.character != 0) rows.push_back(std::move(row));
  }
  return rows;
}

struct Decoder {
  std::vector<EncodingRow> rows;
  std::array<char32_t, 256> single{};
  std::vector<char16_t> pairs;  // by both bytes; empty for encodings of one byte a letter
  bool has_marks = false;       // combining: the text is to be composed
};

std::size_t pair_index(std::string_view two) {
  return static_cast<std::size_t>(static_cast<std::uint8_t>(two[0])) << 8 |
         static_cast<std::uint8_t>(two[1]);
}

// A capital before a mark of the small letters, and the reverse, are typed as well: the letter
// says the case.
void add_other_case(Decoder& decoder) {
  constexpr std::size_t kCaseBit = 0x20;
  for (const EncodingRow& row : decoder.rows) {
    if (row.bytes.size() != 2) continue;
    char16_t& other = decoder.pairs[pair_index(row.bytes) ^ kCaseBit];
    if (other == 0) other = static_cast<char16_t>(row.character);
  }
}

Decoder make_decoder(std::string_view table, std::size_t unicode_column) {
  constexpr std::size_t kPairs = 1u << 16;
  Decoder decoder;
  decoder.rows = parse_rows(table, unicode_column);
  for (std::size_t i = 0; i < decoder.single.size(); ++i) {
    decoder.single[i] = legacy::cp1252_character(static_cast<std::uint8_t>(i));
  }
  for (const EncodingRow& row : decoder.rows) {
    if (row.bytes.size() == 1) {
      decoder.single[static_cast<std::uint8_t>(row.bytes[0])] = row.character;
    } else {
      decoder.pairs.resize(kPairs);
      decoder.pairs[pair_index(row.bytes)] = static_cast<char16_t>(row.character);
    }
    decoder.has_marks |= row.character >= 0x0300 && row.character < 0x0370;
  }
  add_other_case(decoder);
  return decoder;
}

// Nothing for kinds without a table.
const Decoder* decoder_of(RepairKind kind) {
  static const Decoder tcvn3 = make_decoder(data::kTcvn3Tsv, 3);
  static const Decoder vni = make_decoder(data::kVniWinTsv, 2);
  static const Decoder viscii = make_decoder(data::kVisciiTsv, 2);
  static const Decoder vps = make_decoder(data::kVpsTsv, 2);
  static const Decoder windows1258 = make_decoder(data::kWindows1258Tsv, 1);
  switch (kind) {
    case RepairKind::kTcvn3:
      return &tcvn3;
    case RepairKind::kVni:
      return &vni;
    case RepairKind::kViscii:
      return &viscii;
    case RepairKind::kVps:
      return &vps;
    case RepairKind::kWindows1258:
      return &windows1258;
    default:
      return nullptr;
  }
}

std::string compose(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_SUCCESS(status)) {
    nfc->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())), sink,
                       nullptr, status);
  }
  if (U_FAILURE(status)) throw Error(ErrorCode::kInternal, {"compose text", u_errorName(status)});
  return out;
}

std::string decode_table(const Decoder& decoder, std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!decoder.pairs.empty() && i + 1 < bytes.size()) {
      if (const char16_t c = decoder.pairs[pair_index(bytes.substr(i))]; c != 0) {
        append_utf8(text, c);
        ++i;
        continue;
      }
    }
    append_utf8(text, decoder.single[static_cast<std::uint8_t>(bytes[i])]);
  }
  return decoder.has_marks ? compose(text) : text;
}

// à is C3 A0, and A0 alone becomes a plain blank on many ways: a C3 at the end was à.
constexpr char kGraveALead = '\xC3';

std::string decode_utf8(std::string_view bytes) {
  std::string text;
  const bool has_lost_blank = bytes.ends_with(kGraveALead);
  if (has_lost_blank) bytes.remove_suffix(1);
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded d = decode(bytes, i);
    append_utf8(text, d.well_formed
                          ? d.value
                          : legacy::cp1252_character(static_cast<std::uint8_t>(bytes[i])));
    i += d.length;
  }
  if (has_lost_blank) append_utf8(text, U'à');
  return text;
}

}  // namespace

const std::vector<EncodingRow>& encoding_rows(RepairKind kind) {
  static const std::vector<EncodingRow> none;
  const Decoder* decoder = decoder_of(kind);
  return decoder == nullptr ? none : decoder->rows;
}

std::string decode_bytes(RepairKind kind, std::string_view bytes) {
  if (const Decoder* decoder = decoder_of(kind)) return decode_table(*decoder, bytes);
  std::string once = decode_utf8(bytes);
  if (kind == RepairKind::kMojibake) return once;
  const std::optional<std::string> again = legacy::cp1252_bytes(once);
  return again ? decode_utf8(*again) : once;
}

}  // namespace tracuu::text
