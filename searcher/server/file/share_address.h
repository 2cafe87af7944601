// Where people of the office find a file: the folder of the server as the share they know.
//
//   shares {"/srv/van-ban" -> "\\may-chu\van-ban"}
//   share_address("/srv/van-ban/2021/qd 749.pdf", shares)    "\\may-chu\van-ban\2021\qd 749.pdf"
//   … with "https://kho.tinh.vn/vb"                "https://kho.tinh.vn/vb/2021/qd%20749.pdf"

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu {

struct Share {
  std::string folder;   // absolute, without a slash at its end
  std::string address;  // begins with \\, file:// or http(s)://; without a slash at its end
};

// Returns the address of the file by the longest folder that it lies in; empty without one.
std::string share_address(const std::string& file, const std::vector<Share>& shares);

// Whether an address may stand in a setting.
bool is_share_address(std::string_view address);

}  // namespace tracuu
