#include <array>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/agency.h"
#include "core/document/authority/authority.h"

namespace tracuu {
namespace {

std::string path_text(const AuthorityEntry& entry) {
  std::string text;
  for (const AuthorityNode& node : entry.path()) {
    if (!text.empty()) text += " > ";
    text += node.label;
  }
  return text;
}

std::optional<Date> day(const char* iso) {
  return parse_iso(iso);
}

// Each row is one agency under the spellings that were seen.
const std::vector<std::vector<std::string>> kSameAgency = {
    {"uy ban nhan dan tinh thai nguyen", "Ủy ban nhân dân tỉnh Thái Nguyên",
     "Uỷ ban nhân dân tỉnh Thái Nguyên", "UBND tỉnh Thái Nguyên",
     "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN", "ubnd tinh thai nguyen", "UBND Thái Nguyên"},
    {"bo cong thuong", "Bộ Công Thương", "Bộ công thương", "Bộ Công thương", "BCT-"},
    {"bo giao duc va dao tao", "Bộ Giáo dục và Đào tạo", "Bộ Giáo Dục và Ðào Tạo", "Bộ GD&ĐT",
     "Bộ giáo dục đào tạo"},
    {"bo thong tin va truyen thong", "Bộ TT&TT", "BTTTT", "bộ thông tin và truyền thông"},
    {"bo lao dong thuong binh va xa hoi", "Bộ Lao động - Thương Binh và Xã hội", "Bộ LĐTBXH"},
    {"bo van hoa the thao va du lich", "Bộ Văn hóa - Thể thao và Du lịch",
     "Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hoá, Thể thao và Du lịch"},
    {"thu tuong chinh phu", "Thủ tướng", "Thủ tướng Chính phủ"},
    {"uy ban thuong vu quoc hoi", "Uỷ ban thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội",
     "UBTVQH"},
    {"bo nong nghiep va phat trien nong thon", "Bộ Nông nghiệp phát triển và nông thôn", "BNN"},
    {"toa an nhan dan toi cao", "Toà án nhân dân tối cao", "TAND tối cao"},
    {"quoc hoi", "Quốc Hội", "Quốc hội"},
    {"trung uong hoi cuu chien binh viet nam", "Hội Cựu chiến binh Việt Nam"},
    {"uy ban nhan dan thanh pho ho chi minh", "UBND TP.HCM", "UBND TPHCM", "UBND TP. Hồ Chí Minh"},
    {"tinh uy thai nguyen", "Tỉnh uỷ Thái Nguyên", "BCH Đảng bộ tỉnh Thái Nguyên",
     "Ban Chấp hành Đảng bộ tỉnh Thái Nguyên", "Đảng bộ tỉnh Thái Nguyên"},
    {"thanh uy ha noi", "Thành ủy Hà Nội", "Thành uỷ TP. Hà Nội"},
    {"uy ban nhan dan huyen phu luong tinh thai nguyen", "UBND huyện Phú Lương",
     "UBND huyện Phú Lương, tỉnh Thái Nguyên", "UBND H. Phú Lương"},
    {"cong an quan 1 thanh pho ho chi minh", "Công an Q.1, TP.HCM", "Công an Quận 01"},
    {"uy ban nhan dan cap xa", "Uỷ ban Nhân dân cấp xã, phường, thị trấn", "UBND cấp xã"},
};

TEST(Resolve, SpellingsOfOneAgencyAreOneValue) {
  for (const auto& row : kSameAgency) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (row[i] == "BCT-") continue;  // BCT is Bộ Công Thương and Bộ Chính trị: no guess
      EXPECT_EQ(resolve(row[i]).key, row[0]) << row[i];
    }
    EXPECT_EQ(resolve(row[0]).key, row[0]) << "a key names its agency";
  }
  EXPECT_FALSE(resolve("BCT").is_known);
}

struct PathCase {
  const char* name;
  const char* date;
  const char* province;
  const char* want;
};

