#!/usr/bin/env bash
# Analyzer time of Pipeline beside three well-known analyzer packages, on the same synthetic code base, from the compiler's own
# accounting (-p:ReportAnalyzer=true). Usage: bench/AnalyzerCost/run.sh [lines, default 100000] [builds, default 3]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
lines=${1:-100000}
builds=${2:-3}
work=$(mktemp -d)

# What was built is summarized, even if not all was.
trap 'dotnet run "$here/Summarize.cs" -- "$work"; rm -rf "$work"' EXIT

for project in CodeFixes Generators Runtime; do
  dotnet build "$root/src/$project" -c Release -v q -nologo >/dev/null
done

# The code with services; the same with ordinary classes in their place, in a project that references Pipeline, and in one that does not.
for code in services reference plain; do
  dotnet run "$here/Generate.cs" -- "$work/$code" "$lines" "$([ $code = services ] && echo services || echo plain)"
  cp "$here/Synthetic.csproj" "$here/everyrule.globalconfig" "$work/$code/"
  dotnet restore "$work/$code" -p:PipelineRoot="$root" -v q -nologo
done

# One build: its log is named <code>.<analyzers>.<number>.log.
build() {
  local log="$work/$1.$2.$3.log"
  dotnet build "$work/$1" -c "$2" --no-restore --no-incremental -nologo -v:d -clp:PerformanceSummary -p:ReportAnalyzer=true \
    -p:UseSharedCompilation=false -p:PipelineRoot="$root" >"$log" 2>&1 || { grep -m5 ' error ' "$log"; rm "$log"; exit 1; }
}

# In turns, so that whatever else the machine does meets all alike.
for number in $(seq "$builds"); do
  for run in services.Together services.EveryRule services.PipelineAlone services.ThreadingAlone \
    reference.Together reference.PipelineAlone plain.Together plain.PipelineAlone; do
    build "${run%.*}" "${run#*.}" "$number"
  done
done
