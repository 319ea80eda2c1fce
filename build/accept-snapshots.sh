#!/usr/bin/env bash
# Makes every received snapshot the expected one. Read the diff before you commit it.
set -euo pipefail
cd "$(dirname "$0")/.."
find tests -name '*.received.cs' -not -path '*/artifacts/*' | while read -r received; do
  mv -v "$received" "${received%.received.cs}.verified.cs"
done
