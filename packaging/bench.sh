#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures; JSON on standard output.
#   packaging/bench.sh start   from the start of gridhall to a complete map
#   packaging/bench.sh view    panning, zooming, recovery from killed map workers
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

what=${1:-}
case "$what" in start | view) ;; *) die "usage: packaging/bench.sh start|view" ;; esac
shift
install_dependencies
build_preset bench gridhall gridhallctl gridhall-mapd gridhall-bench >&2
bin="$source_dir/build/bench/bin"
city="$source_dir/out/bench-city"
[ -f "$city/city.gpkg" ] || "$bin/gridhallctl" demo-city "$city" --seed 7 >&2
exec "$bin/gridhall-bench" "$what" --city "$city" "$@"
