using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Effects;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects;

/// <summary>Bodies behind an API, each called by a method that calls a query beside it, before and after, and once per item of a list.</summary>
internal sealed class EffectCorpus
{
    private static readonly SymbolDisplayFormat TypeName = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<string, MethodDeclarationSyntax[]> _callers;
    private readonly DependenceAnalysis _analysis;
    private readonly EffectClassifier _effects;

    public EffectCorpus(IReadOnlyCollection<CorpusEntry> entries, string types, params IEnumerable<MetadataReference> references)
    {
        var services = ServiceCompilation.Create([types, .. entries.Select(static entry => "namespace Corpus;\n" + entry.Source)])
            .AddReferences(references);
        services = services.WithOptions(services.Options.WithAllowUnsafe(true)).WithProxies();
        var callers = CSharpSyntaxTree.ParseText(
            $"namespace Callers;\n{string.Join('\n', entries.Select(entry => Caller(entry, services)))}", ServiceCompilation.ParseOptions, "Callers.cs");
        _compilation = services.AddSyntaxTrees(callers);
        _callers = callers.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>().ToDictionary(
            static type => type.Identifier.ValueText, static type => type.Members.OfType<MethodDeclarationSyntax>().ToArray());
        _effects = new(_compilation, new AnalyzerOptions([]).AnalyzerConfigOptionsProvider);
        _analysis = new(new(_effects, CallViews.Async));
    }

    public IEnumerable<Diagnostic> Errors => _compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    /// <summary>Which of the entry's callers are reported by PIPE001 or PIPE002.</summary>
    public ImmutableArray<string> ReportedFor(CorpusEntry entry)
    {
        var model = _compilation.GetSemanticModel(_callers[entry.Name][0].SyntaxTree);
        return
        [
            .. from caller in _callers[entry.Name]
               let body = model.GetOperation(caller)!
               where !_analysis.FindGroups(body, model, default).IsEmpty || !_analysis.FindLoops(body, model, default).IsEmpty
               select caller.Identifier.ValueText,
        ];
    }

    /// <summary>What is known of the entry's first API, and why.</summary>
    public CallEffect EffectOf(CorpusEntry entry)
    {
        var caller = _callers[entry.Name][0];
        var model = _compilation.GetSemanticModel(caller.SyntaxTree);
        var call = model.GetOperation(caller)!.Descendants().OfType<IInvocationOperation>()
            .First(static call => call.Instance?.Syntax.ToString() is "callee_.ToAsync");
        return _effects.Classify(call);
    }

    private static string Caller(CorpusEntry entry, CSharpCompilation services)
    {
        var view = services.GetTypeByMetadataName($"Corpus.{entry.Callee}+Proxy+Async")
            ?? services.GetTypeByMetadataName($"Corpus.{entry.Name}+{entry.Callee}+Proxy+Async");
        Assert.That(view, Is.Not.Null, $"no proxy for '{entry.Callee}'");
        var methods = view!.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, Name: not "Skip" }
                && method.ReturnType.Name is "Task" or "IAsyncEnumerable")
            .Select((api, index) => Callers(api, index));
        return $"class {entry.Name}({view.ContainingType.ToDisplayString()} callee_, Corpus.Beside.Proxy beside_)\n{{\n{string.Join('\n', methods)}\n}}";
    }

    private static string Callers(IMethodSymbol api, int index)
    {
        var own = api.Parameters.Where(static parameter => parameter.Type.Name is not nameof(CancellationToken)).ToArray();
        string parameters = string.Concat(own.Select(static parameter => $"{parameter.Type.ToDisplayString(TypeName)} {parameter.Name}, "));
        string call = $"callee_.ToAsync.{api.Name}({string.Join(", ", own.Select(static parameter => parameter.Name))})";
        return api.ReturnType switch
        {
            { Name: "IAsyncEnumerable" } =>
                $"async Task<object?> Stream{index}({parameters}int item_) {{ var count_ = 0; await foreach (var x_ in {call}) count_++; var other_ = await beside_.ToAsync.Get(item_); return (count_, other_); }}",
            INamedTypeSymbol { TypeArguments: [var result] } =>
                $$"""
                async Task<object?> Before{{index}}({{parameters}}int item_) { var mine = await {{call}}; var other = await beside_.ToAsync.Get(item_); return (mine, other); }
                async Task<object?> After{{index}}({{parameters}}int item_) { var other = await beside_.ToAsync.Get(item_); var mine = await {{call}}; return (mine, other); }
                async Task<object?> Each{{index}}({{parameters}}int[] items_) { var all = new List<{{result.ToDisplayString(TypeName)}}>(); foreach (var item_ in items_) all.Add(await {{call}}); return all; }
                """,
            _ => $"async Task<object?> Without{index}({parameters}int item_) {{ await {call}; return await beside_.ToAsync.Get(item_); }}",
        };
    }
}
