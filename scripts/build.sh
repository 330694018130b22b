#!/usr/bin/env bash
# Builds the release page into dist/: static files that run from any folder of
# any host.
set -euo pipefail
here=$(dirname "$0")
bash "$here/setup.sh"
. "$here/tools.sh"
trunk build --release --offline --color never </dev/null
