using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE113: a declared value means nothing.</summary>
internal sealed class InvalidOptionRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.InvalidOption,
        "Invalid option",
        "{0} is not {1}",
        DiagnosticSeverity.Error,
        "Names, limits, timeouts and addresses are checked where they are declared.");

    protected override string Name(INamedTypeSymbol service, ServiceDefect defect) =>
        Argument(defect)?.ToString() ?? Property(defect);

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.InvalidName => "a name; write one that is not blank and holds no ':'",
        ServiceDefectKind.InvalidInstances => "a number of instances; write 1 or more, or leave it out for 1",
        ServiceDefectKind.InvalidConcurrency => "a number of calls at a time; write 1 or more, or leave it out for no limit",
        ServiceDefectKind.InvalidQueueLimit => "a number of waiting calls; write 0 or more, or leave it out for no limit",
        ServiceDefectKind.InvalidReadAhead => "a number of items; write 1 or more, or leave it out to ask for each item when it is wanted",
        ServiceDefectKind.InvalidTransient => "a list of exceptions; name types that derive from System.Exception",
        ServiceDefectKind.InvalidUrl => "an absolute address; write one such as \"http://models:5000\"",
        _ => "a duration; write a positive time such as \"30s\", \"250ms\" or \"00:00:30\"",
    };

    protected override Location? Locate(ServiceDefect defect) => Argument(defect)?.GetLocation();

    private static ExpressionSyntax? Argument(ServiceDefect defect) => defect.Attribute?.Argument(Property(defect))?.Expression;

    private static string Property(ServiceDefect defect) => defect.Kind.ToString().Substring("Invalid".Length);
}
