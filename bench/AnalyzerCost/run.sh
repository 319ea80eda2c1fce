#!/usr/bin/env bash
# Analyzer time of Pipeline beside three well-known analyzer packages, on the same synthetic code base, from the compiler's own
# accounting (-p:ReportAnalyzer=true). Usage: bench/AnalyzerCost/run.sh [lines, default 100000] [builds, default 3]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
lines=${1:-100000}
builds=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build "$root/src/CodeFixes" -c Release -v q -nologo >/dev/null
dotnet build "$root/src/Generators" -c Release -v q -nologo >/dev/null
dotnet build "$root/src/Runtime" -c Release -v q -nologo >/dev/null

for kind in services plain; do
  project="$work/$kind"
  dotnet run "$here/Generate.cs" -- "$project" "$lines" "$kind"
  cat >"$project/Synthetic.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <NuGetAudit>false</NuGetAudit>
    <!-- Warnings are what the analyzers are here to produce; printing them is not what is measured. -->
    <RunAnalyzersDuringBuild>true</RunAnalyzersDuringBuild>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="AsyncFixer" Version="2.1.0" PrivateAssets="all" />
    <PackageReference Include="Microsoft.VisualStudio.Threading.Analyzers" Version="18.12.1" PrivateAssets="all" />
    <PackageReference Include="Meziantou.Analyzer" Version="3.0.321" PrivateAssets="all" />
    <Analyzer Include="$root/artifacts/bin/Pipeline.Analyzers/release/Pipeline.Analyzers.dll" />
    <Analyzer Include="$root/artifacts/bin/Pipeline.Generators/release/Pipeline.Generators.dll" />
  </ItemGroup>
XML
  if [ "$kind" = services ]; then
    cat >>"$project/Synthetic.csproj" <<XML
  <ItemGroup>
    <Reference Include="$root/artifacts/bin/Pipeline/release/Pipeline.dll" />
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
  </ItemGroup>
XML
  fi
  echo "</Project>" >>"$project/Synthetic.csproj"
  dotnet restore "$project" -v q -nologo
  for build in $(seq "$builds"); do
    dotnet build "$project" --no-restore --no-incremental -nologo -v d -p:ReportAnalyzer=true -p:UseSharedCompilation=false >"$work/$kind.$build.log" 2>&1 ||
      { grep -m5 'error' "$work/$kind.$build.log"; exit 1; }
    echo "== $kind, build $build"
    awk '/Total analyzer execution time/ { print; on = 1 } on && /(Pipeline|AsyncFixer|Microsoft\.VisualStudio\.Threading|Meziantou)\.?[A-Za-z.]*, Version/ { print } /CoreCompile.*ms|Csc.*ms/ { print }' "$work/$kind.$build.log"
    [ "$build" != "$builds" ] || awk '/Pipeline\.Analyzers, Version/ { on = 1; next } on && /, Version/ { on = 0 } on && NF > 2 { print }' "$work/$kind.$build.log"
  done
done
