# From an empty clone, with nothing but Python 3.11 to 3.15 and make:
#
#     make demo    lints the example articles
#     make test    runs the tests
#
# TESTFLAGS goes to pytest: make test TESTFLAGS='-k quotations -x'
# BENCHFLAGS goes to the benchmarks: make benchmarks BENCHFLAGS='--rounds 1 --peers FOLDER'

BIN = .venv/bin
TESTFLAGS =
BENCHFLAGS =

.PHONY: help run dev demo test test-slow test-all coverage check format docs benchmarks growth clean

help:
	@echo 'make demo       lint the example articles'
	@echo 'make test       run the tests, without the slow ones'
	@echo 'make test-slow  test installation, packaging and the hook; needs a package index'
	@echo 'make test-all   run all tests'
	@echo 'make coverage   run the tests and hold the coverage against its floor'
	@echo 'make check      style, types, layers, hook definitions, generated pages, own README'
	@echo 'make format     format the code'
	@echo 'make docs       write the generated pages, and the output shown in README.md'
	@echo 'make benchmarks  measure the speed beside other tools; 20 minutes on an idle machine'
	@echo 'make growth     measure 100 to 10,000 articles, and compare all ways to come by findings'
	@echo 'make clean      remove .venv and everything built'

run:
	@sh scripts/setup run

dev:
	@sh scripts/setup dev

demo: run
	@sh scripts/demo

test: dev
	$(BIN)/python -m pytest -m 'not slow' $(TESTFLAGS)

test-slow: dev
	$(BIN)/python -m pytest -m slow $(TESTFLAGS)

test-all: dev
	$(BIN)/python -m pytest $(TESTFLAGS)

coverage: dev
	$(BIN)/python -m pytest -m 'not slow' --cov $(TESTFLAGS)

check: dev
	@sh scripts/check

format: dev
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

docs: dev
	$(BIN)/python scripts/generate_docs.py
	$(BIN)/python -m evaluation.accuracy
	$(BIN)/python scripts/readme.py

benchmarks: dev
	$(BIN)/python -m benchmarks.run $(BENCHFLAGS)
	$(BIN)/python -m benchmarks.shares
	$(BIN)/python -m benchmarks.table

growth: dev
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.identical
	$(BIN)/python -m benchmarks.table

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache .coverage
