#!/usr/bin/env bash
# Builds the page for development and serves it; rebuilds on every change.
set -euo pipefail
here=$(dirname "$0")
bash "$here/setup.sh"
. "$here/tools.sh"
# Trunk's watcher wants every folder it shall ignore to exist.
mkdir -p target
say "Building; then open http://127.0.0.1:8080/  (Ctrl C ends it)"
exec trunk serve --offline --color never </dev/null