const PathCase kPaths[] = {
    // The centre.
    {"Chính phủ", "", "", "Chính phủ"},
    {"Bộ công thương", "2020-01-01", "", "Chính phủ > Bộ Công Thương"},
    {"Văn phòng Quốc hội", "", "", "Quốc hội > Văn phòng Quốc hội"},
    {"Chủ tịch Quốc hội", "", "", "Quốc hội > Chủ tịch Quốc hội"},
    {"Kiểm toán nhà nước", "", "", "Tòa án, Viện kiểm sát, Kiểm toán > Kiểm toán nhà nước"},
    {"Ban Bí thư", "", "", "Đảng > Ban Chấp hành Trung ương Đảng > Ban Bí thư"},
    {"Cục Quân y/Tổng cục Hậu cần - Kỹ thuật", "", "",
     "Chính phủ > Bộ Quốc phòng > Tổng cục Hậu cần - Kỹ thuật > "
     "Cục Quân y/Tổng cục Hậu cần - Kỹ thuật"},
    {"Cục Lãnh sự - Bộ Ngoại giao", "", "",
     "Chính phủ > Bộ Ngoại giao > Cục Lãnh sự - Bộ Ngoại giao"},
    {"Thanh tra Bộ Quốc phòng", "", "", "Chính phủ > Bộ Quốc phòng > Thanh tra Bộ Quốc phòng"},
    // What a name meant at the time.
    {"Bộ Nội vụ", "1990-01-01", "", "Chính phủ > Bộ Nội vụ"},
    {"Bộ Nông nghiệp", "2009-05-11", "", "Chính phủ > Bộ Nông nghiệp và Phát triển nông thôn"},
    {"Bộ Nông nghiệp", "1985-05-11", "", "Chính phủ > Bộ Nông nghiệp"},
    {"Bộ Văn hoá", "2014-12-15", "", "Chính phủ > Bộ Văn hóa, Thể thao và Du lịch"},
    {"Cục Chuyển đổi số quốc gia", "2025-02-28", "",
     "Chính phủ > Bộ Thông tin và Truyền thông > Cục Chuyển đổi số quốc gia"},
    {"Cục Chuyển đổi số quốc gia", "2025-03-01", "",
     "Chính phủ > Bộ Khoa học và Công nghệ > Cục Chuyển đổi số quốc gia"},
    {"UBND thành phố Huế", "2024-12-31", "",
     "Địa phương > tỉnh Thừa Thiên Huế > thành phố Huế > Ủy ban nhân dân thành phố Huế"},
    {"UBND thành phố Huế", "2025-01-01", "",
     "Địa phương > thành phố Huế > Ủy ban nhân dân thành phố Huế"},
    {"HĐND xã Chiềng Mai", "2025-06-30", "Sơn La",
     "Địa phương > tỉnh Sơn La > huyện Mai Sơn > xã Chiềng Mai > "
     "Hội đồng nhân dân xã Chiềng Mai"},
    {"HĐND xã Chiềng Mai", "2025-07-01", "Sơn La",
     "Địa phương > tỉnh Sơn La > xã Chiềng Mai > Hội đồng nhân dân xã Chiềng Mai"},
    {"UBND huyện Phổ Yên", "2010-01-01", "",
     "Địa phương > tỉnh Thái Nguyên > thành phố Phổ Yên > Ủy ban nhân dân huyện Phổ Yên"},
    // Bodies of units.
    {"Sở TT&TT tỉnh Thái Nguyên", "2020-01-01", "",
     "Địa phương > tỉnh Thái Nguyên > Ủy ban nhân dân tỉnh Thái Nguyên > "
     "Sở Thông tin và Truyền thông tỉnh Thái Nguyên"},
    {"Sở Nội vụ", "", "Thái Nguyên",
     "Địa phương > tỉnh Thái Nguyên > Ủy ban nhân dân tỉnh Thái Nguyên > "
     "Sở Nội vụ tỉnh Thái Nguyên"},
    {"Sở Nội vụ", "", "", "Địa phương > Sở Nội vụ"},
    {"Sở Y tế Hà Nội", "", "",
     "Địa phương > thành phố Hà Nội > Ủy ban nhân dân thành phố Hà Nội > "
     "Sở Y tế thành phố Hà Nội"},
    {"PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN PHÚ LƯƠNG", "", "",
     "Địa phương > tỉnh Thái Nguyên > huyện Phú Lương > Ủy ban nhân dân huyện Phú Lương > "
     "Phòng Giáo dục và Đào tạo huyện Phú Lương"},
    {"Chi cục Thủy lợi, Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên", "", "",
     "Địa phương > tỉnh Thái Nguyên > Ủy ban nhân dân tỉnh Thái Nguyên > "
     "Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên > "
     "Chi cục Thủy lợi, Sở Nông nghiệp và Môi trường tỉnh Thái Nguyên"},
    {"VP UBND tỉnh Thái Nguyên", "", "",
     "Địa phương > tỉnh Thái Nguyên > Ủy ban nhân dân tỉnh Thái Nguyên > "
     "Văn phòng Ủy ban nhân dân tỉnh Thái Nguyên"},
    {"Đoàn đại biểu Quốc hội tỉnh Thái Nguyên", "", "",
     "Địa phương > tỉnh Thái Nguyên > Đoàn đại biểu Quốc hội tỉnh Thái Nguyên"},
    {"Cục Thuế tỉnh Thái Nguyên", "2020-01-01", "",
     "Địa phương > tỉnh Thái Nguyên > Cục Thuế tỉnh Thái Nguyên"},
    {"Tòa án nhân dân huyện Phú Lương, tỉnh Thái Nguyên", "", "",
     "Tòa án, Viện kiểm sát, Kiểm toán > Tòa án nhân dân tối cao > "
     "Tòa án nhân dân tỉnh Thái Nguyên > Tòa án nhân dân huyện Phú Lương"},
    {"Hội Nông dân tỉnh Thái Nguyên", "", "",
     "Mặt trận và đoàn thể > Trung ương Hội Nông dân Việt Nam > Hội Nông dân tỉnh Thái Nguyên"},
    {"Huyện ủy Phú Lương", "", "",
     "Đảng > Đảng bộ tỉnh Thái Nguyên > Đảng bộ huyện Phú Lương > Huyện ủy Phú Lương"},
    {"Ban Tuyên giáo Tỉnh ủy Bắc Kạn", "", "",
     "Đảng > Đảng bộ tỉnh Bắc Kạn > Tỉnh ủy Bắc Kạn > Ban Tuyên giáo Tỉnh ủy Bắc Kạn"},
    {"Đảng ủy xã Chiềng Mai", "2025-08-01", "Sơn La",
     "Đảng > Đảng bộ tỉnh Sơn La > Đảng bộ xã Chiềng Mai > Đảng ủy xã Chiềng Mai"},
    // Where no table helps.
    {"ỦY BAN NHÂN DÂN HUYỆN HƯƠNG KHÁNH", "", "tỉnh Sông Lam",
     "Địa phương > tỉnh Sông Lam > huyện Hương Khánh > Ủy ban nhân dân huyện Hương Khánh"},
    {"UBND xã Tân Lĩnh, huyện Văn Trạch, tỉnh Sông Lam", "", "",
     "Địa phương > tỉnh Sông Lam > huyện Văn Trạch > xã Tân Lĩnh > "
     "Ủy ban nhân dân xã Tân Lĩnh"},
    {"UBND huyện Châu Thành", "", "",  // there are ten
     "Địa phương > huyện Châu Thành > Ủy ban nhân dân huyện Châu Thành"},
    {"UBND huyện Châu Thành", "", "Long An",
     "Địa phương > tỉnh Long An > huyện Châu Thành > Ủy ban nhân dân huyện Châu Thành"},
    // A portal of the merged province has the documents of the old ones.
    {"UBND huyện Ba Bể", "2020-01-01", "Thái Nguyên",
     "Địa phương > tỉnh Bắc Kạn > huyện Ba Bể > Ủy ban nhân dân huyện Ba Bể"},
    {"Công ty Cấp nước Sông Lam", "", "Thái Nguyên", "Cơ quan khác > Công ty Cấp nước Sông Lam"},
    {"Trường Đại học Thái Nguyên", "", "", "Cơ quan khác > Trường Đại học Thái Nguyên"},
    // Words that only look like units: hải quan, quân sự, xã hội.
    {"Đội Thủ tục Hải quan cửa khẩu cảng", "", "",
     "Cơ quan khác > Đội Thủ tục Hải quan cửa khẩu cảng"},
    {"Phòng Pháp chế Cảng vụ hàng hải", "", "", "Cơ quan khác > Phòng Pháp chế Cảng vụ hàng hải"},
    {"Ban Chỉ huy quân sự cấp sư đoàn, cấp tỉnh và tương đương", "", "",
     "Cơ quan khác > Ban Chỉ huy quân sự cấp sư đoàn, cấp tỉnh và tương đương"},
    {"Thủ tướng Chính phủ quy định một số chế độ phụ cấp", "", "",
     "Cơ quan khác > Thủ tướng Chính phủ quy định một số chế độ phụ cấp"},
};

