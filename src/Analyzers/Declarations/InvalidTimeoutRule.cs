using Microsoft.CodeAnalysis;
using Pipeline.Shared;

namespace Pipeline.Analyzers.Declarations;

/// <summary>PIPE113: a declared time cannot be read.</summary>
internal sealed class InvalidTimeoutRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Analyzers.Descriptor.Create(
        DiagnosticIds.InvalidTimeout,
        "Invalid timeout",
        "{0} is not a time a call may take; {1}",
        DiagnosticSeverity.Error,
        "A timeout is a positive number with a unit, or a TimeSpan literal.");

    private const string Property = "Timeout";

    protected override string Name(INamedTypeSymbol service, ServiceDefect defect) =>
        defect.Source.AttributeArgument(Property)?.Expression.ToString() ?? Property;

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) =>
        "write a positive time such as \"30s\", \"250ms\" or \"00:00:30\"";

    protected override Location? Locate(ServiceDefect defect) => defect.Source.AttributeArgument(Property)?.Expression.GetLocation();
}
