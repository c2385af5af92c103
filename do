#!/usr/bin/env bash
# One script for everything. ./do run | test | check | documents | freeze | mutate | bench | cli -- VERB ...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
web=src/Answerable.Web
bin=artifacts/bin/Answerable.Web/release/Answerable.Web.dll

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

need_tools() {
  command -v dotnet >/dev/null && [ "$(dotnet --version 2>/dev/null | cut -d. -f1)" -ge 10 ] 2>/dev/null \
    || stop "Answerable needs the .NET SDK 10. Get it from your distribution (Debian, Ubuntu: the package dotnet-sdk-10.0)" \
            "or from https://dotnet.microsoft.com/download."
  command -v node >/dev/null && [ "$(node --version | tr -d v | cut -d. -f1)" -ge 20 ] && command -v npm >/dev/null \
    || stop "Answerable needs Node.js 20 or later with npm, to bundle the pages' scripts and styles. Get it from your distribution" \
            "or from https://nodejs.org."
}

# True where a file under the folders is newer than the stamp.
changed_since() {
  local stamp=$1; shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" \( -name node_modules -o -name wwwroot \) -prune -o -type f -newer "$stamp" -print -quit)" ]
}

assets() {
  mkdir -p artifacts
  if changed_since artifacts/.packages $web/package.json $web/package-lock.json || [ ! -d $web/node_modules ]; then
    say "Installing front-end packages ..."
    (cd $web && npm ci --no-audit --no-fund --loglevel=error >&2)
    touch artifacts/.packages
  fi
  if changed_since artifacts/.assets $web/assets $web/*/icons.txt $web/package-lock.json || [ ! -d $web/wwwroot ]; then
    (cd $web && npm run build --silent >&2)
    touch artifacts/.assets
  fi
}

build() { # what is built, and the stamp that says when
  need_tools; assets
  local common=(Directory.Build.props Directory.Packages.props .editorconfig BannedSymbols.txt $web/wwwroot)
  if changed_since "artifacts/.built-$2" src tests bench "${common[@]}" || [ ! -e $bin ]; then
    say "Building ..."
    dotnet build "$1" -c Release -v q --nologo -clp:ErrorsOnly\;NoSummary >&2
    touch "artifacts/.built-$2"
  fi
}

# Debian packages: installed where that is allowed, otherwise the command is said.
debian() { # who needs them, and which of them are missing
  local who=$1; shift
  local missing=("$@")
  [ ${#missing[@]} -eq 0 ] && return
  local sudo=""; [ "$(id -u)" = 0 ] || sudo="sudo -n"
  say "Installing ${missing[*]} ..."
  { $sudo apt-get update -qq \
      && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >artifacts/apt.log 2>&1 \
    || stop "The $who need ${missing[*]}. Install them: sudo apt-get install ${missing[*]}"
}

no_postgres() { ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; }

# A cluster of their own, in a folder that goes when the run ends.
postgres() { # settings it has besides
  scratch=$(mktemp -d -t answerable-tests.XXXXXX)
  trap "eng/postgres stop '$scratch' || true; rm -rf '$scratch'" EXIT
  export ANSWERABLE_TEST_POSTGRES; ANSWERABLE_TEST_POSTGRES=$(eng/postgres start "$scratch" "$@")
}

run_bench() {
  build Answerable.slnx all
  debian benches $(no_postgres && echo postgresql-15) $(/usr/bin/python3 -c 'import simpy' 2>/dev/null || echo python3-simpy3)
  postgres
  dotnet artifacts/bin/Answerable.Benchmarks/release/Answerable.Benchmarks.dll "$@"
}

# Unit and storage tests side by side, while the demo centre that the browser meets is filled; then the browser.
run_tests() {
  build Answerable.slnx all
  debian tests $(no_postgres && echo postgresql-15) $(command -v chromium >/dev/null || echo chromium)
  # Each test has a database of its own: made and dropped 300 times, it need not outlive a power cut.
  postgres fsync=off synchronous_commit=off full_page_writes=off
  broken=0
  say "Running Answerable.Tests and Answerable.DatabaseTests ..."
  local filling="" unit storage
  [ $# -gt 0 ] || { dotnet $bin demo fill --database "$scratch/filled.db" >"$scratch/filled.log" 2>&1 & filling=$!; }
  suite Tests "$@" & unit=$!
  suite DatabaseTests "$@" & storage=$!
  wait $unit || broken=1
  wait $storage || broken=1
  if [ -n "$filling" ]; then
    wait $filling || { cat "$scratch/filled.log" >&2; stop "The demo centre could not be filled."; }
    export ANSWERABLE_TEST_FILLED="$scratch/filled.db"
  fi
  say "Running Answerable.BrowserTests ..."
  suite BrowserTests "$@" || broken=1
  told "$@"
}

suite() { # which, and what is asked of it
  local name=$1 ended=0; shift
  dotnet "artifacts/bin/Answerable.$name/release/Answerable.$name.dll" --progress off --no-ansi --output Normal "$@" >"$scratch/$name.log" 2>&1 || ended=$?
  # 8: nothing in this suite is what was asked for; another may have it.
  [ $# -gt 0 ] && [ $ended = 8 ] && return 0
  return $ended
}

told() {
  local passed=0 failed=0 skipped=0 name out
  for name in Tests DatabaseTests BrowserTests; do
    out="$scratch/$name.log"
    grep -vE '^\s*$' "$out" | tail -n 400
    grep -E '^failed ' "$out" >>"$scratch/failed" || true
    passed=$((passed + $(figure succeeded "$out"))); failed=$((failed + $(figure failed "$out"))); skipped=$((skipped + $(figure skipped "$out")))
  done
  [ "$skipped" = 0 ] || say "A test was skipped: the run is not whole."
  [ $broken = 1 ] || [ $((passed + failed + skipped)) -gt 0 ] || { say "No test is what was asked for: $*"; return 1; }
  [ $broken = 0 ] || [ $failed -gt 0 ] || { say "A suite ended badly without a failed test; see above."; failed=1; }
  [ ! -s "$scratch/failed" ] || cat "$scratch/failed"
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] && [ "$skipped" = 0 ] && [ "$passed" -gt 0 ]
}

one_class() { # of which suite, and of which the name
  dotnet "artifacts/bin/Answerable.$1/release/Answerable.$1.dll" --progress off --filter-class "Answerable.$1.$2"
}

figure() { grep -E "^\s*$1: [0-9]+" "$2" | tail -n 1 | grep -oE '[0-9]+' || echo 0; }

# A module of Model against its own tests: what a changed line would not be noticed by.
mutate() {
  need_tools
  local module=${1:-}; [ $# -gt 0 ] && shift
  local tests=tests/Answerable.Tests/$module report=artifacts/mutation/$module/reports/mutation-report.json
  [ -n "$module" ] || stop "Say which module of Model: ./do mutate Authority"
  [ -d "src/Answerable.Model/$module" ] || stop "Model has no module $module. It has: $(cd src/Answerable.Model && ls -d */ | tr '/\n' '  ')"
  [ -d "$tests" ] || [ -d "${tests}s" ] || stop "$module has no tests of its own in $tests."
  dotnet tool restore >/dev/null; mkdir -p artifacts
  rm -f "$report"
  (cd eng/mutation && MUTATE=$module ANSWERABLE_TRIES_PART=20 dotnet stryker --config-file stryker-config.json \
    --mutate "**/Answerable.Model/$module/**/*.cs" --output "../../artifacts/mutation/$module" "$@" >"../../artifacts/mutation-${module//\//-}.log" 2>&1) \
    || { tail -n 30 "artifacts/mutation-${module//\//-}.log" >&2; stop "The changes could not be tried; see above."; }
  [ -e "$report" ] || { tail -n 30 "artifacts/mutation-${module//\//-}.log" >&2; stop "Nothing was reported; see above."; }
  node eng/mutation/survivors.mjs "$report" "$module"
}

