#!/usr/bin/env bash
# One script for everything: run, test, check, bench, cli.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
case "${1:-}" in
  cli) shift; [ "${1:-}" = "--" ] && shift
       dotnet build src/Answerable.Web -c Release --nologo -v q -clp:ErrorsOnly >&2
       exec dotnet artifacts/bin/Answerable.Web/release/Answerable.Web.dll "$@" ;;
  *) echo "usage: ./do run | test | check | bench | cli -- VERB ..."; exit 2 ;;
esac
