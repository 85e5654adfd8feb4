# `make run` does the main job on a sample office, `make test` runs every check and test; both set up what they
# need first. The rest is for those who work on the code. Each step is stamped, so that a second run is quick.

.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help setup

PYTHON_BIN := .venv/bin/python
RUN_STAMP := .venv/.installed-run
DEV_STAMP := .venv/.installed-dev

help:  ## this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

$(RUN_STAMP): requirements/run.txt pyproject.toml scripts/setup.sh
	@echo "Setting up .venv for running ..." >&2
	@scripts/setup.sh run
	@touch $@

$(DEV_STAMP): requirements/dev.txt pyproject.toml scripts/setup.sh
	@echo "Setting up .venv for development ..." >&2
	@scripts/setup.sh dev
	@touch $@ $(RUN_STAMP)

setup: $(DEV_STAMP)  ## make .venv with everything that running, checks and tests need
