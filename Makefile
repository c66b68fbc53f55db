# Badgefolio. Each target is one script in scripts/; `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test check e2e bench bench-import bench-peers bench-window fuzz screenshots fixtures bindings package

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build Badgefolio and open it (without a display: walk its way in the terminal)
	@scripts/run

test: ## Check and test everything, window and browser included
	@scripts/test

check: ## Look at form, lints, types, borders and licences without running anything
	@scripts/check

e2e: ## Drive the real window under Xvfb
	@scripts/e2e

bench: ## Measure (criterion); figures belong into docs/performance.md
	@scripts/bench

bench-import: ## Measure importing a whole mailbox beside Python, with its peak memory
	@scripts/bench-import

bench-peers: ## Measure verifying beside foreign implementations, in turns on the same files
	@scripts/bench-peers

bench-window: ## Measure the start of the app beside a blank window
	@scripts/bench-window

fuzz: ## Feed made-up bytes to every parser, each for SECONDS=60
	@scripts/fuzz $(or $(SECONDS),60)

screenshots: ## Take the pictures of every view from the real window into docs/screenshots/
	@scripts/screenshots

fixtures: ## Make the sample mails and test badges anew
	@scripts/fixtures

bindings: ## Write the types that cross to the window anew
	@scripts/bindings

package: ## Build the Debian package
	@scripts/package
