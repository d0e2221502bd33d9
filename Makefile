# seqviz: `make run` opens the app, `make test` runs every test. Both do all set-up first.
# `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv
VENV_KERAS ?= .venv-keras
BIN := $(VENV)/bin
PORT ?= 8501
NICE := OMP_NUM_THREADS=1
# The folder of real corpora that some benches read: the one named, else the one that continuous integration uses.
DATA := SEQVIZ_TEST_DATA="$(or $(SEQVIZ_TEST_DATA),$(realpath ../shared/data))"

.DEFAULT_GOAL := help
.PHONY: help setup run test check format bench bench-keras mutants pretrained trials clean

help:  ## list these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(VENV)/.app  ## make the virtual environment with what the app needs (once)

run: setup  ## open the app at http://localhost:8501 (PORT=… for another)
	$(NICE) $(BIN)/streamlit run app.py --server.port $(PORT) --server.headless false

# The servers and workers that tests start compile the package once, also where Python is told to keep no bytecode.
test: $(VENV)/.dev $(VENV)/.chromium  ## run every test, browser tests included
	$(NICE) PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --maxprocesses 4

check: $(VENV)/.dev  ## formatting, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(VENV)/.dev  ## put the formatting right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev  ## print the ratios that the notes quote; ONLY="gru_step scrub" for some
	$(NICE) $(DATA) $(BIN)/python -m benchmarks $(ONLY)

bench-keras: $(VENV)/.dev $(VENV_KERAS)/.keras  ## the bench that needs Keras and TensorFlow, in an environment of their own
	SEQVIZ_KERAS_PYTHON=$(VENV_KERAS)/bin/python $(NICE) $(BIN)/python -m benchmarks imdb_step

mutants: $(VENV)/.dev  ## change the maths at random and list what no test notices; NUMBER=20 ONLY="glove.py huffman.py:45:"
	$(NICE) nice -n 19 $(BIN)/python -m tests.mutants $(if $(NUMBER),--number $(NUMBER)) $(if $(ONLY),--only $(ONLY))

pretrained: setup  ## train the nets in assets/models again and read GloVe's vectors, those on real data where the data are; ONLY="imdb-lstm recall"
	$(NICE) $(DATA) $(BIN)/python -m seqviz.export.make_bundled_runs $(ONLY)
	$(if $(ONLY),,$(DATA) $(BIN)/python -m seqviz.embeddings.pretrained)
	$(if $(ONLY),,$(NICE) $(DATA) $(BIN)/python -m seqviz.experiments.word_vectors.review_counts)

trials: setup  ## hold the trials in assets/trials again, ten seeds each (hours), those on real reviews where the data are; ONLY="E1 E10" for some
	$(NICE) $(DATA) $(BIN)/python -m seqviz.claims.finished $(ONLY)

clean:  ## remove the virtual environment and every cache
	rm -rf $(VENV) $(VENV_KERAS) .pytest_cache .ruff_cache .mypy_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "seqviz needs Python 3.11 or newer; PYTHON=… names another")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.app: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.app
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(VENV_KERAS)/.keras: benchmarks/requirements-keras.txt
	$(PYTHON) -m venv $(VENV_KERAS)
	$(VENV_KERAS)/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements-keras.txt
	@touch $@

$(VENV)/.chromium: tests/browser/find_chromium.py $(VENV)/.dev
	$(BIN)/python tests/browser/find_chromium.py </dev/null
	@touch $@
