// The keys of Vietnamese text typed while the input method was off.
//
//   raw_keys(quyết, kTelex): quyeets, quyeest, quyetes, quyetse or quyeste
//   raw_keys(quyết, kVni):   quye6t1, quye61t, quyet61, …
//   raw_keys(QĐ, kTelex):    QDD           no syllable: each key directly behind its letter
//   raw_keys(Google, …):     Google        nothing to mark, nothing to type
//
// The order of keys is drawn from those that input methods accept: a shape key directly behind its
// letter or at the end, a tone key directly behind the vowel or at the end; ươ as uow, uwow or,
// before a consonant, uwo. Source: the project's facts about UniKey (domain/typing.md, sections 1
// and 2).

#pragma once

#include <span>
#include <string>

#include "tests/relevance/ways_letters.h"
#include "tests/relevance/ways_random.h"

namespace tracuu::ways {

enum class Method { kTelex, kVni };

// Returns the keys of one run of letters. A word in capitals is typed in capitals throughout.
std::string raw_keys(std::span<const Letter> run, Method method, Random& random);

}  // namespace tracuu::ways
