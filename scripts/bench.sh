#!/usr/bin/env bash
# Measures how long the goal check takes on a large plan, natively and in the
# page, and the first load of the release build beside a SurveyJS form, in turn
# in one run. Not part of the tests: times on a shared machine decide nothing.
# Arguments go to tests/bench/first-load.mjs.
set -euo pipefail
here=$(dirname "$0")
bash "$here/setup.sh" tests
. "$here/tools.sh"
[ -f dist/index.html ] || bash "$here/build.sh"
if ! cmp -s tests/bench/package-lock.json tests/bench/node_modules/.installed-lock; then
  say "Installing: npm packages of the peer (SurveyJS) into tests/bench/node_modules"
  (cd tests/bench && npm ci --silent </dev/null && cp package-lock.json node_modules/.installed-lock)
fi
cargo run --quiet --release --no-default-features --example goal_check
node tests/bench/typing.mjs
node tests/bench/first-load.mjs "$@"
