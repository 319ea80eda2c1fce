using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>
/// PIPE105 where a class that is no service is started: the compiler alone would say that it does not implement an interface that no
/// user has heard of.
/// </summary>
internal sealed class StartedTypes(DiagnosticDescriptor rule, INamedTypeSymbol serviceInterface, ImmutableHashSet<string> methods)
{
    /// <summary>The check, or null where the runtime has nothing that starts a service.</summary>
    public static StartedTypes? Create(Compilation compilation, DiagnosticDescriptor rule)
    {
        if (KnownSymbols.Of(compilation).ServiceInterface is not { } serviceInterface)
            return null;

        var starters = new[] { WellKnownNames.PipelineApp, WellKnownNames.PipelineServiceCollectionExtensions }
            .SelectMany(name => compilation.GetTypeByMetadataName(name)?.GetMembers() ?? [])
            .OfType<IMethodSymbol>()
            .Where(method => StartsService(method, serviceInterface));
        return new(rule, serviceInterface, [.. starters.Select(static method => method.Name)]);
    }

    public void Analyze(SyntaxNodeAnalysisContext context)
    {
        var name = (GenericNameSyntax)context.Node;
        if (!methods.Contains(name.Identifier.ValueText) || name.TypeArgumentList.Arguments is not [var argument])
            return;

        var symbol = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken);
        var called = symbol.CandidateSymbols.Add(symbol.Symbol!).OfType<IMethodSymbol>();
        if (!called.Any(method => StartsService(method.OriginalDefinition, serviceInterface)))
            return;

        var started = context.SemanticModel.GetTypeInfo(argument, context.CancellationToken).Type;
        if (started is INamedTypeSymbol { TypeKind: not TypeKind.Error } type
            && !type.IsService()
            && !type.AllInterfaces.Contains(serviceInterface, SymbolEqualityComparer.Default))
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, argument.GetLocation(), $"'{type.Name}'", Advice(type)));
        }
    }

    private static string Advice(INamedTypeSymbol type) => ProxyReference.ServiceOf(type) is { } service
        ? $"a service but the proxy of one; name '{service.Name}' itself"
        : "a service; mark it [Service] and declare it partial";

    private static bool StartsService(IMethodSymbol method, INamedTypeSymbol serviceInterface) =>
        method.TypeParameters is [var only] && only.ConstraintTypes.Contains(serviceInterface, SymbolEqualityComparer.Default);
}
