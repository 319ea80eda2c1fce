#!/usr/bin/env bash
# Rewrites PublicAPI.Unshipped.txt of a project, src/Runtime if none is named, from what the compiler says is public.
# Read the diff before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
project=${1:-src/Runtime}
api=$project/PublicAPI.Unshipped.txt
printf '#nullable enable\n' >"$api"
build() { dotnet build "$project" --no-incremental -nologo -clp:NoSummary 2>&1 || true; }
build | sed -n "s/.*error RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u >>"$api"
build | grep -E 'error' | sort -u || echo "The public API file is up to date: $(($(wc -l <"$api") - 1)) symbols."
