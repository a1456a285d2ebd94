PYTHON ?= python3
export PYTHONDONTWRITEBYTECODE =

.PHONY: lock
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --group test -c requirements.lock -o tests/requirements.lock
