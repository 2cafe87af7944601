# Writes a C++ source that holds the bytes of the file IN as tracuu::data::k<SYMBOL>.
file(READ "${IN}" hex HEX)
string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE "${OUT}" "// Made from ${IN} by cmake/embed.cmake.
#include <string_view>
namespace tracuu::data {
namespace {
constexpr char kBytes[] = {
${bytes}
};
}  // namespace
extern const std::string_view k${SYMBOL};
const std::string_view k${SYMBOL}(kBytes, sizeof kBytes);
}  // namespace tracuu::data
")
