# The .deb: cpack makes it of what is installed. Its libraries are found by dpkg-shlibdeps.
set(PEEKABOO_MAINTAINER "The Peekaboo authors <peekaboo@example.org>" CACHE STRING "Whose name stands in the package: whoever publishes it")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME peekaboo)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "${PEEKABOO_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "gentle game of hiding and coming back, for babies on a lap")
set(CPACK_PACKAGE_DESCRIPTION "A friend says hello, waves bye-bye, hides behind the curtain, and comes back.
Every time.
.
A small, quiet game for babies of about 6 to 18 months and the grown-up on
whose lap they sit. Away times start at about a second and grow by a step
after calm games only. A parent's own voice and photo can stand in for the
friend's. Nothing leads out of it by accident, there is no network, and
everything that a family records stays in one file on the device.
.
It is made for touch, full screen. A mouse, a keyboard or one big switch do
as well.
.
A system service, peekaboo-kiosk, makes a tablet that plays nothing else. It
needs cage and does nothing until it is enabled.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-sil-andika)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS cage)
set(SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/debian)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${SCRIPTS}/postinst ${SCRIPTS}/prerm ${SCRIPTS}/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
