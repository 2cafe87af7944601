// What --help of tracuu-index says of each option, and what a refused command line is told.

#pragma once

#include "core/base/language.h"

namespace tracuu::option_texts {

inline constexpr Bilingual kDescription{
    "Lập chỉ mục văn bản: tệp và thư mục (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, HTML, "
    "JSON, .txt…).",
    "Indexes documents: files and folders (PDF, Word, Excel, PowerPoint, OpenDocument, RTF, HTML, "
    "JSON, .txt …)."};
inline constexpr Bilingual kIndex{"thư mục chỉ mục; được tạo nếu chưa có",
                                  "the index directory; made when it is absent"};
inline constexpr Bilingual kConfig{
    "đọc nguồn và thiết đặt từ tệp TOML (mẫu: share/tracuu/index.toml)",
    "read sources and settings from a TOML file (see "
    "share/tracuu/index.toml)"};
inline constexpr Bilingual kPathsOrConfig{"không dùng PATH cùng với --config",
                                          "no PATH beside --config"};
inline constexpr Bilingual kPaths{"tệp và thư mục cần đọc", "files and folders to read"};
inline constexpr Bilingual kDeleteMissing{
    "xóa khỏi chỉ mục văn bản thuộc các đường dẫn này mà nay không còn",
    "delete documents below these paths that are there no more"};
inline constexpr Bilingual kAllowSecret{
    "nhận cả văn bản có dấu Mật, Tối mật, Tuyệt mật (mặc định: từ chối)",
    "take documents that are marked secret as well (default: refuse them)"};
inline constexpr Bilingual kRebuild{
    "lập lại từ đầu bên cạnh chỉ mục đang dùng, rồi thay thế; chỉ gồm các đường dẫn này",
    "build anew beside the index in use, then replace it; of these paths alone"};
inline constexpr Bilingual kKeep{"số chỉ mục cũ được giữ để --rollback, 0 … 16 (mặc định 1)",
                                 "earlier indexes kept for --rollback, 0 … 16 (default 1)"};
inline constexpr Bilingual kMaxDelete{
    "không xóa gì khi quá bấy nhiêu phần trăm văn bản biến mất (mặc định 50; 100: xóa hết)",
    "delete nothing when more than this share of documents is gone (default 50; 100: delete all)"};
inline constexpr Bilingual kRetryFailed{
    "đọc lại cả những tệp lần trước bị lỗi dù chúng không thay đổi",
    "read files that failed before, though they have not changed"};
inline constexpr Bilingual kSettle{
    "tệp được ghi trong vòng bấy nhiêu giây thì để lần chạy sau (mặc định 0)",
    "files written to within this many seconds wait for the next run (default 0)"};
inline constexpr Bilingual kWait{
    "đợi chương trình khác đang ghi chỉ mục, tối đa bấy nhiêu giây",
    "wait for another program that writes to the index, seconds at most"};
inline constexpr Bilingual kWatch{
    "chạy mãi: đọc ngay tệp nào vừa thêm, sửa, xóa, và định kỳ so lại toàn bộ",
    "go on running: read files as they are added, changed, deleted; compare all now and then"};
inline constexpr Bilingual kCompare{
    "--watch: so lại toàn bộ sau mỗi bấy nhiêu phút (mặc định 60)",
    "--watch: compare all files every so many minutes (default 60)"};
inline constexpr Bilingual kInclude{
    "chỉ đọc tệp có tên (hay đường dẫn, nếu mẫu có '/') khớp mẫu này; lặp lại được",
    "read only files whose name (or path, where it has a '/') matches; repeatable"};
inline constexpr Bilingual kExclude{"không đọc tệp, thư mục khớp mẫu này; lặp lại được",
                                    "leave out files and folders that match; repeatable"};
inline constexpr Bilingual kMaxFile{"không đọc tệp lớn hơn bấy nhiêu MiB",
                                    "leave out files larger than this"};
inline constexpr Bilingual kWithPaths{"chỉ dùng với PATH; với --config hãy ghi trong tệp",
                                      "goes with PATH; with --config it stands in the file"};
inline constexpr Bilingual kDryRun{"chỉ cho biết sẽ làm gì, không ghi",
                                   "say what would be done, write nothing"};
inline constexpr Bilingual kIdFrom{
    "mã văn bản lấy từ đâu (mặc định: trường id của bản ghi JSON, đường dẫn của tệp khác)",
    "where ids come from (default: the id field of JSON records, the path of other files)"};
inline constexpr Bilingual kAccess{
    "nhóm được xem các văn bản này (lặp lại được, hoặc cách nhau bằng dấu phẩy); '*' mọi người, "
    "'!' chỉ người quản trị",
    "a group that may see these documents (repeatable, or between commas); '*' everyone, '!' "
    "administrators only"};
inline constexpr Bilingual kDefaultAccess{
    "ai được xem văn bản mà không quy tắc nào nói đến; chỉ mục nhớ điều này",
    "who may see documents that no rule is about; the index remembers it"};
inline constexpr Bilingual kUpdateAccess{
    "chỉ áp dụng lại quy tắc ai được xem cho các đường dẫn này, không đọc văn bản",
    "only apply the rules of who may see what to these paths, read no document"};
inline constexpr Bilingual kJson{"in báo cáo dạng JSON", "print the report as JSON"};
inline constexpr Bilingual kJobs{"số luồng khi lập chỉ mục lần đầu (mặc định: số lõi của máy)",
                                 "threads of a first build (default: the machine's cores)"};
inline constexpr Bilingual kReport{
    "liệt kê văn bản có chất lượng chữ thấp trong chỉ mục, không đọc tệp",
    "list documents of the index whose text reads badly, read no files"};
inline constexpr Bilingual kStats{"cho biết chỉ mục có gì và lớn chừng nào",
                                  "say what the index holds and how large it is"};
inline constexpr Bilingual kCheck{"kiểm tra toàn bộ chỉ mục (trạng thái thoát 2: bị hỏng)",
                                  "check the whole index (exit status 2: it is damaged)"};
inline constexpr Bilingual kRepair{
    "lập lại chỉ mục từ văn bản lưu trong đó, không cần tệp gốc; nhận cả định dạng cũ",
    "build the index anew from the documents in it, without their files; takes older formats"};
inline constexpr Bilingual kBackup{
    "sao lưu chỉ mục vào một tệp (tar.zst), vẫn tra cứu được trong khi đó",
    "back the index up to one file (tar.zst), while it is searched"};
inline constexpr Bilingual kRestore{"khôi phục chỉ mục từ bản sao lưu",
                                    "restore the index from a backup"};
inline constexpr Bilingual kUpdateMetadata{
    "sửa thông tin của văn bản theo tệp JSON Lines (mã và các trường cần sửa), không đọc tệp gốc",
    "change fields of documents by a JSON Lines file (id and fields), without reading their files"};
inline constexpr Bilingual kCompact{"nén chỉ mục: bỏ chỗ trống do thay đổi để lại",
                                    "compact the index: drop the room that changes left in it"};
inline constexpr Bilingual kRollBack{"quay lại chỉ mục trước lần --rebuild gần nhất",
                                     "go back to the index before the last --rebuild"};
inline constexpr Bilingual kOneAction{"chỉ một việc mỗi lần chạy", "one action a run"};
inline constexpr Bilingual kLimit{
    "ngưỡng của --report, tỷ lệ âm tiết đúng (mặc định 0.8)",
    "the limit of --report, a share of valid syllables (default 0.8)"};
inline constexpr Bilingual kQuiet{"không hiện tiến độ", "show no progress"};
inline constexpr Bilingual kLogLevel{
    "mức nhật ký: debug, info, warn, error, off (mặc định info)",
    "level of the log: debug, info, warn, error, off (default info)"};
inline constexpr Bilingual kFooter{
    "Trạng thái thoát: 0 xong; 2 không làm được, hay --check thấy chỉ mục hỏng; 3 xong nhưng có "
    "tệp\n"
    "lỗi, văn bản mất, hay quá nhiều văn bản biến mất nên không xóa; 130 đã dừng theo yêu cầu\n"
    "(Ctrl-C: dừng ở lần ghi tới; lần nữa: dừng ngay).\n"
    "Ví dụ: tracuu-index --index /srv/chi-muc /srv/van-ban",
    "Exit status: 0 done; 2 failed, or --check found damage; 3 done, with files that failed,\n"
    "documents that were lost, or too many gone to delete them; 130 stopped as asked (Ctrl-C: at\n"
    "the next commit; once more: at once).\n"
    "Example: tracuu-index --index /srv/index /srv/documents"};
inline constexpr Bilingual kNoPaths{"ít nhất một tệp hay thư mục", "at least one file or folder"};

}  // namespace tracuu::option_texts
