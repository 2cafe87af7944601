// Reads text from pictures: tesseract with its Vietnamese model, where they are installed.
//
//   Ocr ocr;
//   if (ocr.is_ready()) ocr.read({width, height, stride, bytes})     "CỘNG HÒA XÃ HỘI …"
//
// tesseract is loaded at run time, so that a machine without it reads all else. One thread: the
// indexer runs several processes. tesseract and leptonica end in ocr.cc.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tracuu::input {

// Rows of grey points, a byte each.
struct GrayImage {
  int width = 0;
  int height = 0;
  int stride = 0;  // bytes from one row to the next
  const char* bytes = nullptr;
};

class Ocr {
 public:
  // Loads the library and the model: some tenths of a second.
  Ocr();
  ~Ocr();
  Ocr(const Ocr&) = delete;
  Ocr& operator=(const Ocr&) = delete;

  bool is_ready() const;

  // Returns the text; empty where there is none. `dots_per_inch` tells the size of letters.
  std::string read(const GrayImage& image, int dots_per_inch);

  // Reads the pictures in a file of PNG, JPEG or TIFF, each a page, `max_pages` at most; calls
  // `busy` before each. Stops at a picture beyond kMaxPixels or one that cannot be decoded.
  std::string read_file(std::string_view bytes, std::size_t max_pages,
                        const std::function<void()>& busy, std::size_t& pages);

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

// A page of A3 at 600 dots an inch has 70 million.
inline constexpr std::int64_t kMaxPixels = 100'000'000;

}  // namespace tracuu::input
