# What people type. `make` alone prints this list.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

export JAVA_HOME := $(shell scripts/find-jdk)
# It lives for minutes at most, and most of its work is done by others: quick to begin.
export MAVEN_OPTS := --sun-misc-unsafe-memory-access=allow -XX:TieredStopAtLevel=1 \
  -XX:+UseSerialGC $(MAVEN_OPTS)
MAVEN := mvn --batch-mode --no-transfer-progress
WEB := $(wildcard web/package.json)
# Each of these waits as much as it works: two at once, and each prints when it has ended.
TWO_LANES := $(MAKE) --no-print-directory --jobs 2 --output-sync=target

.PHONY: help check verify journeys first-start drills-in-brief build format lint test web web-tools tools scripts bench fuzz laws faults mysql sbom advisories images load drills clean jdk

help: ## Print this list
	@echo "Recon: two files in, explained breaks out."
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

check: ## Everything that CI checks: format, warnings, tests, tidy, web, journeys
	$(TWO_LANES) lint tools web-tools
	exec 3>&1; LIVE=3 $(TWO_LANES) verify web
	$(TWO_LANES) journeys scripts drills-in-brief first-start

# Of two lanes this one prints while it works: for minutes there would be no word.
verify: jdk tools web-tools
	$(MAVEN) --threads 2 --fail-at-end verify >&$${LIVE:-1}

# What a person does in a browser. It begins with the training of the server, for which others that
# need ./recon wait: they come last.
journeys: jdk
ifneq ($(WEB),)
	npm --prefix web run --if-present journeys
endif

# What a person does in a shell, by the README.
first-start: jdk
ifneq ($(WEB),)
	scripts/check-start
endif

# What drills and benchmarks do at length, so that they cannot rot.
drills-in-brief: jdk
	BUILT=1 SIZES=1000 ROUNDS=1 bench/run >/dev/null
	BUILT=1 SIZES=40000 bench/run same >/dev/null
	BUILT=1 MEGABYTES=1 ROWS=1000 LINES=1000 bench/large >/dev/null
	scripts/restore-drill.sh

build: web ## Compile and package, without tests
	$(MAVEN) --quiet -Dmaven.test.skip=true package
	./recon --version

format: jdk ## Format the Java and TypeScript sources
	$(MAVEN) --quiet com.diffplug.spotless:spotless-maven-plugin:apply
ifneq ($(WEB),)
	npm --prefix web run --if-present format
endif

lint: jdk ## Check the format, change nothing
	$(MAVEN) --quiet com.diffplug.spotless:spotless-maven-plugin:check

test: verify ## The Java tests alone

# Beside Maven it takes what that leaves of two processors while it compiles.
web: web-tools ## Check and build the web page
ifneq ($(WEB),)
	nice npm --prefix web run --if-present check
endif

scripts: tools ## Check the shell scripts, and run their tests
	scripts/check-scripts
	bats scripts/test

web-tools: jdk
ifneq ($(WEB),)
	@[[ web/node_modules/.package-lock.json -nt web/package-lock.json ]] || npm --prefix web ci
endif

tools:
	@[[ infrastructure/tools/node_modules/.package-lock.json -nt infrastructure/tools/package-lock.json ]] \
	  || npm --prefix infrastructure/tools ci

bench: jdk ## Measure every job, beside DuckDB where it does the same (bench/run says how)
	bench/run

fuzz: jdk ## Look for hostile input, ten minutes a reader (scripts/fuzz says how)
	scripts/fuzz

laws: jdk ## Try the laws of the engine with ten times as many seeds (RECON_SEEDS)
	RECON_SEEDS=$${RECON_SEEDS:-10} $(MAVEN) -pl engine -Dtest.jvm.flags= test

faults: jdk ## Break what the server stands on, for an hour or two: kill, freeze, cut, fill
	RECON_FAULTS=nightly $(MAVEN) -pl server -am test \
	  -Dtest='*FaultTest,RestartTest,ListReadsTest' -Dsurefire.failIfNoSpecifiedTests=false

mysql: jdk ## Fetch from a MySQL as from a MariaDB (it is unpacked below server/target, on a Debian)
	MYSQLD=$$(scripts/mysql-server server/target/mysql) $(MAVEN) -pl server -am test \
	  -Dtest=OtherDatabaseFetchTest -Dsurefire.failIfNoSpecifiedTests=false

load: build tools ## Ask two servers 500 times a second for five minutes, then replace both
	scripts/load-drill.sh

sbom: jdk ## Write what the product is made of (CycloneDX), and refuse what has no licence to give on
	scripts/bill-of-materials

advisories: jdk ## Look up all that we ship or build with in a copy of known faults (OSV_DATABASE)
	scripts/check-advisories

images: ## Build both images whole, look into them, and run them with the limits of a cluster (as root)
	scripts/images-drill.sh

drills: build tools ## All long drills: images, restore, load, alerts, ways out; says what held (DRILLS)
	scripts/run-drills $(DRILLS)

clean: ## Remove what was built
	$(MAVEN) --quiet clean
	rm -rf web/dist

jdk:
	@[[ -n "$$JAVA_HOME" ]]
