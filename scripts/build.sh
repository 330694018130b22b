#!/usr/bin/env bash
# Builds the release page into dist/: static files that run from any folder of
# any host.
set -euo pipefail
here=$(dirname "$0")
bash "$here/setup.sh"
. "$here/tools.sh"
# The program in parts: see scripts/parts. The linker has to keep its notes for that.
export PATH="$PWD/scripts/parts:$PATH"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(sed -n 's/^rustflags = .*"--cfg", "\(.*\)".*/--cfg \1/p' .cargo/config.toml) -C link-arg=--emit-relocs"
trunk build --release --features split --offline --color never </dev/null
