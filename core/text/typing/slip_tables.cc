#include "core/text/typing/slip_tables.h"

#include <array>

namespace tracuu::text {
namespace {

constexpr std::array<std::u32string_view, 26> kNeighbours{
    U"qwsz",   U"vghn",  U"xdfv", U"ersfxc", U"wrsd", U"rtdgcv", U"tyfhvb", U"yugjbn", U"uojk",
    U"uihknm", U"iojlm", U"opk",  U"njk",    U"bhjm", U"ipkl",   U"ol",     U"wa",     U"etdf",
    U"wedazx", U"ryfg",  U"yihj", U"cfgb",   U"qeas", U"zsdc",   U"tugh",   U"asx"};

// Northern speech merges s x, ch tr, d gi r and l n; southern speech d gi v. f, j, z and w are
// short for Vietnamese letters in chats.
constexpr auto kOnsets = std::to_array<Confusion>({
    {U"s", U"x"},    {U"x", U"s"},    {U"ch", U"tr"}, {U"tr", U"ch"},  {U"d", U"gi"}, {U"d", U"r"},
    {U"d", U"v"},    {U"gi", U"d"},   {U"gi", U"r"},  {U"gi", U"v"},   {U"g", U"d"},  {U"r", U"d"},
    {U"r", U"gi"},   {U"r", U"g"},    {U"v", U"d"},   {U"v", U"gi"},   {U"v", U"qu"}, {U"l", U"n"},
    {U"n", U"l"},    {U"n", U"nh"},   {U"nh", U"n"},  {U"c", U"k"},    {U"c", U"qu"}, {U"k", U"c"},
    {U"k", U"qu"},   {U"q", U"c"},    {U"q", U"k"},   {U"g", U"gh"},   {U"g", U"r"},  {U"gh", U"g"},
    {U"ng", U"ngh"}, {U"ngh", U"ng"}, {U"g", U"ng"},  {U"gh", U"ngh"}, {U"n", U"ng"}, {U"h", U"qu"},
    {U"qu", U"h"},   {U"qu", U"v"},   {U"f", U"ph"},  {U"p", U"ph"},   {U"j", U"gi"}, {U"j", U"ch"},
    {U"z", U"d"},    {U"z", U"gi"},   {U"z", U"r"},   {U"w", U"qu"},   {U"kh", U"k"}, {U"kh", U"h"},
    {U"h", U"kh"},   {U"th", U"t"},   {U"t", U"th"},
});

constexpr auto kRhymes = std::to_array<Confusion>({
    {U"n", U"ng"},     {U"ng", U"n"},   {U"t", U"c"},    {U"c", U"t"},      {U"ch", U"t"},
    {U"t", U"ch"},     {U"nh", U"n"},   {U"n", U"nh"},   {U"ng", U"nh"},    {U"nh", U"ng"},
    {U"c", U"ch"},     {U"ch", U"c"},   {U"p", U"t"},    {U"t", U"p"},      {U"m", U"n"},
    {U"n", U"m"},      {U"i", U"y"},    {U"y", U"i"},    {U"ao", U"au"},    {U"au", U"ao"},
    {U"ai", U"ay"},    {U"ay", U"ai"},  {U"ay", U"ây"},  {U"ây", U"ay"},    {U"iu", U"iêu"},
    {U"iêu", U"iu"},   {U"êu", U"iêu"}, {U"iêu", U"êu"}, {U"iu", U"êu"},    {U"êu", U"iu"},
    {U"ưu", U"ươu"},   {U"ươu", U"ưu"}, {U"iu", U"ưu"},  {U"ưu", U"iu"},    {U"iêu", U"ươu"},
    {U"ươu", U"iêu"},  {U"ui", U"uôi"}, {U"uôi", U"ui"}, {U"ưi", U"ươi"},   {U"ươi", U"ưi"},
    {U"im", U"iêm"},   {U"iêm", U"im"}, {U"ip", U"iêp"}, {U"iêp", U"ip"},   {U"in", U"iên"},
    {U"iên", U"in"},   {U"it", U"iêt"}, {U"iêt", U"it"}, {U"inh", U"ênh"},  {U"ênh", U"inh"},
    {U"um", U"uôm"},   {U"uôm", U"um"}, {U"un", U"uôn"}, {U"ung", U"uông"}, {U"ưng", U"ương"},
    {U"ương", U"ưng"}, {U"ưc", U"ươc"}, {U"ươc", U"ưc"}, {U"oa", U"ua"},    {U"oe", U"ue"},
    {U"oi", U"oai"},   {U"uê", U"oe"},  {U"ue", U"uê"},  {U"ui", U"uy"},
});

}  // namespace

std::u32string_view neighbour_keys(char32_t base) {
  return kNeighbours[base - U'a'];
}

std::span<const Confusion> onset_confusions() {
  return kOnsets;
}

std::span<const Confusion> rhyme_confusions() {
  return kRhymes;
}

}  // namespace tracuu::text
