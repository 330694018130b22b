# The commands of this project. Each brings what it needs first; see CONTRIBUTING.md.
.PHONY: start build test e2e bench setup clean

start: ## build for development, serve on http://127.0.0.1:8080/, rebuild on change
	@bash scripts/start.sh

build: ## release build into dist/
	@bash scripts/build.sh

test: ## every check: format, lints, native, browser, release build, journeys
	@bash scripts/test.sh

e2e: ## only the journeys, through the dist/ there is
	@bash scripts/setup.sh tests
	@node --test --test-reporter=spec --test-concurrency=2 tests/e2e/*.test.mjs

bench: ## speed of the goal check; weight and speed of the first load beside a peer
	@bash scripts/bench.sh

setup: ## only install what is missing
	@bash scripts/setup.sh tests

clean:
	@rm -rf dist target test-results
