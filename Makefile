# What a developer does every day. `make help` lists it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup run test test-long test-shared lint format types score confidence bench lock wheel docs screenshots clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(STAMP) ## make .venv with everything, by the lock file

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("tashan needs Python 3.11 or later, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed: install your system's venv package (Debian: python3-venv)"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

run: setup ## read the samples, load the embedded graph, serve it; the address comes last
	@$(BIN)/tashan run

test: setup ## everything in short form, on both stores, in a browser too
	@$(BIN)/python -m tests.run

test-long: setup ## everything in full counts
	@TASHAN_TEST_LONG=1 $(BIN)/python -m tests.run

test-shared: setup ## what needs the folder of real articles beside the project (SHARED=…)
	@SHARED=$(or $(SHARED),../shared) $(BIN)/python -m pytest -c pyproject.toml tests_shared

lint: setup ## ruff, mypy --strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## let ruff rewrite what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: setup ## mypy --strict
	$(BIN)/mypy

score: setup ## how well it reads its own annotated reports, by label and type
	$(BIN)/python -m training.score --set aside

confidence: setup ## learn the confidence of every rule from the annotated reports
	$(BIN)/python -m training.confidence

bench: setup ## the figures that the README quotes
	$(BIN)/python -m bench

lock: ## renew the lock file (names, versions and hashes)
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header \
	  --allow-unsafe --extra develop --output-file requirements.lock pyproject.toml

wheel: setup ## build the wheel
	$(BIN)/python -m build --wheel --no-isolation

docs: setup ## renew what the documentation takes from the code
	$(BIN)/python docs/generate.py

screenshots: setup ## take the pictures of the README
	$(BIN)/python -m tests.browser.screenshots

clean: ## remove what was made
	rm -rf $(VENV) build dist data *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
