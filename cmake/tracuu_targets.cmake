# What every target of the project shares, so that no other CMakeLists.txt
# sets a flag.  Warnings and sanitizers live in one INTERFACE target that is
# linked PRIVATE: a consumer never inherits them.

add_library(tracuu_flags INTERFACE)
target_compile_options(tracuu_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
  $<$<BOOL:${TRACUU_WERROR}>:-Werror>)
if(TRACUU_SANITIZE)
  target_compile_options(tracuu_flags INTERFACE
    -fsanitize=${TRACUU_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(tracuu_flags INTERFACE -fsanitize=${TRACUU_SANITIZE})
endif()

# tracuu_library(text SOURCES … HEADERS … LINK …); with INTERNAL it is linked into our programs only
# and not installed, so that a stranger's program does not need what it needs.
function(tracuu_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "INTERNAL" "" "SOURCES;HEADERS;LINK;LINK_PRIVATE")
  set(kind)
  if(arg_INTERNAL)
    set(kind STATIC)
  endif()
  add_library(tracuu_${name} ${kind} ${arg_SOURCES})
  add_library(tracuu::${name} ALIAS tracuu_${name})
  target_compile_features(tracuu_${name} PUBLIC cxx_std_20)
  set_target_properties(tracuu_${name} PROPERTIES
    EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
  target_sources(tracuu_${name} PUBLIC FILE_SET HEADERS
    BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${arg_HEADERS})
  target_link_libraries(tracuu_${name}
    PUBLIC ${arg_LINK} PRIVATE ${arg_LINK_PRIVATE} $<BUILD_INTERFACE:tracuu_flags>)
  if(arg_INTERNAL)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY TRACUU_LIBRARIES tracuu_${name})  # for tracuu.pc
  install(TARGETS tracuu_${name} EXPORT tracuuTargets
    LIBRARY  COMPONENT runtime NAMELINK_COMPONENT dev
    ARCHIVE  COMPONENT dev
    FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/tracuu COMPONENT dev)
endfunction()

function(tracuu_program name)      # tracuu_program(tracuu-index SOURCES … LINK …)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} tracuu_flags)
  set_target_properties(${name} PROPERTIES   # one short path, which the scripts print
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
  install(TARGETS ${name} RUNTIME COMPONENT runtime)
endfunction()

# tracuu_embed(target NAME path/to/file): the file's bytes become
# `extern const std::string_view tracuu::data::kNAME`, so that no program looks for its tables at run time.
function(tracuu_embed target symbol file)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cc")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} -DIN=${PROJECT_SOURCE_DIR}/${file} -DOUT=${out} -DSYMBOL=${symbol}
      -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS "${PROJECT_SOURCE_DIR}/${file}" "${PROJECT_SOURCE_DIR}/cmake/embed.cmake" VERBATIM)
  target_sources(tracuu_${target} PRIVATE "${out}")
endfunction()

function(tracuu_test name)         # tracuu_test(text_normalize_test LABELS unit LINK …)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINK;LABELS")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LINK} GTest::gtest_main GTest::gmock tracuu_flags)
  target_compile_definitions(${name} PRIVATE
    TRACUU_TEST_DATA="${PROJECT_SOURCE_DIR}/tests"
    TRACUU_SHARED="${PROJECT_SOURCE_DIR}/../shared")
  if(TRACUU_SANITIZE)
    # A sanitized process takes long to start: all tests of a program are one for CTest.
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 1200)
    return()
  endif()
  gtest_discover_tests(${name} NO_PRETTY_VALUES PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 60)
endfunction()
