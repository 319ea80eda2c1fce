using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Profiles;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE017: <c>pipeline.profile.json</c> cannot be used, or tells of APIs that are not there any more.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProfileIgnoredAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.ProfileIgnored,
        "Profile is ignored",
        "'pipeline.profile.json' is ignored: {0}; record it again",
        DiagnosticSeverity.Warning,
        "The profile says how long calls took when it was recorded. One that cannot be read, or is of code that has "
        + "changed since, says nothing.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (MeasuredProfile.Of(start.Options, start.CancellationToken) is not var (file, profile))
                return;

            var gone = new ConcurrentBag<string>();
            start.RegisterSymbolAction(symbol => Compare((INamedTypeSymbol)symbol.Symbol, profile, gone), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end =>
            {
                if ((profile.Defect ?? Reason(gone)) is { } reason)
                    end.ReportDiagnostic(Diagnostic.Create(Rule, Location.Create(file.Path, default, default), reason));
            });
        });
    }

    private static void Compare(INamedTypeSymbol type, MeasuredProfile profile, ConcurrentBag<string> gone)
    {
        if (!type.IsService())
            return;

        string prefix = $"{ServiceGraph.NameOf(type)}/";
        var names = MemberChain.Find(type, static method => method.IsApi()).Select(QualifiedApiName.NameOf).ToImmutableHashSet();
        foreach (string api in profile.Apis)
        {
            if (api.StartsWith(prefix, StringComparison.Ordinal) && !names.Contains(api.Substring(prefix.Length)))
                gone.Add(api);
        }
    }

    private static string? Reason(ConcurrentBag<string> gone) => gone.IsEmpty
        ? null
        : $"it tells of {string.Join(", ", gone.OrderBy(static name => name, StringComparer.Ordinal).Select(static name => $"'{name}'"))}, "
            + $"which {(gone.Count == 1 ? "is" : "are")} not there any more";
}
