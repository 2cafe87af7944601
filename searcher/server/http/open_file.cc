#include "searcher/server/http/open_file.h"

#include <unistd.h>

namespace tracuu::http {

OpenFile::~OpenFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tracuu::http
