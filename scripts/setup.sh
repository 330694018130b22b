#!/usr/bin/env bash
# Brings what is missing to build the page, and with the argument `tests` to
# test it. Says what it installs, one line each; says nothing when all is there.
# Needs rustup (or a Rust with the wasm32 target), Node 20 or newer, and npm.
set -euo pipefail
. "$(dirname "$0")/tools.sh"

for needed in cargo node npm; do
  command -v "$needed" >/dev/null 2>&1 || fail "$needed is missing: install Rust (rustup) and Node 20 or newer first."
done
node_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$node_major" -ge 20 ] || fail "Node $(node --version) is too old: install Node 20 or newer."

# Asking rustc for the folder is quicker than asking rustup, and works without it.
target=wasm32-unknown-unknown
if [ ! -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; then
  command -v rustup >/dev/null 2>&1 || fail "Rust has no $target target: install it, or rustup."
  say "Installing: Rust target $target"
  rustup target add "$target"
fi

if ! has_version trunk "$trunk_version"; then
  say "Installing: trunk $trunk_version (once, about 5 minutes) into $trunk_dir"
  # An unoptimised Trunk bundles as fast and compiles in half the time.
  cargo install trunk --version "$trunk_version" --locked --debug --quiet --root "$trunk_dir"
fi

if ! has_version wasm-bindgen "$bindgen_version" || ! has_version wasm-bindgen-test-runner "$bindgen_version"; then
  say "Installing: wasm-bindgen-cli $bindgen_version (once, about 3 minutes) into $bindgen_dir"
  # Without --locked: its lock file may name versions a registry no longer offers.
  cargo install wasm-bindgen-cli --version "$bindgen_version" --no-default-features --quiet --root "$bindgen_dir"
fi

# It has no --version; the folder is named by it.
if [ ! -x "$split_dir/bin/wasm-split-cli" ]; then
  say "Installing: wasm-split-cli $split_version (once, about 1 minute) into $split_dir"
  cargo install wasm_split_cli_support --version "$split_version" --locked --features build-binary --debug --quiet --root "$split_dir"
fi

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "Installing: npm packages (wasm-opt, Playwright, axe) into node_modules"
  npm ci --silent </dev/null
  cp package-lock.json node_modules/.installed-lock
fi

# Trunk runs cargo offline, so the crates come first. Fetches nothing when all are there.
cargo fetch --locked --quiet

[ "${1:-}" = tests ] || exit 0

# Clippy and rustfmt are not part of every Rust installation.
for component in clippy rustfmt; do
  if ! cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1; then
    say "Installing: Rust component $component"
    rustup component add "$component"
  fi
done

missing=()
[ -n "$(find_browser)" ] || missing+=(chromium)
command -v "${CHROMEDRIVER:-chromedriver}" >/dev/null 2>&1 || missing+=(chromium-driver)
if command -v dpkg-query >/dev/null 2>&1 && ! dpkg-query -W fonts-noto-cjk >/dev/null 2>&1; then
  # Without a Chinese font every Chinese picture shows boxes, at other widths.
  missing+=(fonts-noto-cjk)
fi
if [ "${#missing[@]}" -gt 0 ]; then
  if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    say "Installing: Debian packages ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq </dev/null
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
  elif [[ " ${missing[*]} " == *" chromium"* ]]; then
    fail "The browser tests need Chromium (or Chrome) and chromedriver of the same version on PATH." \
      "Install them (Debian: apt-get install ${missing[*]}), then run this again."
  else
    say "No Chinese font found (Debian: fonts-noto-cjk): pictures of the Chinese pages will show boxes."
  fi
fi
