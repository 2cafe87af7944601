#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/document/authority/authority.h"

namespace tracuu {
namespace {

struct SplitCase {
  const char* name;
  std::vector<std::string> want;
};

const SplitCase kCases[] = {
    {"Bộ Tài chính và Bộ Khoa học và Công nghệ", {"Bộ Tài chính", "Bộ Khoa học và Công nghệ"}},
    {"Bộ Tài chính - Bộ Y tế", {"Bộ Tài chính", "Bộ Y tế"}},
    {"Bộ Tài chính; Bộ Y tế", {"Bộ Tài chính", "Bộ Y tế"}},
    {"BỘ TÀI CHÍNH-BỘ Y TẾ", {"BỘ TÀI CHÍNH-BỘ Y TẾ"}},  // no blanks: one word, as «TT-BYT» is
    {"Bộ Lao động - Thương binh và Xã hội, Bộ Công an và Bộ Văn hóa - Thể thao và Du lịch",
     {"Bộ Lao động - Thương binh và Xã hội", "Bộ Công an", "Bộ Văn hóa - Thể thao và Du lịch"}},
    {"Bộ Bưu chính, Viễn thông, Bộ Ngoại giao và Bộ Công an",
     {"Bộ Bưu chính, Viễn thông", "Bộ Ngoại giao", "Bộ Công an"}},
    {"Bộ Nông nghiệp phát triển và nông thôn, Bộ Kế hoạch và Đầu tư, Bộ Tài chính",
     {"Bộ Nông nghiệp phát triển và nông thôn", "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"}},
    {"Ban Tổ chức - Cán bộ Chính phủ và Ban Thường vụ TW Hội CCBVN",
     {"Ban Tổ chức - Cán bộ Chính phủ", "Ban Thường vụ TW Hội CCBVN"}},
    {"Chính phủ và Ủy ban mặt trận tổ quốc Việt Nam",
     {"Chính phủ", "Ủy ban mặt trận tổ quốc Việt Nam"}},
    {"Viện kiểm sát nhân dân tối cao, Tòa án nhân dân tối cao và Bộ Công an",
     {"Viện kiểm sát nhân dân tối cao", "Tòa án nhân dân tối cao", "Bộ Công an"}},
    {"Bộ Tài chính và Ngân hàng Nhà nước", {"Bộ Tài chính", "Ngân hàng Nhà nước"}},
    {"Vụ Giáo dục Quốc phòng và An ninh - Bộ giáo dục đào tạo, "
     "Cục Dân quân tự vệ thuộc Bộ Tổng Tham mưu",
     {"Vụ Giáo dục Quốc phòng và An ninh - Bộ giáo dục đào tạo",
      "Cục Dân quân tự vệ thuộc Bộ Tổng Tham mưu"}},
    {"Liên bộ Tài chính - Y tế", {"Bộ Tài chính", "Bộ Y tế"}},
    {"Liên Bộ Tài chính - Giáo dục và Đào tạo", {"Bộ Tài chính", "Bộ Giáo dục và Đào tạo"}},
    {"Liên Sở Tài chính - Xây dựng", {"Sở Tài chính", "Sở Xây dựng"}},
    // One agency, whatever stands in its name.
    {"Bộ Văn hóa, Thể thao và Du lịch", {"Bộ Văn hóa, Thể thao và Du lịch"}},
    {"Bộ Lao động - Thương binh và Xã hội", {"Bộ Lao động - Thương binh và Xã hội"}},
    {"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân",
     {"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân"}},
    {"Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn",
     {"Ủy ban Quốc gia Ứng phó sự cố, thiên tai và Tìm kiếm cứu nạn"}},
    {"Cục Lãnh sự - Bộ Ngoại giao", {"Cục Lãnh sự - Bộ Ngoại giao"}},
    {"Cục Quân y/Tổng cục Hậu cần - Kỹ thuật", {"Cục Quân y/Tổng cục Hậu cần - Kỹ thuật"}},
    {"Chi cục Thủy lợi, Sở Nông nghiệp và Môi trường",
     {"Chi cục Thủy lợi, Sở Nông nghiệp và Môi trường"}},
    {"UBND xã Tân Lĩnh, huyện Văn Trạch, tỉnh Sông Lam",
     {"UBND xã Tân Lĩnh, huyện Văn Trạch, tỉnh Sông Lam"}},
    {"Cơ quan, đơn vị từ cấp trung đoàn trở lên", {"Cơ quan, đơn vị từ cấp trung đoàn trở lên"}},
};

TEST(SplitAgencies, JointDocumentsNameSeveral) {
  for (const SplitCase& c : kCases) EXPECT_EQ(split_agencies(c.name), c.want) << c.name;
}

TEST(SplitAgencies, NothingIsNone) {
  EXPECT_TRUE(split_agencies("").empty());
  EXPECT_TRUE(split_agencies(" , ").empty());
}

TEST(SplitAgencies, LongNamesStayOne) {
  std::string name = "Bộ Y tế";
  while (name.size() < 1'000'000) name += ", Bộ Y tế";
  EXPECT_EQ(split_agencies(name).size(), 1U);
}

}  // namespace
}  // namespace tracuu
