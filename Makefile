# SPDX-License-Identifier: EUPL-1.2
#
# make demo    the whole story on the practice applications
# make test    everything that is held by tests
# make build   bin/heinzel and bin/heinzel-verify, static files
# make lint    formatting, findings, dead code, the build for Windows
# make bench   how fast it is                make torture   how much it survives
# make bench-browser   how fast the browser driver is beside other tools
# make bench-journal   how fast the journal is beside a bare log
# make bench-rules     how fast rules are decided beside other engines
# make bench-locate    how well elements are found again on changed pages
# make bench-desktop   how fast windows are worked
# make release heinzel and heinzel-verify for Linux and Windows
# make rooms   how large the packages are    make setup     what the machine lacks

VERSION := $(shell git describe --tags --always --dirty 2>/dev/null)
FLAGS   := -trimpath -ldflags "-s -w -X main.stamped=$(VERSION)"
DEMO    ?=
# robotgo in pure Go works keyboard and mouse; without these tags everything
# builds as well, and says so when a key is to be pressed
export GOFLAGS := $(GOFLAGS) -tags=robotgo,x11
# where browsers with windows are shown during tests; by default the screen
# begins anew when its last window closes, and refuses who comes meanwhile; it
# is so wide that its own mouse pointer, in the middle, lies beside all windows
SCREEN  := $(if $(filter Linux,$(shell uname)),xvfb-run -a -s "-screen 0 2700x1200x24 -noreset")

GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
DEADCODE    := golang.org/x/tools/cmd/deadcode@v0.52.0

.PHONY: build demo test lint bench bench-browser bench-journal bench-rules bench-locate bench-desktop train-locate torture release rooms setup clean

build:
	@sh cmd/setup.sh build
	CGO_ENABLED=0 go build $(FLAGS) -o bin/heinzel ./cmd/heinzel
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o bin/heinzel-verify ./cmd/heinzel-verify

# make demo DEMO="--lang de --headful"
demo:
	@sh cmd/setup.sh demo
	CGO_ENABLED=0 go build $(FLAGS) -o bin/heinzel ./cmd/heinzel
	bin/heinzel demo $(DEMO)

test:
	@sh cmd/setup.sh test
	go vet ./...
	go test -race -timeout 25m ./...
	HEINZEL_HEADFUL=1 $(SCREEN) go test -timeout 25m ./drivers/browser

lint: export GOTOOLCHAIN = local
lint:
	@sh cmd/setup.sh build
	@echo "gofumpt";     found="$$(go run $(GOFUMPT) -l .)"; test -z "$$found" || { echo "$$found"; exit 1; }
	@echo "staticcheck"; go run $(STATICCHECK) ./...
	@echo "deadcode";    found="$$(go run $(DEADCODE) -tags robotgo,x11 -test ./...)" && test -z "$$found" || { echo "$$found"; exit 1; }
	@echo "windows";     GOFLAGS=-tags=robotgo,win GOOS=windows GOARCH=amd64 CGO_ENABLED=0 go build ./...

bench:
	@sh cmd/setup.sh build
	go test -run '^$$' -bench . -benchmem ./...

# Compares the browser driver with other tools, on a machine that does nothing
# else: make bench-browser FORMS=100
FORMS ?= 100
bench-browser:
	@sh cmd/setup.sh demo
	HEINZEL_BENCH_FORMS=$(FORMS) go test ./drivers/browser/stopwatch -run 'TestBench' -v -count=1 -timeout 60m

# Compares the journal with a bare log, and verifies a million events.
bench-journal:
	@sh cmd/setup.sh build
	go test -run '^$$' -bench 'Append|VerifyMillion' -count 3 ./robot/journal

# Compares the rule engine with generated Go, plain expr, OPA and CEL; a module
# of its own, whose first run takes minutes to fetch and build them.
bench-rules:
	@sh cmd/setup.sh build
	cd rules/bench && go run ./generate && go test -run TestBench -v -count=1 -timeout 60m .

# Asks a folder of site files: make bench-locate DATA=folder OUT=file [TRUTH=file]
# Learns the weights from it, some minutes: make train-locate DATA=folder TRUTH=file
bench-locate:
	go run ./recorder/trial -data "$(DATA)" -out "$(OUT)" -truth "$(TRUTH)"
train-locate:
	go run ./recorder/trial -data "$(DATA)" -truth "$(TRUTH)" -train recorder/target/weights.json

# How fast a field is found and written in a window of 300 elements, through the
# accessibility bus, and by keys.
bench-desktop:
	@sh cmd/setup.sh test
	go test -run '^$$' -bench . -benchtime 200x ./drivers/desktop

# Kills robot and browser at every event instead of at a few, and acts 10,000
# times on a form that does not hold still.
torture:
	@sh cmd/setup.sh test
	HEINZEL_STORM=10000 go test -run TestStorm -timeout 90m -v ./drivers/browser
	HEINZEL_TORTURE=1 go test -run TestNothingTwice -timeout 90m ./robot

# One static file for each system; the auditor's beside it.
RELEASE := CGO_ENABLED=0 go build -trimpath
release:
	@sh cmd/setup.sh build
	for arch in amd64 arm64; do \
		GOOS=linux GOARCH=$$arch $(RELEASE) -ldflags "-s -w -X main.stamped=$(VERSION)" -o bin/linux-$$arch/ ./cmd/heinzel ./cmd/heinzel-verify || exit 1; \
	done
	GOFLAGS=-tags=robotgo,win GOOS=windows GOARCH=amd64 $(RELEASE) -ldflags "-s -w -X main.stamped=$(VERSION)" -o bin/windows-amd64/ ./cmd/heinzel ./cmd/heinzel-verify

rooms:
	@sh .ci/rooms

setup:
	@sh cmd/setup.sh test

clean:
	rm -rf bin
