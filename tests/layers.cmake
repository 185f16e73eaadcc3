# Holds the shape of the code:  cmake -DROOT=<sources> -P layers.cmake
# An include of lib points only to the modules named here; each library has its one door; lib asks neither the clock
# nor the environment; files stay short and folders have a meaning.
cmake_minimum_required(VERSION 3.25)

set(base_may base)
set(source_may base source)
set(edit_may base source edit)
set(disk_may base disk)
set(model_may base source model)
set(page_may base source page)
set(rules_may base source model rules)
set(findings_may base source model rules findings)
set(handbook_may base source model rules handbook)
set(reports_may base source model rules page reports)
set(document_may base source model rules page document)
set(acts_may base source model rules acts)
set(history_may base source model disk history)
set(report_may base source model rules report)  # until it is cut up
list(APPEND document_may report)

# Within a module a folder sees its own and what is named here: FOLDER|files of the module it may include.
set(folders
  "lib/model/kinds|model/(kinds/|field|types|ids|type_list)"
  "lib/rules/questions|rules/(questions/|rule|outcome|narrowing|clause)"
  "lib/rules/chapters|rules/(questions/|rule|outcome|narrowing|clause|waiver_rules|editions|fingerprint)")

set(faults "")

function(fault file text)
  string(REPLACE ";" "" text "${text}")
  list(APPEND faults "${file}: ${text}")
  set(faults "${faults}" PARENT_SCOPE)
endfunction()

# Only files with such a path may have a line like that.
function(only_in where line_pattern why)
  if(file MATCHES "${where}")
    return()
  endif()
  file(STRINGS "${ROOT}/${file}" lines ENCODING UTF-8 REGEX "${line_pattern}")
  foreach(line IN LISTS lines)
    fault("${file}" "${why}: ${line}")
  endforeach()
  set(faults "${faults}" PARENT_SCOPE)
endfunction()

# A module of lib sees itself and the modules before it.
function(hold_direction module)
  if(NOT DEFINED ${module}_may)
    fault("${file}" "module ${module} has no line in tests/layers.cmake")
  endif()
  file(STRINGS "${ROOT}/${file}" lines ENCODING UTF-8 REGEX "^ *# *include *\"")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "\"([a-z]+)/" seen "${line}")
    if(NOT CMAKE_MATCH_1 IN_LIST ${module}_may)
      fault("${file}" "${module} may not see this: ${line}")
    endif()
  endforeach()
  set(faults "${faults}" PARENT_SCOPE)
endfunction()

# A folder inside a module has a meaning of its own.
function(hold_folder rule)
  string(REPLACE "|" ";" rule "${rule}")
  list(GET rule 0 folder)
  list(REMOVE_AT rule 0)
  list(JOIN rule "|" may)
  string(REGEX REPLACE "^lib/([a-z]+)/.*" "\\1" module "${folder}")
  if(NOT file MATCHES "^${folder}/")
    return()
  endif()
  file(STRINGS "${ROOT}/${file}" lines ENCODING UTF-8 REGEX "^ *# *include *\"${module}/")
  foreach(line IN LISTS lines)
    if(NOT line MATCHES "\"${may}")
      fault("${file}" "${folder} may not see this: ${line}")
    endif()
  endforeach()
  set(faults "${faults}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/lib/*.h" "${ROOT}/lib/*.cpp" "${ROOT}/cmd/*.h" "${ROOT}/cmd/*.cpp"
  "${ROOT}/tests/*.h" "${ROOT}/tests/*.cpp")
list(FILTER files EXCLUDE REGEX "/node_modules/")
if(NOT files)
  message(FATAL_ERROR "no sources below ${ROOT}")
endif()

foreach(file IN LISTS files)
  only_in("^lib/source/parse\\.cpp$" "#include *[<\"]yaml-cpp/" "yaml-cpp is for lib/source/parse.cpp")
  only_in("^cmd/command_line\\.cpp$" "#include *[<\"]CLI/" "CLI11 is for cmd/command_line.cpp")
  only_in("^lib/(report|page)/package\\.cpp$" "#include *<zip\\.h>" "libzip is for lib/page/package.cpp")
  only_in("^tests/" "#include *[<\"](doctest|rapidcheck)" "a library for tests")
  only_in("^(tests|cmd)/" "system_clock|steady_clock|high_resolution_clock|time\\((nullptr|NULL|0|&)|gettimeofday"
    "the clock is asked in cmd")
  only_in("^(tests|cmd)/" "getenv|setlocale|(^|[^A-Za-z_])environ([^A-Za-z_]|$)" "the environment is asked in cmd")
  only_in("^(tests|cmd)/" "std::(cout|cerr|clog|cin)|random_device" "what a run depends on comes in as an argument")
  only_in("^(tests|cmd|lib/source|lib/history|lib/disk)/" "#include <(fstream|fcntl\\.h)>|filesystem::(exists|is_|status|symlink_|directory_|recursive_|current_|canonical|weakly_|absolute|file_)"
    "files are opened in source")
  only_in("^(tests|cmd|lib/base|lib/source|lib/model)/" "#include \"source/(node|parse)\\.h\"" "YAML nodes end in model")
  only_in("^(tests|cmd|lib/source|lib/model|lib/history)/" "#include \"source/tree\\.h\"" "files are read in model and before it")
  if(file MATCHES "^lib/([a-z]+)/")
    hold_direction(${CMAKE_MATCH_1})
    foreach(rule IN LISTS folders)
      hold_folder("${rule}")
    endforeach()
  endif()
  if(file MATCHES "(^|/)(utils?|common|misc|core|others?)(/|\\.)")
    fault("${file}" "a name that refuses nothing")
  endif()
  file(READ "${ROOT}/${file}" text)
  string(REGEX MATCHALL "\n" ends "${text}")
  list(LENGTH ends count)
  if(count GREATER 600)
    fault("${file}" "${count} lines, more than 600")
  endif()
endforeach()

if(faults)
  list(JOIN faults "\n  " faults)
  message(FATAL_ERROR "the code is out of shape:\n  ${faults}")
endif()
