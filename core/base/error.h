// The one exception that leaves our libraries.
//
// A caller can do three things with a failure: show it, choose an exit status or an HTTP status by
// it, or retry. So an Error carries a code from a closed list and the arguments of its sentence;
// the sentence itself is made at the edge, in the user's language:
//
//   throw Error(ErrorCode::kIndexMissing, {"/srv/idx"});
//   describe(error, Language::kVietnamese)
//       == "mở chỉ mục '/srv/idx': không có thư mục này; hãy tạo bằng tracuu-index"
//
// What can happen in normal use is not an Error: a query that does not parse, a file that is
// skipped and a document that is absent are values.

#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/language.h"

namespace tracuu {

// The arguments each sentence takes are named behind the code.
enum class ErrorCode {
  kPathMissing,      // path
  kPathUnreadable,   // path, cause
  kIndexMissing,     // index directory
  kNotAnIndex,       // directory, what is wrong with it
  kIndexTooNew,      // index directory, its format, the format of this program
  kIndexTooOld,      // index directory, its format, the format of this program
  kOtherAnalyzer,    // index directory, its analyzer's signature, this program's
  kIndexBusy,        // index directory
  kIndexDamaged,     // index directory, cause
  kNothingKept,      // index directory
  kTooManyGone,      // index directory, documents gone, of how many, percent allowed
  kAccessLost,       // index directory
  kBadBackup,        // file, what is wrong with it
  kBadConfig,        // file, what is wrong and where
  kDiskFull,         // path
  kIo,               // path, cause
  kBadOption,        // option, value, what is accepted
  kOptionMissing,    // option or argument, what it is
  kOptionUnknown,    // argument as typed
  kValueMissing,     // option
  kDocumentMissing,  // document id
  kInternal,         // what was being done, cause
};

class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, std::vector<std::string> arguments);

  // For a cause that is ours to say: it stands for the second argument of the code's sentence and
  // is filled with `arguments` itself. REQUIRES: its text is static.
  Error(ErrorCode code, std::vector<std::string> arguments, const Bilingual& cause);

  ErrorCode code() const noexcept { return code_; }
  const std::vector<std::string>& arguments() const noexcept { return arguments_; }
  const std::optional<Bilingual>& cause() const noexcept { return cause_; }

 private:
  ErrorCode code_;
  std::vector<std::string> arguments_;
  std::optional<Bilingual> cause_;
};

// Returns the error's sentence in `language`: what was being done, to what, and what to do.
// what() is the English one. Arguments are put in as they are: make the result visible with
// text::visible() before it reaches a terminal.
std::string describe(const Error& error, Language language);

}  // namespace tracuu
