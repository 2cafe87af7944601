# Installs the built tree into a scratch prefix, then builds and runs a small
# program against it, through find_package and through pkg-config.
#
#   cmake -DBUILD=build/dev -DSRC=tests/install -DCXX=g++ -DFLAGS=address -P tests/install/run.cmake
set(prefix "${BUILD}/install-test/prefix")
set(work   "${BUILD}/install-test/work")
file(REMOVE_RECURSE "${BUILD}/install-test")

function(step)
  execute_process(COMMAND ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

if(FLAGS)
  set(sanitize "-DCMAKE_CXX_FLAGS=-fsanitize=${FLAGS}")
endif()
step(${CMAKE_COMMAND} --install "${BUILD}" --prefix "${prefix}")
file(GLOB_RECURSE pc "${prefix}/*/tracuu.pc")
cmake_path(GET pc PARENT_PATH pc_dir)
set(ENV{PKG_CONFIG_PATH} "${pc_dir}")
step(${CMAKE_COMMAND} -S "${SRC}" -B "${work}" -G Ninja
     "-DCMAKE_CXX_COMPILER=${CXX}" "-DCMAKE_PREFIX_PATH=${prefix}" ${sanitize})
step(${CMAKE_COMMAND} --build "${work}")
step("${work}/consumer")
step("${work}/consumer_pc")
