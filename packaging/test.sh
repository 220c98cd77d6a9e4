#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds the release preset with its tests and runs them all, offscreen.
# Words behind it go to ctest:  packaging/test.sh -L unit   packaging/test.sh -R tst_casefile
# GRIDHALL_PRESET=asan runs the same under another preset.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_dependencies
preset=${GRIDHALL_PRESET:-release}
build_preset "$preset"
exec ctest --test-dir "$source_dir/build/$preset" --output-on-failure "$@"
