# Sourced by the other scripts: which tools this project uses and where they
# are. Sets PATH and versions; installs nothing.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

trunk_version=0.21.14
# The command-line half of wasm-bindgen must be exactly the library's version.
bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' Cargo.lock)

split_version=0.2.4
tools_dir="${XDG_CACHE_HOME:-$HOME/.cache}/crm-readiness-tools"
trunk_dir="$tools_dir/trunk-$trunk_version"
bindgen_dir="$tools_dir/wasm-bindgen-cli-$bindgen_version"
split_dir="$tools_dir/wasm-split-cli-$split_version"
# npm's wasm-opt stands first: a distribution's older one builds a page that does not start.
export PATH="$PWD/node_modules/.bin:$trunk_dir/bin:$bindgen_dir/bin:$split_dir/bin:$PATH"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Whether `$1 --version` answers with version $2 ("trunk 0.21.14", "wasm-bindgen 0.2.130 (…)").
has_version() {
  local answer
  answer=$("$1" --version 2>/dev/null) || return 1
  [[ " $answer " == *" $2 "* ]]
}

# The first Chromium or Chrome on PATH.
find_browser() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  local mac="/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
  [ -x "$mac" ] && printf '%s\n' "$mac"
}
