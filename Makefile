# make alone prints help
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help setup report batch test test-lowest test-newest test-charts browser lab notebooks docs bench-extraction bench-batch reproduce faults fuzz fuzz-guided lock clean

help: ## print this help
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## create .venv with the exact versions of requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "parkspread needs Python 3.11 or newer: make PYTHON=/path/to/python3 ..."; exit 2; }
	@rm -rf .venv && $(PYTHON) -m venv .venv || \
	  { echo "python3 cannot make virtual environments here (Debian: apt install python3-venv)"; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

report: $(READY) ## build data/processed and the default reports; open reports/index.html
	$(BIN)/parkspread build
	$(BIN)/parkspread report

batch: $(READY) ## make every province's reports in reports-all; open reports-all/index.html
	$(BIN)/parkspread build
	$(BIN)/parkspread report --config reports-all.yaml --out reports-all

# A test that hangs is named and ended, with what each of its threads is at.
UNHUNG := --max-worker-restart 0 -o faulthandler_timeout=420 -o faulthandler_exit_on_timeout=true

test: $(READY) ## run all checks: lint, types, tests, notebooks
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile --nbval-lax --nbval-cell-timeout 120 $(UNHUNG) tests src notebooks

browser: ## install Debian's Chromium, with which tests look at the pages
	@command -v chromium || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }

FAST := $(addprefix tests/test_,measures*.py tables*.py processing*.py language.py charts*.py \
  reference.py storage.py extraction*.py claims.py reporting_engine.py)

test-lowest: ## run the fast tests with the lowest versions that pyproject.toml allows (needs uv)
	uv venv --quiet --clear --python $(PYTHON) .venv-lowest
	uv pip install --quiet --no-config --python .venv-lowest --resolution lowest-direct --editable '.[test]'
	.venv-lowest/bin/python -m pytest $(FAST)

test-newest: ## the same with the newest versions: make test-newest PYTHON=python3.13 (needs uv)
	uv venv --quiet --clear --python $(PYTHON) .venv-newest
	uv pip install --quiet --no-config --python .venv-newest --editable '.[test]'
	.venv-newest/bin/python -m pytest $(FAST)

test-charts: $(READY) ## look for clipped or overlapping text in every chart of every report
	PARKSPREAD_EVERY_CHART=1 $(BIN)/pytest -n 2 tests/test_charts_sweep.py

lab: $(READY) ## open JupyterLab on the start page
	$(BIN)/jupyter lab --notebook-dir=. notebooks/00_start.ipynb

notebooks: $(READY) ## run the notebooks in place and keep the outputs that nbval compares
	$(BIN)/python -m analysis.reporting.notebooks

docs: $(READY) ## write the data dictionary and the licences of what is installed
	$(BIN)/python -m analysis.processing.dictionary
	$(BIN)/python tools/licences.py

reproduce: $(READY) ## build clones under differing settings and compare every file
	$(BIN)/python tests/reproduce.py

faults: $(READY) ## kill commands at 200 random moments and look at what is left
	$(BIN)/python tests/faults.py --trials 200

fuzz: $(READY) ## feed a million made-up inputs to everything that reads
	$(BIN)/python tests/fuzzing.py --cases 1000000

fuzz-guided: $(READY) ## ten minutes of inputs led by what code they reach (atheris, into .venv/atheris)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --target .venv/atheris atheris
	PYTHONPATH=.venv/atheris $(BIN)/python tests/guided.py

bench-batch: $(READY) ## reports beside a plain papermill loop and bare drawing
	$(BIN)/python benchmarks/batch.py --all

bench-extraction: $(READY) ## extraction of a corpus beside bare keyword scans
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/extraction.py

lock: ## resolve requirements.lock anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest \
	  --generate-hashes --no-header --no-annotate --extra test -o requirements.lock pyproject.toml

clean: ## remove what is generated and ignored by git
	git clean -fdXq -e '!.venv'
