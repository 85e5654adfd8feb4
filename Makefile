# `make run` does the main job on a sample office; `make test` runs every check and test. Both first set up what they
# need. The rest is for those who work on the code. Finished steps are stamped, so that a second run is quick.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help run setup test-tools test check format docs bench bench-tools growth fuzz mutants lock clean

PYTHON_BIN := .venv/bin/python
RUN_STAMP := .venv/.installed-run
DEV_STAMP := .venv/.installed-dev
MUTANTS_STAMP := .venv-mutants/.installed
BENCH_STAMP := .venv-bench/.installed
NPM_STAMP := tests/js/node_modules/.installed

# What each of the jobs runs; `make run MAIN_JOB="-m scheduler.cli up"` is another one.
MAIN_JOB ?= -m scheduler.demo
BENCHMARKS ?=
GROWTH ?= usual
TESTS ?= tests
WORKERS ?= 2
FUZZ_EXAMPLES ?= 20000
FUZZ_SECONDS ?= 300
FUZZ_TARGETS ?= phrases text mail kinds calendars hooks docx odt xlsx pdf html rtf doc
MUTANTS ?=
UPGRADE ?= --upgrade

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(RUN_STAMP)  ## set up, and do the main job on a sample office
	@$(PYTHON_BIN) $(MAIN_JOB)

test: check test-tools  ## set up, run all checks, then the whole test suite
	@$(PYTHON_BIN) -m pytest -n $(WORKERS) $(TESTS)

check: $(DEV_STAMP)  ## form, lint, types, import contracts, dependencies
	@scripts/check.sh

setup: $(DEV_STAMP)  ## make .venv with everything that running, checks and tests need

test-tools: $(DEV_STAMP)  ## install the programs that the tests talk to (Debian's packages, as root; npm's)
	@scripts/test-tools.sh
	@$(MAKE) --no-print-directory $(NPM_STAMP)

format: $(DEV_STAMP)  ## lay out the code and mend what the linter can
	@$(PYTHON_BIN) -m ruff check --fix-only --quiet .
	@$(PYTHON_BIN) -m ruff format .

docs: $(DEV_STAMP)  ## write docs/commands.md and the manual page anew, from the program itself
	@$(PYTHON_BIN) scripts/reference.py

bench: bench-tools  ## measure and compare with others' programs, in ten minutes (BENCHMARKS="NAME ...": only these)
	@.venv-bench/bin/python -m benchmarks $(BENCHMARKS)

growth: bench-tools  ## time against the amount of data (GROWTH=full: up to a million, in half an hour)
	@.venv-bench/bin/python -m benchmarks.growth --scale $(GROWTH) --plot docs/growth-$(GROWTH).svg

bench-tools: $(BENCH_STAMP)  ## install the programs that `make bench` compares with
	@scripts/test-tools.sh initdb tesseract libical node npm
	@$(MAKE) --no-print-directory $(NPM_STAMP)

fuzz: $(DEV_STAMP)  ## run the property tests for long (FUZZ_EXAMPLES each), then search each format (FUZZ_SECONDS)
	@SCHED_FUZZ_EXAMPLES=$(FUZZ_EXAMPLES) $(PYTHON_BIN) -m pytest -n $(WORKERS) -m hypothesis \
		--hypothesis-profile=fuzz --timeout=0 $(TESTS)
	@for target in $(FUZZ_TARGETS); do \
		echo "Looking for bytes that $$target cannot stand, for $(FUZZ_SECONDS) s"; \
		$(PYTHON_BIN) tests/support/fuzz_search.py $$target -max_total_time=$(FUZZ_SECONDS) -timeout=30 \
			-rss_limit_mb=2048 2>&1 | sed '/^INFO\|^WARNING/d'; \
	done

mutants: $(MUTANTS_STAMP)  ## whether the tests of the core notice that a line of it says something else
	@.venv-mutants/bin/python scripts/mutants.py $(MUTANTS) $(addprefix --sample ,$(SAMPLE))

lock: $(DEV_STAMP)  ## write requirements/ and the npm lock anew, with the newest versions that fit (UPGRADE= keeps)
	@scripts/lock.sh $(UPGRADE)

clean:  ## remove what these commands made; the calendar of `make run` stays
	rm -rf .venv .venv-bench .venv-mutants tests/js/node_modules build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find calendars scheduler tests benchmarks scripts -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

$(RUN_STAMP): requirements/run.txt pyproject.toml scripts/setup.sh
	@echo "Setting up .venv for running ..." >&2
	@scripts/setup.sh run
	@touch $@

$(DEV_STAMP): requirements/dev.txt pyproject.toml scripts/setup.sh
	@echo "Setting up .venv for development ..." >&2
	@scripts/setup.sh dev
	@touch $@ $(RUN_STAMP)

$(BENCH_STAMP): requirements/bench.txt pyproject.toml scripts/setup.sh
	@echo "Setting up .venv-bench for measuring ..." >&2
	@scripts/setup.sh bench
	@touch $@

$(MUTANTS_STAMP): requirements/mutants.txt pyproject.toml scripts/setup.sh
	@echo "Setting up .venv-mutants ..." >&2
	@scripts/setup.sh mutants
	@touch $@

$(NPM_STAMP): tests/js/package.json tests/js/package-lock.json
	@npm --prefix tests/js ci --no-progress --loglevel=error
	@touch $@
