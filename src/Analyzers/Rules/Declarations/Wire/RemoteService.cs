using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations.Wire;

/// <summary>
/// A service that the code itself puts on the other side of a process boundary: a dependency with a URL, or what is served over HTTP.
/// </summary>
/// <param name="Type">The service.</param>
/// <param name="Place">Where the code says so.</param>
internal readonly record struct RemoteService(INamedTypeSymbol Type, Location Place)
{
    private const string Endpoints = "Microsoft.AspNetCore.Builder.PipelineEndpointRouteBuilderExtensions";

    /// <summary>Calls back for each of them, with what takes the reports.</summary>
    public static void OnEach(CompilationStartAnalysisContext start, Action<RemoteService, Action<Diagnostic>> found)
    {
        start.RegisterSymbolAction(
            context =>
            {
                if (OfDependency(context.Symbol, context.CancellationToken) is { } service)
                    found(service, context.ReportDiagnostic);
            },
            SymbolKind.Parameter,
            SymbolKind.Property);
        if (start.Compilation.GetTypeByMetadataName(Endpoints) is not { } endpoints)
            return;
        start.RegisterOperationAction(
            context =>
            {
                var call = (IInvocationOperation)context.Operation;
                if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, endpoints)
                    && call.TargetMethod is { Name: "MapPipeline", TypeArguments: [INamedTypeSymbol root] })
                {
                    found(new(root, call.Syntax.GetLocation()), context.ReportDiagnostic);
                }
            },
            OperationKind.Invocation);
    }

    private static RemoteService? OfDependency(ISymbol dependency, CancellationToken cancellationToken)
    {
        var type = dependency is IParameterSymbol parameter ? parameter.Type : ((IPropertySymbol)dependency).Type;
        return ProxyReference.ServiceOf(type) is { } service
            && dependency.GetAttribute(WellKnownNames.DependsAttribute) is { ApplicationSyntaxReference: { } place } depends
            && depends.GetValue<string>("Url") is { Length: > 0 }
                ? new(service, place.GetSyntax(cancellationToken).GetLocation())
                : null;
    }
}