TEST(Resolve, EveryAgencyHasItsPlace) {
  for (const PathCase& c : kPaths) {
    EXPECT_EQ(path_text(resolve(c.name, day(c.date), c.province)), c.want)
        << c.name << " " << c.date;
  }
}

TEST(Resolve, TwoAgenciesOfOneNameHaveTwoKeys) {
  EXPECT_EQ(resolve("Bộ Nội vụ", day("1990-01-01")).key, "bo noi vu 1998");
  EXPECT_EQ(resolve("Bộ Nội vụ", day("2010-01-01")).key, "bo noi vu");
  EXPECT_EQ(resolve("Bộ Nội vụ").key, "bo noi vu");
}

TEST(Resolve, AgenciesStayApart) {
  EXPECT_NE(resolve("UBND tỉnh Bắc Kạn", day("2025-07-01")).key,
            resolve("UBND tỉnh Thái Nguyên", day("2025-07-01")).key);
  EXPECT_NE(resolve("Tỉnh ủy Thái Nguyên").key, resolve("UBND tỉnh Thái Nguyên").key);
  EXPECT_NE(resolve("UBND thành phố Thái Nguyên").key, resolve("UBND tỉnh Thái Nguyên").key);
  EXPECT_NE(resolve("Chủ tịch UBND tỉnh Thái Nguyên").key, resolve("UBND tỉnh Thái Nguyên").key);
}

