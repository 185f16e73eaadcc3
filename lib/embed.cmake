# Puts files into the binary.
#
#   include(lib/embed.cmake)
#   embed(TARGET NAME BASE FILES...)
#
# adds to TARGET a source that defines `std::span<const Embedded> NAME()` in nastavnik::embedded: each file's path
# below BASE and its bytes, in the order of the paths. Declare the function where it is used (base/embedded.h).
# A changed file is embedded anew; glob the FILES with CONFIGURE_DEPENDS so that a new one is seen.

if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS "${LIST}" files)
  set(rows "")
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path "${BASE}" "${file}")
    file(SIZE "${file}" size)
    file(READ "${file}" bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND rows "    {\"${path}\", {\"${bytes}\", ${size}}},\n")
  endforeach()
  file(WRITE "${OUT}" "#include \"base/embedded.h\"\n
namespace nastavnik::embedded {

std::span<const Embedded> ${NAME}();

static constexpr Embedded files[] = {
${rows}};

std::span<const Embedded> ${NAME}() { return files; }

}
")
  return()
endif()

set(NASTAVNIK_EMBED "${CMAKE_CURRENT_LIST_FILE}")

function(embed target name base)
  set(out "${PROJECT_BINARY_DIR}/embedded/${name}.cpp")
  set(list "${PROJECT_BINARY_DIR}/embedded/${name}.list")
  set(files ${ARGN})
  list(SORT files)
  list(LENGTH files count)
  if(count EQUAL 0)
    message(FATAL_ERROR "embed(${target} ${name}): there is nothing to embed in ${base}")
  endif()
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT "${list}" CONTENT "${lines}\n" @ONLY)
  add_custom_command(
    OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DBASE=${base}" "-DLIST=${list}" "-DOUT=${out}" -P "${NASTAVNIK_EMBED}"
    DEPENDS ${files} "${list}" "${NASTAVNIK_EMBED}"
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()
