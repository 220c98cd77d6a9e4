# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by run.sh, test.sh and bench.sh: brings a Debian 12 machine to the point where GridHall
# builds, then builds it. Sourced, never run.

packaging_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source_dir=$(dirname "$packaging_dir")
dependency_list="$packaging_dir/dependencies/debian-12.txt"
backports_suite=bookworm-backports

say() { printf 'gridhall: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

listed_packages() { # listed_packages [main|backports]
    awk -v suite="${1:-}" '!/^#/ && NF >= 2 && (suite == "" || $2 == suite) { print $1 }' "$dependency_list"
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$1" 2>/dev/null)" = "ii " ]
}

qgis_is_new_enough() {
    dpkg --compare-versions "$(dpkg-query -W -f '${Version}' libqgis-dev 2>/dev/null || echo 0)" ge 3.40
}

missing_packages() {
    local package
    for package in $(listed_packages); do
        is_installed "$package" || echo "$package"
    done
    if is_installed libqgis-dev && ! qgis_is_new_enough; then echo libqgis-dev; fi
}

# Enables backports at the mirror from which this machine gets Debian's main suite.
enable_backports() {
    if [ -n "$(apt-cache madison libqgis-dev 2>/dev/null | grep "$backports_suite")" ]; then return 0; fi
    local mirror list=/etc/apt/sources.list.d/gridhall-backports.sources keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk '$2 == "bookworm" && $3 == "main" { print $1; exit }')
    [ -n "$mirror" ] || die "no source for Debian 12 (bookworm, main) is set up in /etc/apt: add one, then start again"
    say "enabling $backports_suite at this machine's mirror ($list)"
    {
        echo "Types: deb"
        echo "URIs: $mirror"
        echo "Suites: $backports_suite"
        echo "Components: main"
        [ ! -e "$keyring" ] || echo "Signed-By: $keyring"
    } | as_root tee "$list" >/dev/null
    if ! as_root apt-get update -qq || [ -z "$(apt-cache madison libqgis-dev | grep "$backports_suite")" ]; then
        as_root rm -f "$list"
        as_root apt-get update -qq || true
        die "this machine's mirror has no $backports_suite, where QGIS 3.40 comes from: name a mirror that has it in /etc/apt"
    fi
}

install_dependencies() {
    local id="" version=""
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && echo "${ID:-}")
        version=$(. /etc/os-release && echo "${VERSION_ID:-}")
    fi
    if [ "$id" != debian ] || [ "$version" != 12 ]; then
        say "this is not Debian 12 but ${id:-unknown} ${version:-}: nothing was installed."
        say "Install what these Debian packages provide, then configure with cmake --preset release:"
        awk '!/^#/ && NF >= 3 { p = $1; s = $2; $1 = $2 = ""; printf "  %-26s%s%s\n", p, $0, s == "backports" ? " (QGIS 3.40 or newer)" : "" }' "$dependency_list" >&2
        exit 1
    fi

    local missing
    missing=$(missing_packages | sort -u)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "these packages are missing, and installing them takes root or sudo:"
        printf '  %s\n' $missing >&2
        exit 1
    fi

    say "installing: $(echo $missing)"
    as_root apt-get update -qq || die "apt-get update failed: is the mirror reachable?"
    enable_backports
    local main_packages backports_packages
    main_packages=$(comm -12 <(echo "$missing") <(listed_packages main | sort -u))
    backports_packages=$(comm -12 <(echo "$missing") <(listed_packages backports | sort -u))
    # A rehearsal of both first, so that a package that cannot be had leaves the machine as it was.
    # What backports needs from backports comes along only when that suite is the target.
    apt_install -s $main_packages $backports_packages -t "$backports_suite" >/dev/null
    [ -z "$main_packages" ] || apt_install -y $main_packages
    [ -z "$backports_packages" ] || apt_install -y -t "$backports_suite" $backports_packages
}

apt_install() {
    local log
    log=$(mktemp)
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >"$log" 2>&1; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        die "these packages cannot be installed; apt's words are above"
    fi
    rm -f "$log"
}

# build PRESET [TARGET…]
build_preset() {
    local preset=$1
    shift
    cd "$source_dir" || exit 1
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset" >"/tmp/gridhall-configure.$$" 2>&1 ||
            { tail -n 25 "/tmp/gridhall-configure.$$" >&2; rm -f "/tmp/gridhall-configure.$$"; die "configuring failed"; }
        rm -f "/tmp/gridhall-configure.$$"
    fi
    cmake --build "build/$preset" -- "$@" || die "building failed"
}
