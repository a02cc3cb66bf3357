# Two commands on a fresh machine: `make demo` and `make test`. Python 3.11 or newer and make are all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKS ?= packs
LANGS := ar,bn,cy,es,fr,pa,pl,pt,ro,so,tr,ur
SAMPLE ?= domestic-abuse

.PHONY: demo test check check-packs bench docs clean debian

demo: $(VENV)/.installed
	@$(BIN)/plainspoken make samples/$(SAMPLE)/page.html --to $(LANGS) --memory samples/$(SAMPLE)/memory.tmx --into $(PACKS)

# A process a core; the tests of a file stay together.
test: debian $(VENV)/.tested
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

# The fast one: style, types, and the tests that need no browser and no build.
check: $(VENV)/.tested
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -x -m "not browser and not build"

# A sample in two languages, one written from the right, and an index over it, held against the validators that others wrote.
check-packs: $(VENV)/.installed
	@sh tools/debian.sh packs
	@rm -rf build/check-packs
	@$(BIN)/plainspoken make samples/$(SAMPLE)/page.html --to ur --memory samples/$(SAMPLE)/memory.tmx --into build/check-packs --offline --quiet
	@packs=$$(ls -d build/check-packs/*/) && \
	    $(BIN)/plainspoken index build/check-packs --base-url https://site.example/releases && \
	    $(BIN)/python tools/check_packs.py $$packs build/check-packs

bench: $(VENV)/.tested
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/argos.py
	$(BIN)/python benchmarks/parse
	$(BIN)/python benchmarks/narration --releases 100
	$(BIN)/python benchmarks/pictures.py
	$(BIN)/python -m benchmarks.easy
	$(BIN)/python -m benchmarks.judged

docs: $(VENV)/.tested
	$(BIN)/python -m mkdocs build --strict --quiet --site-dir build/docs

# Programs that some tests need and Debian has; without root the tests that need them say so and are skipped.
debian:
	@sh tools/debian.sh

$(VENV)/.made: constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt uv
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --editable '.[all]'
	@touch $@

$(VENV)/.tested: $(VENV)/.installed
	$(BIN)/uv pip install --quiet --python $(BIN)/python --constraint constraints.txt --group test --group check --group docs
	@touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