# True where nobody was ever at work here and no database is named: only then is the invented centre shown unasked. A folder in which so much as a
# key is left had a centre, which must not seem to be there when it is lost.
first_run() {
  [ -z "${ANSWERABLE_DATABASE:-}" ] && [ -z "$(ls -A data 2>/dev/null)" ] || return 1
  local word; for word in "$@"; do
    case $word in --database|--database=*|--empty|--empty=*|--demo|--demo=*|--help|-h|-\?) return 1 ;; esac
  done
}

verb=${1:-}; [ $# -gt 0 ] && shift
[ "${1:-}" = "--" ] && shift
case $verb in
  run)   build $web web
         words=(); for word in "$@"; do [ "$word" = -- ] || words+=("$word"); done # wherever it stands
         set -- ${words[@]+"${words[@]}"}
         if first_run "$@"; then set -- --demo "$@"; fi; exec dotnet $bin "$@" ;;
  test)  run_tests "$@" ;;
  check) build Answerable.slnx all
         dotnet format Answerable.slnx --no-restore --verify-no-changes --exclude artifacts
         (cd $web && npm run check --silent)
         eng/links
         run_tests ;;
  documents) build Answerable.slnx all # docs/standards.md, docs/architecture.md and docs/access.md are written from the tests
         export ANSWERABLE_WRITE_DOCUMENTS=1
         one_class BrowserTests Standards.StandardsTests
         one_class Tests Architecture.ArchitectureTests
         one_class DatabaseTests Web.AccessDocumentTests ;;
  freeze) build tests/Answerable.Tests tests # the form of what is kept is written down; what a release wrote is never changed by it
         export ANSWERABLE_FREEZE=1
         one_class Tests Architecture.FrozenFormTests
         one_class Tests Procedures.Drawing.DrawnAlikeTests ;; # and how charts look
  mutate) mutate "$@" ;;
  bench) run_bench "$@" ;;
  cli)   build $web web; [ $# -gt 0 ] || set -- --help; exec dotnet $bin "$@" ;;
  *)     echo "usage: ./do run [--database DB] [-- --empty | --demo] | test | check | documents | freeze | mutate MODULE | bench [NAME] | cli -- VERB ..."
         exit 2 ;;
esac
