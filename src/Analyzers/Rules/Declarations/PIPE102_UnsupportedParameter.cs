using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE102: a parameter or a result cannot cross a service call.</summary>
internal sealed class UnsupportedParameterRule() : DeclarationRule(Rule)
{
    private static readonly DiagnosticDescriptor Rule = Rules.Descriptor.Create(
        DiagnosticIds.UnsupportedParameter,
        "Unsupported parameter or result of an API",
        "{0} cannot cross a service call: {1}",
        DiagnosticSeverity.Error,
        "A service call may run on another thread, later, or in another process. What it takes and returns has to be data.");

    protected override string Name(INamedTypeSymbol service, ServiceDefect defect) => defect.Source is IParameterSymbol parameter
        ? $"Parameter '{parameter.Name}' of '{parameter.ContainingSymbol.Name}'"
        : $"The result of '{defect.Source.Name}'";

    protected override string Reason(INamedTypeSymbol service, ServiceDefect defect) => defect.Kind switch
    {
        ServiceDefectKind.ByRefParameter => "it is passed by reference; take it by value and return what changes",
        ServiceDefectKind.RefStructParameter => "its type lives on the stack of the caller; take an array or a Memory<T> instead",
        ServiceDefectKind.PointerParameter => "a pointer means nothing outside its caller; take the data itself",
        ServiceDefectKind.SecondCancellationToken => "a call has one cancellation token; remove this second one",
        ServiceDefectKind.LessAccessibleParameter or ServiceDefectKind.LessAccessibleResult =>
            $"'{defect.Other?.ToDisplayString(Short)}' is less accessible than service '{service.Name}'; make it as accessible",
        ServiceDefectKind.AliasedParameter or ServiceDefectKind.AliasedResult =>
            $"'{defect.Other?.ToDisplayString(Short)}' is known under an extern alias only, which generated code cannot name; "
            + "add 'global' to the aliases of its assembly",
        ServiceDefectKind.ProxyParameter => "a proxy is a dependency, not data; take it in the constructor",
        _ => "it is a reference, a ref struct, a pointer or a proxy; return data",
    };

    protected override Location? Locate(ServiceDefect defect) =>
        defect.Source is IParameterSymbol ? defect.Source.Whole() : defect.Source.WrittenType();

    private static SymbolDisplayFormat Short => SymbolDisplayFormat.MinimallyQualifiedFormat;
}
