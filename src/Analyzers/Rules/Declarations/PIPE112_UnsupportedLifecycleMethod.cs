using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE112: the runtime cannot run a method marked [OnStartup] or [OnShutdown].</summary>
internal sealed class UnsupportedLifecycleMethodRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.UnsupportedLifecycleMethod,
        "Unsupported startup or shutdown method",
        "'{0}' cannot run when service starts or stops: {1}",
        DiagnosticSeverity.Error,
        "A method marked [OnStartup] or [OnShutdown] takes nothing or one CancellationToken, and returns nothing, a Task or a ValueTask.");

    protected override string Name(INamedTypeSymbol service, ServiceDefect defect) => (defect.Other ?? defect.Source).Name;

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.LifecycleInaccessible =>
            $"service '{service.Name}' has no access to it; make it protected in '{defect.Other!.ContainingType.Name}'",
        _ => "it has to be an instance method that takes nothing or one CancellationToken and returns nothing, a Task or a ValueTask",
    };
}
