# Shows that layers.cmake sees each fault it is there for:  cmake -DROOT=<scratch folder> -P layers_faults.cmake
cmake_minimum_required(VERSION 3.25)

string(REPEAT "// line\n" 601 long)
set(cases
  "lib/base/date.cpp|#include \"model/people.h\"|base may not see this"
  "lib/model/kinds/people.h|#include \"shapes.h\"|model may not see this"
  "lib/rules/chapters/terms.cpp|#include \"source/node.h\"|YAML nodes end in model"
  "lib/rules/chapters/terms.cpp|#include \"source/tree.h\"|files are read in model"
  "lib/rules/chapters/terms.cpp|#include <fstream>|files are opened in source"
  "lib/findings/address.cpp|if (std::filesystem::exists(path)) return|files are opened in source"
  "lib/guess/guess.h|#pragma once|has no line in tests/layers.cmake"
  "lib/rules/silent/rule.cpp|#pragma once|no README.md says"
  "lib/model/kinds/people.h|#include \"model/notions/pairs.h\"|lib/model/kinds may not see this"
  "lib/rules/questions/days.h|#include \"rules/chapters.h\"|lib/rules/questions may not see this"
  "lib/rules/chapters/terms.cpp|#include \"rules/set_aside.h\"|lib/rules/chapters may not see this"
  "lib/model/reader.cpp|#include <yaml-cpp/yaml.h>|yaml-cpp is for"
  "cmd/check.cpp|#include <CLI/CLI.hpp>|CLI11 is for"
  "cmd/check.cpp|#include <doctest/doctest.h>|a library for tests"
  "lib/rules/chapters/records.cpp|auto now = std::chrono::system_clock::now()|the clock is asked in cmd"
  "lib/rules/chapters/records.cpp|long now = std::time(nullptr)|the clock is asked in cmd"
  "lib/base/text.cpp|auto lang = std::getenv(\"LANG\")|the environment is asked in cmd"
  "lib/findings/text.cpp|std::cout << text|comes in as an argument"
  "lib/base/util/text.h|#pragma once|a name that refuses nothing"
  "lib/base/common.h|#pragma once|a name that refuses nothing"
  "lib/base/long.cpp|${long}|more than 600")

function(judge file text)
  file(REMOVE_RECURSE "${ROOT}")
  file(WRITE "${ROOT}/${file}" "${text}\n")
  cmake_path(GET file PARENT_PATH folder)
  if(NOT folder MATCHES "silent")
    file(WRITE "${ROOT}/${folder}/README.md" "what belongs here\n")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${ROOT} -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
    RESULT_VARIABLE status ERROR_VARIABLE said)
  string(REGEX REPLACE "[ \n]+" " " said "${said}")
  set(status ${status} PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

foreach(case IN LISTS cases)
  string(REPLACE "|" ";" case "${case}")
  list(GET case 0 file)
  list(GET case 1 text)
  list(GET case 2 expected)
  judge("${file}" "${text}")
  string(FIND "${said}" "${expected}" place)
  if(status EQUAL 0 OR place EQUAL -1)
    string(SUBSTRING "${text}" 0 80 text)
    message(SEND_ERROR "${file} with «${text}» should be told «${expected}», but was told: ${said}")
  endif()
endforeach()

judge("lib/rules/chapters/terms.cpp" "#include \"model/people.h\"\n#include <vector>\nauto t = parse_time(\"10:00\") + x.time()")
if(NOT status EQUAL 0)
  message(SEND_ERROR "what is in shape was refused: ${said}")
endif()
