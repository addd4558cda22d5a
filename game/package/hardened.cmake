# What Debian asks of its programs (dpkg-buildflags, hardening=+all), and that no path of this build stands in them.
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
include(CheckPIESupported)
check_pie_supported()
target_compile_options(flags INTERFACE -fstack-protector-strong -fstack-clash-protection -Wformat -Werror=format-security
    -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
target_compile_definitions(flags INTERFACE $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_link_options(flags INTERFACE -Wl,-z,relro -Wl,-z,now -Wl,--as-needed)
