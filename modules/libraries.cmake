# SPDX-License-Identifier: GPL-3.0-or-later
# Every library GridHall stands on, each with the Debian package that provides it.

include_guard(GLOBAL)

# gridhall_need(<find_package arguments> PACKAGE <debian package>): find_package whose failure names the package.
macro(gridhall_need name)
  cmake_parse_arguments(_need "" "PACKAGE" "COMPONENTS" ${ARGN})
  if(_need_COMPONENTS)
    find_package(${name} ${_need_UNPARSED_ARGUMENTS} QUIET COMPONENTS ${_need_COMPONENTS})
  else()
    find_package(${name} ${_need_UNPARSED_ARGUMENTS} QUIET)
  endif()
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "${name} ${_need_COMPONENTS} was not found. On Debian 12 it comes with: ${_need_PACKAGE}. "
                        "packaging/run.sh installs everything that packaging/dependencies/debian-12.txt names.")
  endif()
endmacro()

gridhall_need(Qt6 6.4 COMPONENTS Core Gui Widgets Sql Svg Network Concurrent Test LinguistTools
              PACKAGE "qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools")
gridhall_need(GDAL PACKAGE "libgdal-dev")
gridhall_need(PROJ PACKAGE "libproj-dev")
gridhall_need(GEOS PACKAGE "libgeos-dev")
gridhall_need(SQLite3 PACKAGE "libsqlite3-dev")
gridhall_need(Threads PACKAGE "libc6-dev")

if(GRIDHALL_MAP_WORKER)
  # QGIS 3 in Debian is built on Qt 5; the map worker is a process of its own and takes the Qt that QGIS has.
  gridhall_need(Qt5 5.15 COMPONENTS Core Gui Xml Svg Concurrent Network Sql PACKAGE "qtbase5-dev libqt5svg5-dev")
  find_path(QGIS_INCLUDE_DIR qgsapplication.h PATH_SUFFIXES qgis)
  find_library(QGIS_CORE_LIBRARY qgis_core)
  if(NOT QGIS_INCLUDE_DIR OR NOT QGIS_CORE_LIBRARY)
    message(FATAL_ERROR "The QGIS library was not found. On Debian 12 it comes with: libqgis-dev (from backports).")
  endif()
  file(STRINGS ${QGIS_INCLUDE_DIR}/qgsconfig.h _qgis_version REGEX "define VERSION ")
  string(REGEX MATCH "[0-9]+\\.[0-9]+" QGIS_VERSION "${_qgis_version}")
  if(QGIS_VERSION VERSION_LESS 3.40)
    message(FATAL_ERROR "QGIS ${QGIS_VERSION} is too old: 3.40 or newer is needed (libqgis-dev from Debian 12 backports).")
  endif()
  add_library(gridhall_qgis INTERFACE)
  add_library(QGIS::Core ALIAS gridhall_qgis)
  target_include_directories(gridhall_qgis SYSTEM INTERFACE ${QGIS_INCLUDE_DIR})
  target_link_libraries(gridhall_qgis INTERFACE ${QGIS_CORE_LIBRARY} Qt5::Core Qt5::Gui Qt5::Xml Qt5::Svg
                                                Qt5::Concurrent Qt5::Network Qt5::Sql)
endif()
