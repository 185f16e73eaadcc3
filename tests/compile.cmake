# What must not compile does not, and for the reason meant: the same file compiles with nothing wrong in it.
#   cmake -DCOMPILER=... -DFLAGS=... -DSOURCE=... -DCASES=n -P compile.cmake

separate_arguments(FLAGS)
foreach(case RANGE ${CASES})
  execute_process(COMMAND "${COMPILER}" ${FLAGS} -std=c++20 -fsyntax-only -DCASE=${case} "${SOURCE}"
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE errors)
  if(case EQUAL 0 AND NOT status EQUAL 0)
    message(FATAL_ERROR "case 0 of ${SOURCE} must compile:\n${errors}")
  elseif(case GREATER 0 AND status EQUAL 0)
    message(FATAL_ERROR "case ${case} of ${SOURCE} compiles, and must not")
  endif()
endforeach()
message(STATUS "${CASES} cases are refused")
