#include "core/text/typing/ordinary_words.h"

#include <algorithm>
#include <array>

namespace tracuu::text {
namespace {

// clang-format off
constexpr auto kOrdinaryWords = std::to_array<std::string_view>({
    "air", "airs", "ana", "arcs", "arm", "arts", "aux", "away", "axis", "bar", "bars", "bee",
    "beef", "been", "beer", "bees", "best", "bits", "boo", "boom", "boong", "boost", "boots",
    "boris", "born", "boro", "bow", "box", "burn", "bus", "caps", "car", "cars", "cast", "chair",
    "char", "charm", "chars", "charts", "chef", "chips", "chose", "chosen", "coast", "coats",
    "congo", "core", "corn", "cos", "cost", "cow", "dawn", "days", "deer", "defer", "dense",
    "docs", "does", "door", "dos", "dots", "down", "dust", "esc", "exe", "exo", "gary", "gas",
    "goes", "goong", "guns", "hair", "hamas", "hangs", "hari", "harm", "has", "hee", "her",
    "here", "hermes", "hero", "herpes", "hex", "his", "hits", "homo", "honor", "horn", "hose",
    "host", "how", "imf", "its", "keen", "keeps", "las", "last", "laura", "lax", "lee", "lens",
    "les", "lets", "lex", "lisa", "list", "los", "lose", "lost", "lots", "low", "luis", "lux",
    "major", "manga", "mans", "maps", "mars", "mary", "masan", "max", "maxi", "mist", "mix",
    "momo", "moo", "moon", "more", "most", "motors", "musa", "must", "nest", "nix", "noo", "noon",
    "nor", "norm", "nose", "now", "own", "owns", "pair", "pairs", "params", "paris", "parts",
    "past", "pax", "peer", "per", "pharma", "photos", "pieces", "pisa", "poor", "ports", "pos",
    "pose", "post", "queen", "queens", "queue", "reef", "refer", "refuse", "reset", "rest",
    "reuse", "rex", "roar", "roof", "room", "roots", "rosa", "rose", "row", "rows", "runs",
    "rust", "sars", "see", "seem", "seems", "seen", "sees", "sense", "sets", "sex", "sir", "six",
    "sofa", "songs", "soo", "soon", "soong", "sorts", "sow", "sums", "sys", "taj", "tar", "taro",
    "tax", "taxi", "tee", "teen", "temer", "term", "terms", "test", "texts", "theme", "there",
    "these", "this", "thor", "those", "thus", "tips", "toast", "too", "tops", "tor", "torn",
    "toro", "tow", "town", "trax", "tree", "trees", "trojan", "trust", "turn", "turns", "two",
    "usa", "var", "vary", "vas", "vast", "vest", "virus", "visa", "vow", "war", "wars", "was",
    "wax", "won", "woo", "worn", "worst", "wow", "wrong", "xoong",
});
constexpr auto kCountedNouns = std::to_array<std::string_view>({
    "ban", "bai", "bang", "ca", "cap", "chuong", "co", "cum", "dieu", "do", "doan", "doi", "dot",
    "giai", "hang", "hoi", "ho", "khoa", "khoan", "khoi", "khu", "ki", "kieu", "kim", "ky", "la",
    "lan", "loai", "lop", "mau", "muc", "nam", "ngay", "nhom", "phan", "phim", "phong", "phuong",
    "quan", "quy", "so", "tang", "tap", "tau", "thang", "thu", "tiet", "tin", "to", "top", "trang",
    "tuan", "tuyen", "vong", "vung", "xa",
});
// clang-format on
static_assert(std::ranges::is_sorted(kOrdinaryWords));

}  // namespace

bool is_ordinary_word(std::string_view word) {
  return std::ranges::binary_search(kOrdinaryWords, word);
}

bool is_counted_noun(std::string_view syllable) {
  return std::ranges::find(kCountedNouns, syllable) != kCountedNouns.end();
}

}  // namespace tracuu::text
