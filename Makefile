# One command for each job, from an empty machine on. `make` alone lists them.

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.installed
DEV := $(VENV)/.installed-dev
PEERS := .venv-bench
JUDGES := tests/audit/node_modules

# The first Python here that is new enough; `make site PYTHON=…` names another.
PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
INSTALL := $(BIN)/python -m pip --disable-pip-version-check --quiet install
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

SIZES := 500 2000 8000

.PHONY: help site serve check test audit lock bench profile

help:
	@echo '온동네: 동 지역사회보장협의체의 한 해 기록을 누리집과 성과 책자로 펴냅니다.'
	@echo
	@echo '  make site    기록을 확인하고 누리집과 책자를 site/에 만듭니다.'
	@echo '  make serve   누리집을 띄워 고치는 대로 미리 봅니다.'
	@echo '  make check   코드와 기록을 검사합니다.'
	@echo '  make test    모든 시험을 돌립니다.'
	@echo '  make audit   Lighthouse와 HTML 검사기로 쪽을 살핍니다. 십여 분 걸립니다.'
	@echo '  make lock    의존하는 패키지의 잠금 파일을 다시 씁니다.'
	@echo '  make bench   다른 도구와 빠르기를 견주어 README의 표를 다시 씁니다. 한 시간쯤 걸립니다. (SIZES="500 2000")'
	@echo '  make profile 누리집을 만드는 시간이 어디에 드는지 보여 줍니다.'

site: $(RUNTIME)
	@$(BIN)/ondongne check
	@$(BIN)/ondongne build
	@echo '이 폴더에서는 make serve로도 볼 수 있습니다.'

serve: $(RUNTIME)
	@$(BIN)/ondongne serve

check: $(DEV)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/ondongne check

test: $(DEV)
	@sh .ci/need chromium=chromium,chromium-browser,google-chrome poppler-utils=pdftotext \
		default-jdk-headless=javac libjaxb-java=/usr/share/java/jaxb-runtime.jar nodejs=node npm=npm || true
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

audit: $(DEV) $(JUDGES)/.installed
	$(BIN)/python -m tests.audit $(OPTIONS)

lock: $(DEV)
	$(COMPILE) pyproject.toml $(OPTIONS) --group install --output-file requirements.lock
	$(COMPILE) pyproject.toml $(OPTIONS) --extra cluster --extra hwpx --group dev --constraints requirements.lock --output-file requirements-dev.lock
	$(COMPILE) $(OPTIONS) --group bench --constraints requirements.lock --output-file requirements-bench.lock

bench: $(DEV) $(PEERS)/.installed
	@sh .ci/need libpango-1.0-0=/usr/lib/$$(uname -m)-linux-gnu/libpango-1.0.so.0 \
		libpangoft2-1.0-0=/usr/lib/$$(uname -m)-linux-gnu/libpangoft2-1.0.so.0 || true
	$(BIN)/python -m tests.benchmarks --sizes '$(SIZES)' $(OPTIONS)

profile: $(DEV)
	$(BIN)/python -m tests.benchmarks.steps $(OPTIONS)

# A virtualenv that came out without pip (Debian keeps that part in a package of its own) is taken away and made again.
$(BIN)/python:
	@[ -n '$(PYTHON)' ] || { echo 'Python 3.11 이상을 찾지 못했습니다. 설치한 뒤 다시 실행해 주세요.' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); sh .ci/need python3-venv= && $(PYTHON) -m venv $(VENV); } \
		|| { rm -rf $(VENV); echo '가상 환경(.venv)을 만들지 못했습니다.' >&2; exit 1; }

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	@echo '필요한 것을 $(VENV)에 설치합니다. 처음에는 몇 분 걸립니다.'
	@$(INSTALL) --require-hashes -r requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.lock pyproject.toml | $(BIN)/python
	@echo '필요한 것과 시험 도구를 $(VENV)에 설치합니다. 처음에는 몇 분 걸립니다.'
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(RUNTIME) $@

$(PEERS)/.installed: requirements-bench.lock | $(BIN)/python
	@echo '견줄 도구를 $(PEERS)에 설치합니다.'
	@$(BIN)/python -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-bench.lock
	@touch $@

$(JUDGES)/.installed: tests/audit/package-lock.json
	@sh .ci/need chromium=chromium,chromium-browser,google-chrome default-jdk-headless=java nodejs=node npm=npm
	@echo '살피는 도구를 $(JUDGES)에 설치합니다.'
	@npm ci --prefix tests/audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
