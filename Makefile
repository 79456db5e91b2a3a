# What a person types. Each goal sets up what it needs: git, make and Python 3.11 or later are enough.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
RUN := $(VENV)/bin
#: The first of these that is Python 3.11 or later and can make environments.
PYTHONS := python3.11 python3 python3.12 python3.13 python3.14 python

.PHONY: help demo test check bench clean

help: ## list the goals
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.demo ## read the five seed articles and show what they tell
	@$(RUN)/shanghai-tech read

test: $(VENV)/.test ## run the tests
	$(RUN)/python -m pytest

check: $(VENV)/.dev ## run every check that CI runs
	@VENV='$(abspath $(VENV))' bash .ci/checks

bench: $(VENV)/.bench ## measure import time and reading speed beside others
	$(RUN)/python tests/benchmarks/import_time.py
	$(RUN)/python tests/benchmarks/reading_speed.py
	$(RUN)/python tests/benchmarks/linear_time.py
	$(RUN)/python tests/benchmarks/corpus_time.py
	$(RUN)/python tests/benchmarks/query_time.py

clean: ## remove the environment, what was built and what was cached
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@for python in $(PYTHONS); do \
	    if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        echo "making $(VENV) with $$python"; exec "$$python" -m venv $(VENV); \
	    fi; \
	done; \
	echo "shanghai_tech needs Python 3.11 or later with the modules venv and ensurepip; none of these has them: $(PYTHONS)" >&2; \
	echo "hint: on Debian and Ubuntu, install python3.11 and python3.11-venv" >&2; \
	exit 1

$(VENV)/.demo: $(VENV)/pyvenv.cfg pyproject.toml
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.test $(VENV)/.dev $(VENV)/.bench: $(VENV)/.%: $(VENV)/pyvenv.cfg pyproject.toml
	@$(RUN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	@touch $@ $(VENV)/.demo
