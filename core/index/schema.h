// The contract on disk: which terms, values and metadata an index holds, and their names.
//
// For «Quyết định 749/QĐ-TTg …» an index document has
//
//   quyết, định …       toned syllables of title and body                       (no prefix)
//   XUquyet             toneless syllables: what decides whether a document is a hit
//   XBquyet dinh        adjacent toneless pairs: most of the ranking
//   XPso thuc           those that weigh nothing, over punctuation («số, thực») and in captions
//   Squyết, XTquyet, XDquyet dinh   the same three of the title alone
//   XKhoi               toneless syllables of captions
//   XCtt&tt             compounds, toneless; numbers by their key (core/document/number.h)
//   XN749/QD-TTG        the document's own number, by its key
//   XR30/2020/ND-CP     a document that this one cites, by its key (core/index/ties.h)
//   XE12/2019/QD-UBND   one whose effect it changes: replaces, amends, repeals …
//   XL…                 a band of its sketch, by which near-copies are found
//   XFtype:quyet dinh   what can be filtered by: field ":" key of the value
//   XA, XG…, XM…        who may see it (core/index/access.h)
//   Qsample/a.txt       the unique id
//   XH/srv/sample/a.txt the file it came from, by its absolute path
//   XJ                  said as often as quyết, XU, XB and XP together, where these are not its
//   terms
//                       but stand in packed lists (core/index/packed_lists.h)
//
// Syllables follow Xapian's conventions (free text unprefixed, S the title, Q the unique id, X…
// ours). Changing anything here means raising kFormatVersion.

#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

namespace tracuu::schema {

// History: 1, the first. 2: text quality and repairs of legacy encodings, in values and records.
// 3: citations, ties of effect, sketches of copies, places, people, topics. 4: streams of tokens.
// 5: records in parts, traits of copies in one value, phrases by tokens instead of positions, who
// may see a document, the file of each as a term, what is remembered of files. 6: records packed
// piece by piece. 7: lists of syllables and pairs that are packed.
inline constexpr int kFormatVersion = 7;

// The oldest that is read and changed as it is: 6 is 7 where nothing is packed.
inline constexpr int kOldestFormatVersion = 6;

// What extraction finds: raised with every change of it, so that documents are written again though
// their files have not changed (content_hash).
inline constexpr int kExtractionVersion = 1;

inline constexpr std::string_view kToneless = "XU";
inline constexpr std::string_view kPair = "XB";
inline constexpr std::string_view kLoosePair = "XP";
inline constexpr std::string_view kTitle = "S";
inline constexpr std::string_view kTitleToneless = "XT";
inline constexpr std::string_view kTitlePair = "XD";
inline constexpr std::string_view kCaption = "XK";
inline constexpr std::string_view kCompound = "XC";
inline constexpr std::string_view kNumber = "XN";
inline constexpr std::string_view kCites = "XR";
inline constexpr std::string_view kChangesEffect = "XE";
inline constexpr std::string_view kSketchBand = "XL";
inline constexpr std::string_view kFilter = "XF";
inline constexpr std::string_view kRestricted = "XA";
inline constexpr std::string_view kAccessGroup = "XG";
inline constexpr std::string_view kAccessClass = "XM";
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kSourceFile = "XH";
inline constexpr std::string_view kPacked = "XJ";

// Value slots. DO NOT CHANGE the numbers: they are on disk.
inline constexpr Xapian::valueno kIdSlot = 0;
inline constexpr Xapian::valueno kContentHashSlot = 1;  // 16 bytes
inline constexpr Xapian::valueno kSourceFileSlot = 2;   // absolute path of the file it came from
inline constexpr Xapian::valueno kDateSlot = 3;         // "20201231"
inline constexpr Xapian::valueno kAgencySlot = 4;       // label, as in the document
inline constexpr Xapian::valueno kTypeSlot = 5;         // label
inline constexpr Xapian::valueno kFolderSlot = 6;       // "sample/van-ban/2021"

inline constexpr Xapian::valueno kQualitySlot = 7;  // sortable_serialise(Document::text_quality)
inline constexpr Xapian::valueno kRepairsSlot = 8;  // "tcvn3,vni": Document::repairs

inline constexpr Xapian::valueno kCopySlot = 9;        // core/document/copies
inline constexpr Xapian::valueno kNumberSlot = 10;     // the number's key: "749/QD-TTG"
inline constexpr Xapian::valueno kTraitsSlot = 11;     // core/document/copies
inline constexpr Xapian::valueno kEffectSlot = 12;     // core/index/ties.h
inline constexpr Xapian::valueno kEffectiveSlot = 13;  // "20210101-20251231", either may be missing
inline constexpr Xapian::valueno kStatusSlot = 14;     // as given
inline constexpr Xapian::valueno kNameSlot = 15;       // the title, at most kMaxTermBytes of it

// Slots of facets that a document may have several values of, one a line, as shown.
inline constexpr Xapian::valueno kSignerSlot = 16;
inline constexpr Xapian::valueno kFieldSlot = 17;
inline constexpr Xapian::valueno kPlaceSlot = 18;
inline constexpr Xapian::valueno kPersonSlot = 19;
inline constexpr Xapian::valueno kKeywordSlot = 20;

inline constexpr Xapian::valueno kStreamSlot = 21;  // core/index/token_stream.h

inline constexpr Xapian::valueno kAccessSlot = 30;  // core/index/access.h

inline constexpr std::string_view kFormatKey = "tracuu.format";
inline constexpr std::string_view kAnalyzerKey = "tracuu.analyzer";
inline constexpr std::string_view kDefaultAccessKey = "tracuu.default_access";  // access.h, own
inline constexpr std::string_view kFileKeys = "tracuu.file.";      // indexer/files/file_table.h
inline constexpr std::string_view kFailedKeys = "tracuu.failed.";  // core/index/failed_files.h

// Fields that can be filtered by, as they stand in kFilter terms and are typed in --filter.
inline constexpr std::string_view kAgencyField = "agency";
inline constexpr std::string_view kTypeField = "type";
inline constexpr std::string_view kYearField = "year";    // "2020"
inline constexpr std::string_view kMonthField = "month";  // "2020-12"
inline constexpr std::string_view kPathField = "path";    // each folder above the file
inline constexpr std::string_view kSignerField = "signer";
inline constexpr std::string_view kSourceField = "source";
inline constexpr std::string_view kKeywordField = "keyword";
inline constexpr std::string_view kStatusField = "status";
inline constexpr std::string_view kFieldField = "field";  // lĩnh vực
inline constexpr std::string_view kPlaceField = "place";
inline constexpr std::string_view kPersonField = "person";

// Xapian refuses terms above 245 bytes, in which a zero byte counts twice.
inline constexpr std::size_t kMaxTermBytes = 240;

// Returns prefix + text. A text that does not fit is cut and marked with a hash of the whole, so
// that different texts stay different terms.
std::string term(std::string_view prefix, std::string_view text);

// Returns the term of two neighbouring toneless forms under kPair or kTitlePair.
std::string pair_term(std::string_view prefix, std::string_view first, std::string_view second);

// Whether a new generation has the list of the term packed: syllables with and without marks, and
// pairs, but for those of titles.
bool is_packable(std::string_view term);

// Returns as much of a text as a value slot keeps: whole characters, at most kMaxTermBytes.
std::string value_text(std::string_view text);

// Returns the filter term of a value's key: filter_term("type", "quyet dinh").
std::string filter_term(std::string_view field, std::string_view key);

}  // namespace tracuu::schema
