# Everything about leaving the build tree: CMake package, pkg-config, .deb.
include(CMakePackageConfigHelpers)
set(cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/tracuu")

configure_package_config_file(cmake/tracuuConfig.cmake.in tracuuConfig.cmake
  INSTALL_DESTINATION "${cmake_dir}")
write_basic_package_version_file(tracuuConfigVersion.cmake COMPATIBILITY SameMinorVersion)

# tracuu_library() notes each library behind those it uses; a linker wants the users first.
get_property(pc_libraries GLOBAL PROPERTY TRACUU_LIBRARIES)
list(REVERSE pc_libraries)
list(TRANSFORM pc_libraries PREPEND "-l")
list(JOIN pc_libraries " " pc_libraries)
if(BUILD_SHARED_LIBS)
  set(pc_private ".private")
endif()
# Named from where the .pc lies, so that `cmake --install --prefix` may put it anywhere.
file(RELATIVE_PATH pc_to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
configure_file(cmake/tracuu.pc.in tracuu.pc @ONLY)

install(EXPORT tracuuTargets NAMESPACE tracuu:: DESTINATION "${cmake_dir}" COMPONENT dev)
install(FILES
  "${PROJECT_BINARY_DIR}/tracuuConfig.cmake"
  "${PROJECT_BINARY_DIR}/tracuuConfigVersion.cmake"
  cmake/FindXapianTarget.cmake
  DESTINATION "${cmake_dir}" COMPONENT dev)
install(FILES "${PROJECT_BINARY_DIR}/tracuu.pc"
  DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT dev)
foreach(part IN ITEMS runtime dev)         # Debian's name for a package's licence, in each package
  set(package tracuu)
  if(part STREQUAL "dev")
    set(package libtracuu-dev)
  endif()
  install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}" RENAME copyright
    COMPONENT ${part})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "tracuu developers <dev@example.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME tracuu)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION text)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "tesseract-ocr-vie")   # scans; works without
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libtracuu-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libxapian-dev, libicu-dev, nlohmann-json3-dev, libcli11-dev, \
libspdlog-dev, libxml2-dev, libarchive-dev, libroaring-dev, libxxhash-dev, libzstd-dev, \
pkg-config")
set(CPACK_COMPONENT_DEV_DEPENDS runtime)
include(CPack)
