# Everything one does here, in one place. `make` alone tells what there is.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup demo test check soak bench screenshots lock clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## */  make \1\t/' | expand -t 22

setup:  ## install everything for working on it, into .venv
	@$(PYTHON) tools/install.py test

demo:  ## an invented city on http://127.0.0.1:8000/ (another port: make demo PORT=8123)
	@$(PYTHON) tools/install.py run
	@$(BIN)/leerkring setup --demo
	@$(BIN)/leerkring serve --demo --with-worker --port $(PORT)

test: setup  ## the checks and every test, on SQLite, PostgreSQL and in a browser
	@$(BIN)/python tools/testing.py

check: setup  ## only what needs no running site: shape, types, floors, rules
	@$(BIN)/python tools/checking.py

soak: setup  ## kill the site and its database again and again while crowds answer; takes minutes
	@$(BIN)/python tools/soak.py
	@$(BIN)/python tools/soak_boards.py

bench:  ## measure what should be fast, beside something known; writes docs/bench.md
	@$(PYTHON) tools/install.py bench
	@$(BIN)/python bench/run.py

screenshots: setup  ## take the README's pictures anew (asks for Chromium)
	@$(BIN)/python tools/screenshots.py

lock: setup  ## choose the newest versions that pyproject.toml allows
	@$(BIN)/python tools/lock.py

clean:  ## remove what can be made again; the demo's data too
	rm -rf .venv var build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
