#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Measures. packaging/bench.sh start   time from start to a complete map, as JSON on standard output.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

what=${1:-}
[ "$what" = start ] || die "usage: packaging/bench.sh start"
shift
install_dependencies
build_preset bench gridhall gridhallctl gridhall-mapd gridhall-bench >&2
bin="$source_dir/build/bench/bin"
city="$source_dir/out/bench-city"
[ -f "$city/city.gpkg" ] || "$bin/gridhallctl" demo-city "$city" --seed 7 >&2
exec "$bin/gridhall-bench" "$what" --city "$city" "$@"
