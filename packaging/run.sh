#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From a fresh Debian 12 to the open hall: installs what is missing, builds, makes the demo city if
# it isn't there, and opens the hall on it with patrollers walking. Words behind it go to gridhall:
#   packaging/run.sh            the seat's desk
#   packaging/run.sh --wall     the wall
# Without a display the window is served by VNC on this machine only. Ctrl-C ends everything.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_dependencies
build_preset release gridhall gridhallctl gridhall-mapd gridhall-loopback
bin="$source_dir/build/release/bin"
city="${XDG_DATA_HOME:-$HOME/.local/share}/gridhall/demo"

if [ ! -f "$city/city.gpkg" ]; then
    say "making the demo city in $city"
    mkdir -p "$(dirname "$city")"
    "$bin/gridhallctl" demo-city "$city" --seed 7
fi

simulation=""
hall=""
finish() {
    trap - EXIT INT TERM
    [ -z "$hall" ] || kill "$hall" 2>/dev/null || true
    [ -z "$simulation" ] || kill "$simulation" 2>/dev/null || true
    wait 2>/dev/null || true
}
trap finish EXIT
trap 'finish; exit 130' INT
trap 'finish; exit 143' TERM

"$bin/gridhallctl" simulate --city "$city" >"${city}-simulation.log" 2>&1 &
simulation=$!

words=("$@")
if [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    picture="${city}-screenshot.png"
    port=${GRIDHALL_VNC_PORT:-5900}
    say "there is no display: the window is served by VNC on 127.0.0.1:$port"
    say "writing a screenshot to $picture"
    QT_QPA_PLATFORM=offscreen "$bin/gridhall" --city "$city" --size 1920x1080 "${words[@]}" --screenshot "$picture" ||
        say "the screenshot could not be written"
    say "screenshot: $picture"
    # Qt's VNC platform would listen on every address.
    LD_PRELOAD="$bin/gridhall-loopback.so" QT_QPA_PLATFORM="vnc:port=$port:size=1920x1080" \
        "$bin/gridhall" --city "$city" --size 1920x1080 "${words[@]}" &
else
    "$bin/gridhall" --city "$city" "${words[@]}" &
fi
hall=$!
status=0
wait "$hall" || status=$?
exit "$status"
