# run, test, check and bench; each prepares what it needs. `make run PORT=8080` serves elsewhere.
# screenshots takes the pictures of docs/screenshots from a running `make run`.

PORT ?= 8000
PYTHON ?= python3
WORKERS ?= 2

BIN := .venv/bin
# Named by the content of what they installed: nothing is installed twice, whatever a checkout does
# to file times.
RUNTIME := .venv/runtime-$(shell cksum < requirements.txt | tr -d ' ')
TOOLS := .venv/tools-$(shell cat requirements.txt requirements-dev.txt | cksum | tr -d ' ')

.PHONY: run test check lint types migrations deploy messages format bench screenshots clean

run: $(RUNTIME) var/secret_key
	@PORT=$(PORT) $(BIN)/python manage.py prepare
	@exec $(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) \
	  --workers $(WORKERS) --blocking-threads 1 --workers-kill-timeout 3s \
	  --no-access-log --log-level warning \
	  tracker.wsgi:application

test: $(TOOLS)
	@$(BIN)/python -m tests $(ARGS)

check: lint types migrations deploy messages

lint: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(TOOLS)
	$(AS_DEPLOYED) $(BIN)/mypy .

migrations: $(TOOLS)
	$(AS_DEPLOYED) $(BIN)/python manage.py makemigrations --check --dry-run

deploy: $(TOOLS)
	$(AS_DEPLOYED) $(DEPLOY)
	$(AS_DEPLOYED) SITE=staff $(DEPLOY)
	$(AS_DEPLOYED) SITE=public PUBLIC_DATABASE_URL=sqlite:///var/check.sqlite3 $(DEPLOY)

messages: $(TOOLS)
	$(BIN)/python -m pytest -q tests/test_messages.py

# As a real instance starts: with HTTPS, without DEBUG, with a key of its own.
AS_DEPLOYED = env -u DATABASE_URL -u PUBLIC_DATABASE_URL -u SITE DEBUG=off HTTPS=on \
  ALLOWED_HOSTS=tracker.example SECRET_KEY=$$($(NEW_KEY))
NEW_KEY = $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))'
DEPLOY = $(BIN)/python manage.py check --deploy --fail-level WARNING

format: $(TOOLS)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(TOOLS)
	@$(BIN)/python -m tests.benchmarks $(ARGS)

screenshots: $(TOOLS)
	@$(BIN)/python -m tests.screenshots http://127.0.0.1:$(PORT)

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Under DEBUG the settings make the key of this checkout when it has none.
var/secret_key: | $(RUNTIME)
	@DEBUG=1 $(BIN)/python -c 'import tracker.settings'

$(RUNTIME): | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@rm -f .venv/runtime-* && touch $@

$(TOOLS): | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@rm -f .venv/runtime-* .venv/tools-* && touch $(RUNTIME) $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	  "Python 3.11 or newer is needed: make PYTHON=/path/to/python3")'
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "Python's venv module is needed (on Debian: apt install python3-venv)"; exit 1; }
