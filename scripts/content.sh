#!/usr/bin/env bash
# Trunk's post-build hook: writes the texts, the plan's schema and the samples
# into the folder being staged, and fills the placeholders of its index.html.
# Usage: scripts/content.sh [FOLDER]   (Trunk names the folder in TRUNK_STAGING_DIR)
set -euo pipefail
cd "$(dirname "$0")/.."
out="${1:-${TRUNK_STAGING_DIR:?name the folder to write into}}"

# The build before this hook has let go of cargo's lock. A native debug build:
# seconds, and it shares the dependencies of the native tests.
cargo run --quiet --no-default-features --features content --bin content -- "$out"

if [ "${TRUNK_PROFILE:-release}" = debug ]; then
  node scripts/reload-as-file.mjs "$out"
else
  node scripts/parts/place.mjs "$out"
fi
