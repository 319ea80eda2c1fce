using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>What <c>[Service]</c> says about how many calls run at the same time.</summary>
internal static class DeclaredConcurrency
{
    /// <summary>Whether a declared <c>Concurrency</c> times <c>Instances</c> is one. Undeclared means unlimited enough to gain.</summary>
    public static bool IsOne(INamedTypeSymbol service)
    {
        foreach (var attribute in service.GetAttributes())
        {
            if (attribute.AttributeClass?.HasFullName(WellKnownNames.ServiceAttribute) is true)
                return Value(attribute, "Concurrency") is 1 && Value(attribute, "Instances") is null or 1;
        }

        return false;
    }

    private static int? Value(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value.Value as int?;
        }

        return null;
    }
}
