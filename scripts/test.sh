#!/usr/bin/env bash
# Every check, the quick ones first; the first that fails ends it with that
# tool's own last lines. Times nothing: `make bench` does.
set -euo pipefail
here=$(dirname "$0")
bash "$here/setup.sh" tests
. "$here/tools.sh"
exec </dev/null

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
# All of the library and the content step, nothing of the page.
native=(--no-default-features --features content)
wasm=(--target wasm32-unknown-unknown)
# Tests of components and browser APIs: tests/<name>_browser.rs.
browser_tests=()
for file in tests/*_browser.rs; do
  [ -e "$file" ] && browser_tests+=(--test "$(basename "$file" .rs)")
done

step "format"
cargo fmt --all --check

step "clippy, library without the page"
cargo clippy --quiet --locked "${native[@]}" --all-targets -- -D warnings

step "clippy, page in parts as it is released"
cargo clippy --quiet --locked "${wasm[@]}" --features split --lib --bin crm-readiness-app "${browser_tests[@]}" -- -D warnings

step "native tests"
# Every door from outside is tried with so many damaged inputs.
export FUZZ_INPUTS="${FUZZ_INPUTS:-250000}"
# Compiling takes longer, the 250,000 damaged inputs a door far less.
export CARGO_PROFILE_TEST_OPT_LEVEL=1
if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --locked "${native[@]}"
  cargo test --quiet --locked "${native[@]}" --doc
else
  cargo test --quiet --locked "${native[@]}"
fi

unset CARGO_PROFILE_TEST_OPT_LEVEL

if [ "${#browser_tests[@]}" -gt 0 ]; then
  step "tests in a headless browser"
  # cargo test, not nextest: one browser for a whole file instead of one a test.
  # No --quiet: cargo hands it on, and the runner does not know it.
  CHROMEDRIVER=$(command -v "${CHROMEDRIVER:-chromedriver}") \
    WASM_BINDGEN_TEST_TIMEOUT="${WASM_BINDGEN_TEST_TIMEOUT:-120}" \
    cargo test --locked "${wasm[@]}" "${browser_tests[@]}"
fi

step "release build"
bash "$here/build.sh"

step "journeys through the release build"
node --test --test-reporter=spec --test-concurrency=2 tests/e2e/*.test.mjs
