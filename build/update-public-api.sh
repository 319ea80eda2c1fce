#!/usr/bin/env bash
# Rewrites src/Runtime/PublicAPI.Unshipped.txt from what the compiler says is public. Read the diff before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
api=src/Runtime/PublicAPI.Unshipped.txt
printf '#nullable enable\n' >"$api"
build() { dotnet build src/Runtime/Pipeline.csproj --no-incremental -nologo -clp:NoSummary 2>&1 || true; }
build | sed -n "s/.*error RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u >>"$api"
build | grep -E 'error' | sort -u || echo "The public API file is up to date: $(($(wc -l <"$api") - 1)) symbols."
