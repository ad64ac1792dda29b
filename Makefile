# `make` builds the course; `make help` lists the rest.
SHELL := bash
.NOTPARALLEL:

# Pinned here and run by their versions, so that they never enter go.mod.
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.1.4
GREMLINS := github.com/go-gremlins/gremlins/cmd/gremlins@v0.6.0

FONTS := layouts/fonts

.PHONY: site manual man zip test help clean picture setup format vet staticcheck coverage mutants lighthouse shots perf gotest

site: $(FONTS)/.fetched
	@echo "== site: building the course into public/"
	@go run ./cmd/lectern build
	@echo "The course is in public/. To look at it: open public/index.html, by double click."

manual: $(FONTS)/.fetched
	@echo "== manual: building it into build/manual/public/"
	@rm -rf build/manual
	@go run ./docs/manual build/manual
	@go run ./cmd/lectern build -C build/manual --strict
	@echo "The manual is in build/manual/public/. To read it: open build/manual/public/index.html, by double click."

man:
	@echo "== man: writing a page about each command into build/man/man1/"
	@rm -rf build/man
	@go run ./cmd/lectern man build/man/man1
	@echo "The pages are in build/man/. To read one: man -M build/man lectern"

zip: $(FONTS)/.fetched
	@echo "== zip: packing the course into one file"
	@mkdir -p build
	@go run ./cmd/lectern export zip -o build/course.zip --quiet
	@echo "The course is in build/course.zip. To try it: unzip it, and open index.html by double click."

help:
	@echo "make site    build the course into public/ (also plain 'make')"
	@echo "make manual  build the manual for people who write courses into build/manual/public/"
	@echo "make man     write pages for the program man about each command into build/man/"
	@echo "make zip     pack the course into build/course.zip, for a USB stick or a web server"
	@echo "make test    install what the checks need, then run every check"
	@echo "make picture draw docs/lesson.png, the picture in the README"
	@echo "make shots   save pictures of pages and of questions in their states in test/shots/"
	@echo "make perf    measure builds of a course of N lessons (make perf N=100)"
	@echo "make clean   delete everything the others built or fetched"
	@echo "One step of the checks: make setup, format, vet, staticcheck, coverage, mutants or gotest; beside them: lighthouse, fuzz, torture and vuln"

test: setup format vet staticcheck coverage mutants gotest
	@echo "== test: every check passed"

# The stamp is only written when every file has arrived; without it the next `make` asks again.
# npm works in a folder of its own: packages beside the theme would become part of the theme.
$(FONTS)/.fetched: $(FONTS)/package-lock.json Makefile
	@echo "== fonts: fetching the theme's faces with npm"
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	cp $(FONTS)/{package.json,package-lock.json,.npmrc} "$$work" && \
	(cd "$$work" && npm ci --silent --fetch-retries=1) && \
	cd "$$work/node_modules/@fontsource" && \
	cp atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin{,-ext}-{400-normal,700-normal,400-italic}.woff2 \
	   literata/files/literata-latin{,-ext}-600-normal.woff2 \
	   noto-sans-canadian-aboriginal/files/noto-sans-canadian-aboriginal-canadian-aboriginal-400-normal.woff2 \
	   "$(CURDIR)/$(FONTS)" && \
	for name in *; do cp "$$name/LICENSE" "$(CURDIR)/$(FONTS)/$$name-LICENSE.txt" || exit; done && \
	touch "$(CURDIR)/$@" || \
	echo "== fonts: npm could not fetch them; the site is built with the reader's own system fonts"

setup: $(FONTS)/.fetched
	@echo "== setup: the browsers and the validators"
	@test/setup

format:
	@echo "== format: gofmt"
	@files=$$(gofmt -l .) && if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi

vet:
	@echo "== vet: go vet"
	@go vet ./...

staticcheck:
	@echo "== staticcheck: $(STATICCHECK)"
	@go run $(STATICCHECK) ./...

# The tests of all kinds count for each: quiz/kinds reads and marks them together.
coverage:
	@echo "== coverage: what the tests run of the packages that mark"
	@mkdir -p build
	@go test -coverpkg=./quiz/... -coverprofile=build/coverage.out ./quiz/... > build/coverage.log || { cat build/coverage.log; exit 1; }
	@go run ./test/coverage build/coverage.out

# Each change is compiled anew: -vet=off spares looking at it as well, and -count=1 keeps a remembered result from
# making the time in which the tests must end too short.
mutants:
	@echo "== mutants: $(GREMLINS) changes the marking, and the tests must notice"
	@mkdir -p build && rm -f build/mutants.json
	@GOFLAGS="-vet=off -count=1" go run $(GREMLINS) unleash ./quiz --output build/mutants.json
	@go run ./test/mutants build/mutants.json quiz/SURVIVORS.md

# The packages that do several things at once; internal/arch knows when one is missing here. The race detector makes
# everything it looks at several times slower, and finds nothing where there is one thing at a time.
TOGETHER := ./internal/check ./internal/course ./internal/diag ./internal/external ./internal/once ./internal/prose ./internal/publish ./internal/search ./internal/serve ./internal/site ./internal/stencil ./internal/theme ./internal/together ./internal/watch ./internal/witness ./test/browser/... ./test/node ./test/perf ./test/website

