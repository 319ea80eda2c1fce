using Microsoft.CodeAnalysis;
using Pipeline.Contract;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Parsing;

/// <summary>Reads a start-up or shutdown method.</summary>
internal static class LifecycleParser
{
    public static LifecycleModel Parse(IMethodSymbol method, INamedTypeSymbol service, string attribute) => new()
    {
        Name = method.Name,
        Identifier = TypeName.Identifier(method.Name),
        ReceiverType = ReceiverParser.Parse(method, service),
        Shape = ApiParser.ParseResult(method).Shape,
        TakesToken = !method.Parameters.IsEmpty,
        Timeout = OptionRules.ReadTimeout(method.GetAttribute(attribute)),
    };
}
