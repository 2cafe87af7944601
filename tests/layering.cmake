# The dependency rule, as a test.  Text flows one way:
#   core/base -> core/text -> core/document -> core/index -> indexer | searcher -> their programs
# so a file may include only from the folders named for it here.  The query language
# (searcher/query) knows text only, so that it can be tested and fuzzed without an index.
set(allow_core/base      "core/base/")
set(allow_core/text      "core/base/|core/text/")
set(allow_core/program   "core/base/|core/text/|core/program/")
set(allow_core/document  "core/base/|core/text/|core/document/")
set(allow_core/index     "core/base/|core/text/|core/document/|core/index/")
set(allow_indexer        "core/|indexer/")
set(allow_searcher       "core/|searcher/")
set(allow_searcher/query "core/base/|core/text/|core/document/|searcher/query/")
set(allow_searcher/server/http "core/base/|core/text/|searcher/server/http/")
set(allow_searcher/server/template "core/base/|core/text/|searcher/server/template/")
set(allow_searcher/dictionary "core/base/|core/text/|core/document/|searcher/dictionary/")

set(bad 0)
foreach(folder IN ITEMS core/base core/text core/program core/document core/index indexer searcher searcher/query
    searcher/dictionary searcher/server/http searcher/server/template)
  file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/${folder}/*.h" "${ROOT}/${folder}/*.cc")
  foreach(file IN LISTS files)
    file(STRINGS "${ROOT}/${file}" includes REGEX "^#include \"")
    foreach(line IN LISTS includes)
      if(NOT line MATCHES "^#include \"(${allow_${folder}})")
        message("${file}: ${line}: not allowed in ${folder}/")
        math(EXPR bad "${bad} + 1")
      endif()
    endforeach()
  endforeach()
endforeach()

# Who may see what is decided below all features: searcher/ reads the index through IndexView alone.
file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/searcher/*.h" "${ROOT}/searcher/*.cc")
list(REMOVE_ITEM files searcher/index_view.h searcher/index_view.cc
  searcher/reader_views.h searcher/reader_views.cc)
foreach(file IN LISTS files)
  file(STRINGS "${ROOT}/${file}" lines REGEX "Xapian::(Writable)?Database[^A-Z]|open_index\\(|Xapian::Enquire")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "^ *//")
      message("${file}: ${line}: only searcher/index_view may see the whole database")
      math(EXPR bad "${bad} + 1")
    endif()
  endforeach()
endforeach()
if(bad)
  message(FATAL_ERROR "${bad} line(s) against the rules")
endif()
