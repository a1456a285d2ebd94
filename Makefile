PYTHON ?= python3
# Where it is set, every process compiles all modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve test test-full bench bench-quick bench-soak schema golden fmt lock

serve: .venv/installed
	@APP_ENV=$${APP_ENV:-development} exec .venv/bin/python -m server serve

test: .venv/installed-tests
	@.venv/bin/ruff check --quiet .
	@.venv/bin/ruff format --check --quiet . || { echo "run make fmt" >&2; exit 1; }
	@.venv/bin/lint-imports --no-cache > .venv/lint-imports.log || { cat .venv/lint-imports.log >&2; exit 1; }
	@.venv/bin/mypy > .venv/mypy.log & types=$$!; \
		.venv/bin/python -m pytest -n $$(( $$(nproc) + 1 )) --dist worksteal; tests=$$?; \
		wait $$types || { cat .venv/mypy.log >&2; exit 1; }; exit $$tests

test-full: test tests/full/node_modules tests/bench/peers/postgraphile/node_modules
	@command -v chromium > /dev/null || { apt-get update -qq && apt-get install -y -qq chromium; }
	@command -v pgbouncer > /dev/null || { apt-get update -qq && apt-get install -y -qq pgbouncer; }
	@.venv/bin/python -m pytest -m full

bench: RUN = full
bench-quick: RUN = quick
bench-soak: RUN = soak
bench bench-quick bench-soak: .venv/installed-tests tests/bench/peers/postgraphile/node_modules
	@command -v wrk > /dev/null || { apt-get update -qq && apt-get install -y -qq wrk; }
	@.venv/bin/python -m tests.bench $(RUN)

schema: .venv/installed
	@.venv/bin/python -m server schema

golden: .venv/installed-tests
	@.venv/bin/python -m pytest tests/test_golden.py --update-golden

fmt: .venv/installed-tests
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .

# uv is needed for this alone; the lock names no registry.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --group test -c requirements.lock -o tests/requirements.lock

.venv/installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "jiandu: Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python" >&2; exit 1; }
	@test -x .venv/bin/python || { echo "making .venv …"; $(PYTHON) -m venv .venv; }
	@echo "installing from requirements.lock …"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/installed-tests: .venv/installed tests/requirements.lock
	@echo "installing from tests/requirements.lock …"
	@.venv/bin/python -m pip install --quiet --no-compile --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

%/node_modules: %/package-lock.json
	@command -v npm > /dev/null || { apt-get update -qq && apt-get install -y -qq npm; }
	@cd $(@D) && npm ci --silent --no-audit --no-fund
	@touch $@
