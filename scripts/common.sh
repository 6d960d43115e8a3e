# Shared by ./run and ./test: what they print, and how they install what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bold=$(tput bold 2>/dev/null || true) plain=$(tput sgr0 2>/dev/null || true)
started=$SECONDS

say() { echo "${bold}==> [$((SECONDS - started)) s] $*${plain}"; }

# What building and running needs, and what testing needs besides (Debian 12 package names).
run_packages="build-essential cmake ninja-build ccache mold pkg-config git ca-certificates nodejs npm
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libboost-container1.81-dev libsoci-dev
  libsqlite3-dev libpq-dev libsodium-dev libcli11-dev libspdlog-dev libfmt-dev libkainjow-mustache-dev
  prometheus-cpp-dev libvalijson-dev libcsv-dev libical-dev libxlsxwriter-dev libarchive-dev zlib1g-dev weasyprint fonts-dejavu-core fonts-noto-core"
test_packages="libgtest-dev libgmock-dev librapidcheck-dev clang-14 clang-format-14 clang-tidy-14
  libclang-rt-14-dev postgresql-15 chromium poppler-utils python3 curl"

# install_packages NAME...: asks apt only for those that are not there.
install_packages() {
  local missing=() name
  for name in "$@"; do
    # nodejs from elsewhere brings its own npm, which Debian's package would clash with.
    case $name in nodejs | npm) command -v "${name/nodejs/node}" >/dev/null && continue ;; esac
    dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q '^install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null
}

# npm_install FOLDER: only if the lock file is newer than what is installed. Not "npm ci": it
# refuses a lock file without the packages that only other platforms use.
npm_install() {
  if [ ! -e "$1/node_modules/.package-lock.json" ] || [ "$1/package-lock.json" -nt "$1/node_modules/.stamp" ]; then
    say "Installing the packages of $1"
    (cd "$1" && npm install --no-save --no-audit --no-fund --loglevel=error)
    touch "$1/node_modules/.stamp"
  fi
}

# The web pages become part of the program; built again only if something in them has changed.
build_web() {
  npm_install web
  local stamp=web/dist/.stamp
  if [ -e $stamp ] && [ -z "$(find web/src web/public web/scripts web/*.* api/openapi.yaml -newer $stamp -print -quit)" ]; then
    return
  fi
  say "Building the web pages"
  (cd web && npm run --silent build)
  touch $stamp
}

# build_program PRESET [TARGET...]: with progress.
build_program() {
  local preset=$1
  shift
  say "Building the program ($preset)"
  cmake --preset "$preset" >/dev/null
  NINJA_STATUS='[%f/%t, %e s] ' cmake --build "build/$preset" ${1:+--target "$@"}
}
