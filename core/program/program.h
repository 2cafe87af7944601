// What every program of ours does at its edge: options in two languages, and one place where an
// error becomes a sentence and an exit status.
//
//   int main(int argc, char** argv) {
//     return run_program(argc, argv, [](const Program& program) { …; return kExitFound; });
//   }

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/language.h"

namespace tracuu {

// As grep has them, and one more for indexing.
enum ExitStatus : int {
  kExitFound = 0,
  kExitNothing = 1,
  kExitFailed = 2,
  kExitDoneWithFailures = 3,
};

struct Program {
  Language language = Language::kVietnamese;
  std::vector<std::string> arguments;  // without the program's name
};

// Runs `work` with the language that --lang asks for, else the locale's, and returns its status.
// An Error is written to standard error as "<program>: <sentence>" and gives kExitFailed; so does
// any other exception, and std::terminate() anywhere. A closed pipe is no error. Sets up the log
// (English, standard error).
int run_program(int argc, char** argv, const std::function<int(const Program&)>& work);

}  // namespace tracuu