TEST(ResolveProperty, KeysOfTheTableAreThoseOfTheIndex) {
  for (const Agency& agency : agency_names().all()) {
    if (agency.level == "địa phương" || agency.level == "huyện" || agency.level == "sở" ||
        agency.level == "đảng địa phương") {
      continue;
    }
    const AuthorityEntry entry = resolve(agency.name);
    EXPECT_EQ(entry.key, agency_key(agency.name));
    EXPECT_EQ(entry.label, agency.name);
    EXPECT_TRUE(entry.is_known) << agency.name;
    const bool is_top =
        agency.name == "Quốc hội" || agency.name == "Chính phủ" || agency.name == "Chủ tịch nước";
    EXPECT_EQ(entry.ancestors.empty(), is_top) << agency.name;
  }
}

TEST(ResolveProperty, KeysAndLabelsOfThePathsNameTheSameAgencyAgain) {
  for (const PathCase& c : kPaths) {
    const AuthorityEntry entry = resolve(c.name, day(c.date), c.province);
    EXPECT_EQ(resolve(entry.key, day(c.date)).key, entry.key) << c.name;
    // A label has the unit alone: a place of no table is found again only by its key.
    if (std::string_view(c.name).find("huyện Văn Trạch") != std::string_view::npos) continue;
    EXPECT_EQ(resolve(entry.label, day(c.date), c.province).key, entry.key) << c.name;
  }
}

TEST(Resolve, JointDocumentsHaveSeveralAgencies) {
  const auto keys = [](std::string_view names, std::string_view province = {}) {
    std::string all;
    for (const AuthorityEntry& entry : resolve_all(names, {}, province)) all += entry.key + "|";
    return all;
  };
  EXPECT_EQ(keys("Bộ Tư pháp, Bộ Công an và Bộ Y tế"), "bo tu phap|bo cong an|bo y te|");
  EXPECT_EQ(keys("Bộ Y tế, Bộ Y tế"), "bo y te|");
  EXPECT_EQ(keys("Sở Nội vụ - Sở Tài chính tỉnh Thái Nguyên"),
            "so noi vu tinh thai nguyen|so tai chinh tinh thai nguyen|");
  EXPECT_EQ(keys(""), "");
}

TEST(Resolve, HostileNamesAreValuesOfTheirOwn) {
  EXPECT_EQ(resolve("").key, "");
  EXPECT_EQ(resolve(" - ").key, "");
  EXPECT_TRUE(resolve(" - ").path().back().key.empty());
  std::string units;
  while (units.size() < kMaxAuthorityNameBytes - 4) units += "xã ";
  std::string large(1 << 20, 'a');
  for (std::size_t i = 5; i < large.size(); i += 6) large[i] = ' ';
  const std::string agencies[] = {large,
                                  "UBND " + units,
                                  "UBND xã \xff\xc3\xe1\xbb, huyện \xf0",
                                  std::string("B\0 Y", 4),
                                  "Tỉnh ủy",
                                  "Sở",
                                  "tỉnh",
                                  "cấp xã",
                                  "Đảng ủy",
                                  "Liên bộ",
                                  ", và - Bộ",
                                  "Bộ,,,,;;;"};
  for (const std::string& name : agencies) {
    const AuthorityEntry entry = resolve(name, {}, large);
    EXPECT_LE(entry.key.size(), 4 * kMaxAuthorityNameBytes);
    EXPECT_FALSE(resolve_all(name).empty());
    EXPECT_TRUE(predecessors(large).empty());
    EXPECT_FALSE(keys_for_filter(name).empty()) << name.substr(0, 40);
  }
}

TEST(Resolve, ManyThreadsMayAsk) {
  std::array<std::thread, 4> threads;
  for (std::thread& thread : threads) {
    thread = std::thread([] {
      for (const PathCase& c : kPaths) {
        EXPECT_EQ(path_text(resolve(c.name, day(c.date), c.province)), c.want);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace tracuu
