#include "indexer/formats/ocr.h"

#include <cstdint>
#include <cstdlib>

#include <dlfcn.h>

namespace tracuu::input {
namespace {

constexpr const char* kTesseract = "libtesseract.so.5";
constexpr const char* kLeptonica = "liblept.so.5";
constexpr const char* kModel = "vie";
constexpr int kSheetOfText = 3;  // tesseract's PSM_AUTO
constexpr int kTiff = 4;         // leptonica's IFF_TIFF and the packings of it behind it
constexpr int kTiffLast = 10;

struct CloseLibrary {
  void operator()(void* library) const { ::dlclose(library); }
};
using LibraryPtr = std::unique_ptr<void, CloseLibrary>;

// Declarations of the C interfaces that are used, as their headers have them.
struct TessBaseAPI;
struct Pix;

template <typename Function>
bool find(void* library, const char* name, Function*& function) {
  function = library ? reinterpret_cast<Function*>(::dlsym(library, name)) : nullptr;
  return function != nullptr;
}

}  // namespace

struct Ocr::Library {
  LibraryPtr leptonica{::dlopen(kLeptonica, RTLD_NOW | RTLD_GLOBAL)};
  LibraryPtr tesseract{::dlopen(kTesseract, RTLD_NOW)};
  TessBaseAPI* engine = nullptr;

  TessBaseAPI* (*create)() = nullptr;
  void (*destroy)(TessBaseAPI*) = nullptr;
  int (*init)(TessBaseAPI*, const char*, const char*) = nullptr;
  void (*set_mode)(TessBaseAPI*, int) = nullptr;
  void (*set_image)(TessBaseAPI*, const unsigned char*, int, int, int, int) = nullptr;
  void (*set_pix)(TessBaseAPI*, Pix*) = nullptr;
  void (*set_resolution)(TessBaseAPI*, int) = nullptr;
  char* (*text)(TessBaseAPI*) = nullptr;
  void (*delete_text)(const char*) = nullptr;
  void (*clear)(TessBaseAPI*) = nullptr;

  Pix* (*read_pix)(const unsigned char*, std::size_t) = nullptr;
  Pix* (*read_tiff)(const unsigned char*, std::size_t, std::size_t*) = nullptr;
  int (*read_header)(const unsigned char*, std::size_t, int*, int*, int*, int*, int*,
                     int*) = nullptr;
  void (*destroy_pix)(Pix**) = nullptr;

  bool load() {
    void* const t = tesseract.get();
    void* const l = leptonica.get();
    return find(t, "TessBaseAPICreate", create) && find(t, "TessBaseAPIDelete", destroy) &&
           find(t, "TessBaseAPIInit3", init) && find(t, "TessBaseAPISetPageSegMode", set_mode) &&
           find(t, "TessBaseAPISetImage", set_image) && find(t, "TessBaseAPISetImage2", set_pix) &&
           find(t, "TessBaseAPISetSourceResolution", set_resolution) &&
           find(t, "TessBaseAPIGetUTF8Text", text) && find(t, "TessDeleteText", delete_text) &&
           find(t, "TessBaseAPIClear", clear) && find(l, "pixReadMem", read_pix) &&
           find(l, "pixReadMemFromMultipageTiff", read_tiff) &&
           find(l, "pixReadHeaderMem", read_header) && find(l, "pixDestroy", destroy_pix);
  }

  std::string recognise() {
    char* const found = text(engine);
    std::string read = found ? found : "";
    if (found) delete_text(found);
    clear(engine);
    return read;
  }
};

Ocr::Ocr() : library_(std::make_unique<Library>()) {
  if (!library_->load()) return;
  library_->engine = library_->create();
  if (library_->init(library_->engine, nullptr, kModel) != 0) {
    library_->destroy(library_->engine);
    library_->engine = nullptr;
    return;
  }
  library_->set_mode(library_->engine, kSheetOfText);
}

Ocr::~Ocr() {
  if (library_->engine) library_->destroy(library_->engine);
}

bool Ocr::is_ready() const {
  return library_->engine != nullptr;
}

std::string Ocr::read(const GrayImage& image, int dots_per_inch) {
  library_->set_image(library_->engine, reinterpret_cast<const unsigned char*>(image.bytes),
                      image.width, image.height, 1, image.stride);
  library_->set_resolution(library_->engine, dots_per_inch);
  return library_->recognise();
}

std::string Ocr::read_file(std::string_view bytes, std::size_t max_pages,
                           const std::function<void()>& busy, std::size_t& pages) {
  const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::string all;
  std::size_t offset = 0;
  int format = 0;
  int width = 0;
  int height = 0;
  int ignored = 0;
  if (library_->read_header(data, bytes.size(), &format, &width, &height, &ignored, &ignored,
                            &ignored) != 0 ||
      std::int64_t{width} * height > kMaxPixels) {
    return {};
  }
  const bool is_tiff = format >= kTiff && format <= kTiffLast;
  for (pages = 0; pages < max_pages; ++pages) {
    busy();
    Pix* picture = is_tiff ? library_->read_tiff(data, bytes.size(), &offset)
                           : library_->read_pix(data, bytes.size());
    if (!picture) break;
    library_->set_pix(library_->engine, picture);
    all += library_->recognise();
    library_->destroy_pix(&picture);
    if (!is_tiff || offset == 0) {
      ++pages;
      break;
    }
  }
  return all;
}

}  // namespace tracuu::input
