# The browser build's libraries, as game/web/libraries makes and caches them.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/libraries)
execute_process(COMMAND ${CMAKE_CURRENT_LIST_DIR}/libraries OUTPUT_VARIABLE MADE OUTPUT_STRIP_TRAILING_WHITESPACE
    COMMAND_ERROR_IS_FATAL ANY)
target_include_directories(libraries SYSTEM INTERFACE ${MADE}/include ${MADE}/include/SDL2)
foreach(NAME SDL2_image SDL2_mixer SDL2_ttf freetype SDL2 sqlite3 yaml ebur128 speexdsp sndfile pixman-1)
    target_link_libraries(libraries INTERFACE ${MADE}/lib/lib${NAME}.a)
endforeach()
# Without USE_SDL=0 emcc takes a port of its own, from the network.
target_compile_options(libraries INTERFACE -sUSE_SDL=0 -Wno-missing-field-initializers) # clang counts named ones too
target_link_options(libraries INTERFACE -sUSE_SDL=0)