# A build is a thousand times the same: these make whole ones, in all languages and editions, and from all sides at once.
WHOLE := Golden|SameToTheByte|EachLanguage|MarkedOnEveryPage|NeverHeldTwice|Live

# The tests open every page in real browsers: minutes, not seconds, on a small machine. The journeys in Firefox go on
# beside all others, so that no core waits in the end; what they say comes last. Beside them, in the time that nobody else
# wants, each fuzz target runs for a moment.
FUZZSHORT := 30s

gotest:
	@echo "== gotest: go test, with the race detector where things happen at once"
	@go test -race -run '$(WHOLE)' ./internal/site
	@go test -race $(filter-out ./internal/site,$(TOGETHER))
	@mkdir -p build
	@go test -timeout 40m ./test/journeys -browser Firefox > build/firefox.log 2>&1 & firefox=$$!; failed=0; \
	nice -n 19 $(MAKE) --no-print-directory fuzz FUZZTIME=$(FUZZSHORT) FUZZERS=2 FUZZING="-parallel 1 -fuzzminimizetime 10x" > build/fuzz.log 2>&1 & fuzz=$$!; \
	go test -timeout 30m ./test ./internal/site $$(go list ./... | grep -vxF "$$(go list $(TOGETHER) ./test/journeys)") || failed=1; \
	go test -timeout 30m ./test/journeys -browser Chromium || failed=1; \
	wait $$firefox || failed=1; \
	cat build/firefox.log; \
	wait $$fuzz && echo "fuzz: $(FUZZSHORT) for each of $$(grep -c '^--' build/fuzz.log) targets" || { failed=1; cat build/fuzz.log; }; \
	exit $$failed

# No part of `make test` yet: on a busy machine it says more of the machine than of the pages.
# Alone on the machine: what Lighthouse reckons with is how long the page's work took while others worked.
lighthouse: setup
	@echo "== lighthouse: four pages of the course, on a slow phone"
	@go run ./test/lighthouse

shots: setup
	@echo "== shots: pictures of pages and questions, in test/shots/"
	@go test ./test/journeys -browser Chromium -run Pictures -shots

# No part of `make test` either. N is how many lessons the course has that is built.
N := 1000
perf:
	@echo "== perf: a course of $(N) lessons, against the bare work of a build"
	@mkdir -p build
	@go build -o build/perf ./test/perf
	@build/perf -n $(N)
# What fuzzing finds goes into testdata/fuzz beside the test, and is an ordinary case from then on. FUZZERS targets are
# fuzzed at once.
FUZZTIME := 1m
FUZZERS := 1
FUZZING :=

fuzz:
	@echo "== fuzz: $(FUZZTIME) for each target"
	@for folder in $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u); do \
	  go test -list '^Fuzz' $$folder | sed -n "s|^Fuzz|$$folder &|p"; \
	done | xargs -P $(FUZZERS) -L 1 test/fuzz -fuzztime $(FUZZTIME) $(FUZZING)

SEED := 100
MUTATIONS := 10000
SEQUENCES := 1000
# Places at which a build writes; 0 for all of them.
FAULTS := 0
KILLS := 500
LOSSES := 100

torture:
	@echo "== torture: mutated lessons, folders edited at random, builds that fail, are killed or lose their power; seed $(SEED)"
	@go test ./internal/site -v -timeout 6h -run MutatedLessons -mutations $(MUTATIONS) -seed $(SEED)
	@go test ./internal/site -timeout 6h -run 'EditedCourse|BuiltAgain' -sequences $(SEQUENCES)
	@go test ./internal/serve -v -timeout 6h -run FolderEdited -sequences $(SEQUENCES) -seed $(SEED)
	@go test ./internal/watch -timeout 6h -count 20
	@TMPDIR=$$(test -d /dev/shm && echo /dev/shm || echo /tmp) go test ./test/torture -v -timeout 12h \
	  -lessons 50 -faults $(FAULTS) -kills $(KILLS) -losses $(LOSSES) -seed $(SEED) | grep -v '^ *=== '; exit $${PIPESTATUS[0]}
	@go test ./internal/markdown ./internal/site -v -timeout 6h -run TakesOverASecond -slowest
	@$(MAKE) fuzz

# No part of `make test`: it asks the list of known weaknesses at vuln.go.dev, which is not everywhere to be had.
vuln:
	@echo "== vuln: $(GOVULNCHECK), over the modules and the standard library that we call"
	@go run $(GOVULNCHECK) ./... || { echo "vuln: read what is said above. Without the network nothing was checked."; exit 1; }

picture: setup
	@echo "== picture: a lesson's Markdown beside the page it becomes"
	@go run ./test/picture

clean:
	@rm -rf build test/node_modules test/shots .public*.lectern-* $(FONTS)/.fetched $(FONTS)/*.woff2 $(FONTS)/*-LICENSE.txt
	@find public -mindepth 1 ! -path public/.gitignore -delete
