# make run: the sample texts in a store, and the pages on http://127.0.0.1:8000 (PORT=... to change).
# make test: lint, types and the whole suite. Both make their own virtual environment.
PYTHON ?= python3
PORT ?= 8000
STORE ?= var/store

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip --disable-pip-version-check --quiet
# An installation is named by the checksum of what it was made from: a new lock gives a new name, a fresh clone's times do not matter.
LOCKED := $(shell cat pyproject.toml locks/*.txt | cksum | tr ' ' '-')

.PHONY: run test bench lint lock clean

run: $(VENV)/run-$(LOCKED)
	$(BIN)/python tools/compile.py
	$(BIN)/vankien load --store $(STORE) samples
	$(BIN)/vankien serve --store $(STORE) --port $(PORT)

test: lint
	@.ci/need chromium=chromium chromedriver=chromium-driver java=default-jre-headless \
		'tesseract=tesseract-ocr tesseract-ocr-vie' || echo "The tests that need them are skipped."
	@.ci/need virtuoso-t=virtuoso-opensource-7-bin || echo "Stores behind an address are not tried with Virtuoso."
	$(BIN)/python tools/compile.py
	$(BIN)/pytest -n 2 -ra

lint: $(VENV)/test-$(LOCKED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(VENV)/bench-$(LOCKED)
	$(BIN)/python tools/compile.py
	@for script in bench/*.py; do $(BIN)/python $$script || exit; done

# The locks hold the newest versions that pyproject.toml allows, for every system and Python; uv is needed here alone.
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-header --no-annotate --no-emit-index-url
lock:
	$(LOCK) --group build --output-file locks/build.txt
	$(LOCK) pyproject.toml --output-file locks/run.txt
	$(LOCK) pyproject.toml --group test --constraint locks/run.txt --output-file locks/test.txt
	$(LOCK) pyproject.toml --group bench --constraint locks/test.txt --output-file locks/bench.txt

clean:
	rm -rf $(VENV) var build *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

# build.txt comes first: packages that are built here (owlready2, ourselves) are built with what it pins.
$(VENV)/%-$(LOCKED):
	.ci/venv $(PYTHON) $(VENV)
	$(PIP) install --require-hashes -r locks/build.txt
	$(PIP) install --require-hashes --no-build-isolation -r locks/$*.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@rm -f $(VENV)/$*-*
	@touch $@
