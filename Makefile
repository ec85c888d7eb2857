# Two commands do everything: `make serve` and `make test`. Both are quick to repeat.

.DEFAULT_GOAL := serve
PYTHON ?= python3
BIN := .venv/bin
TEST_SECRET := SECRET_KEY=for-tests-only-and-never-for-a-public-site-0123456789abcdefghijklm

.PHONY: serve dev test check format pins tables bench clean help

serve: .venv/serves ## run the site on port 8000, as in production
	$(BIN)/python -m cablesite.serve

dev: .venv/serves ## run Django's development server, which reloads edited files
	$(BIN)/python -m cablesite.serve --prepare-only
	DEBUG=true $(BIN)/python manage.py runserver

test: check ## run every check and every test
	$(TEST_SECRET) $(BIN)/python -m pytest -n auto --dist loadfile

check: .venv/tests ## check format, lint, types, layers, templates, migrations, deployment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djade --check $(shell find templates -name '*.html')
	$(BIN)/djlint --lint --quiet templates
	$(TEST_SECRET) $(BIN)/mypy
	$(TEST_SECRET) $(BIN)/lint-imports
	$(TEST_SECRET) $(BIN)/python manage.py makemigrations --check --dry-run
	$(TEST_SECRET) SITE_URL=https://cables.example.org $(BIN)/python manage.py check --deploy --fail-level WARNING
	$(BIN)/hadolint Dockerfile

format: .venv/tests ## format code and templates
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djade $(shell find templates -name '*.html')

bench: .venv/tests .venv/bench/bin/datasette ## measure parsing, loading, searching and pages; options in BENCH
	$(BIN)/python -m tests.bench $(BENCH)

pins: .venv/tests ## compile requirements.txt and tests/requirements.txt from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --extra postgresql --extra archives pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --extra postgresql --extra archives --group test pyproject.toml \
		--output-file tests/requirements.txt

tables: .venv/tests ## regenerate the word lists that a script makes
	$(BIN)/python -m pip install --quiet --disable-pip-version-check names==0.3.0 # the 1990 census
	$(BIN)/python -m cables.names.data.make_tables

clean: ## remove what was installed and built, but keep data/
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/serves: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

# Apart from the tests' packages, which must not depend on its versions.
.venv/bench/bin/datasette: pyproject.toml | .venv/bin/python
	-$(BIN)/python -m venv .venv/bench && \
		.venv/bench/bin/pip install --quiet --disable-pip-version-check --upgrade pip && \
		.venv/bench/bin/pip install --quiet --group bench && touch $@

.venv/tests: tests/requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	touch $@ .venv/serves
