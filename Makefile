# Everything is made from a bare machine: `make demo` and `make test` each do what they need first, and nothing twice.

.PHONY: help demo test validate golden editor fuzz hostile oracle engines features leaks bench sizes paper lint style types imports format lock codes picture setup pango node clean published properties
.DEFAULT_GOAL := help
.SUFFIXES:

VENV := .venv
BIN := $(if $(filter Windows_NT,$(OS)),$(VENV)/Scripts,$(VENV)/bin)
AS_OF := 2026-11-23
PROPOSAL := out/Lakeside-Family-Clinics_$(AS_OF).pdf
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet

# macOS's own tools drop DYLD_ variables, so this stands before the command itself and not in the environment.
LIBRARIES := $(if $(filter Darwin,$(shell uname -s)),DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib:/usr/lib)
RUN := $(LIBRARIES) $(BIN)/python -m

help:
	@echo "make demo      propose a solution to an example's needs: a PDF in out/"
	@echo "make test      run the whole test suite"
	@echo "make editor    try the schemas in the language server that editors run, and print what it offers"
	@echo "make fuzz      damage the shipped catalog's files COUNT times (SEED), and judge the answers"
	@echo "make hostile   try every hostile template and text on the real road, and print how each ended, and when"
	@echo "make oracle    hold the choice against brute force in COUNT random worlds (SEED), and say how often each coupling decided"
	@echo "make engines   hold the choice against a second engine, CP-SAT, in COUNT larger worlds (SEED)"
	@echo "make features  hold void models, dead and core features against flamapy on COUNT random feature models (SEED)"
	@echo "make published hold the choice against clingo in COUNT instances of published configuration benchmarks' families (SEED)"
	@echo "make properties  hold every property of prices for COUNT random customers (SEED)"
	@echo "make leaks     look for costs, floors, thresholds and comments in every output of every example"
	@echo "make validate  hold every sample's PDF against PDF/A-3a, PDF/UA-1, TMF648 and itself (SAMPLES=\"clinics --brand meridian\")"
	@echo "make golden    write what the tests expect of every example's PDF: text, pages, digest"
	@echo "make lint      style, types and import contracts"
	@echo "make format    put the sources into the house's format"
	@echo "make bench     measure, and write the tables of docs/performance.md and README.md"
	@echo "make sizes     measure the choice at the sizes that it is aimed at, beside CP-SAT and HiGHS, and write docs/performance.md"
	@echo "make paper     measure what making documents costs, and write docs/performance.md"
	@echo "make codes     write docs/codes.md from the program's own list"
	@echo "make picture   draw the pictures of README and docs/templates.md from the examples' proposals"
	@echo "make lock      choose dependencies' versions anew (needs uv)"
	@echo "make clean     remove what was made here"

demo: setup pango
	@mkdir -p out
	@$(RUN) proposer propose examples/clinics.yaml -o $(PROPOSAL) --as-of $(AS_OF)

test: setup pango node
	@$(RUN) pytest -n auto $(PYTEST_ARGS)

editor: setup node
	@mkdir -p out
	@rm -f out/editor.log
	@EDITOR_LOG=out/editor.log $(RUN) pytest -q tests/editor
	@test ! -f out/editor.log || cat out/editor.log

COUNT := 10000
SEED := 1

fuzz: setup
	@$(BIN)/python tests/fuzz $(COUNT) $(SEED)

hostile: setup pango
	@$(LIBRARIES) $(BIN)/python tests/hostile/hostile_report.py

oracle: setup
	@$(BIN)/python tests/configure/oracle_report.py $(COUNT) $(SEED)

engines: setup
	@$(BIN)/python tests/configure/engines_report.py $(COUNT) $(SEED)

features: setup
	@$(BIN)/python tests/configure/features_report.py $(COUNT) $(SEED)

properties: setup
	@$(BIN)/python tests/pipeline/properties_report.py $(COUNT) $(SEED)

published: setup
	@$(BIN)/python tests/configure/published_report.py $(COUNT) $(SEED)

leaks: setup pango
	@$(RUN) pytest tests/quote/test_leaks.py tests/quote/test_no_cost.py

SAMPLES :=

validate: setup pango
	@$(LIBRARIES) $(BIN)/python tests/standards/validate.py $(SAMPLES)

golden: setup pango
	@$(LIBRARIES) $(BIN)/python tests/standards/golden.py

lint: style types imports

style: setup
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .

types: setup
	@$(RUN) mypy

imports: setup
	@$(BIN)/lint-imports

format: setup
	@$(RUN) ruff check --fix .
	@$(RUN) ruff format .

bench: setup pango
	@$(RUN) benchmarks

sizes: setup
	@$(RUN) benchmarks.sizes

paper: setup pango
	@$(RUN) benchmarks.paper

codes: setup
	@$(RUN) proposer explain --markdown > docs/codes.md

picture: setup pango
	@$(LIBRARIES) $(BIN)/python scripts/draw_pictures.py

# The lock holds versions and hashes of all groups on all systems, and no addresses.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --upgrade \
	  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) tests/editor/node_modules out dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

setup: $(VENV)/.installed

pango: $(VENV)/.pango

node: tests/editor/node_modules/.package-lock.json

# The packages: a new environment whenever the lock changes. Hashes are checked, nothing is compiled.
$(VENV)/.packages: requirements.lock scripts/python.sh
	@python=$$(sh scripts/python.sh) && echo "Making $(VENV) with $$python from requirements.lock …" && "$$python" -m venv --clear $(VENV)
	@$(PIP) install --require-hashes --only-binary=:all: --no-deps -r requirements.lock
	@touch $@

# The project itself: its build backend comes from the lock, so this step asks the network for nothing.
$(VENV)/.installed: $(VENV)/.packages pyproject.toml
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.pango: $(VENV)/.packages scripts/pango.sh
	@$(LIBRARIES) sh scripts/pango.sh $(BIN)/python
	@touch $@

tests/editor/node_modules/.package-lock.json: tests/editor/package-lock.json scripts/node.sh
	@sh scripts/node.sh
