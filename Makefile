PYTHON ?= python3

.PHONY: serve test fmt schema lock

serve: .venv/installed
	@APP_ENV=$${APP_ENV:-development} exec .venv/bin/python -m server serve

schema: .venv/installed
	@.venv/bin/python -m server schema

fmt: .venv/installed-tests
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format --quiet .

.venv/installed: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "jiandu: Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -d .venv || { echo "making .venv …"; $(PYTHON) -m venv .venv; }
	@echo "installing from requirements.lock …"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/installed-tests: .venv/installed tests/requirements.lock
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.lock
	@touch $@

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --group test -c requirements.lock -o tests/requirements.lock
