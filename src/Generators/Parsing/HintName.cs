using System.Text;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>Names the generated file of a service.</summary>
internal static class HintName
{
    /// <summary><c>Namespace.Outer+Service</c>, with the arity of a generic type after a <c>-</c>.</summary>
    public static string Of(INamedTypeSymbol service)
    {
        var name = new StringBuilder();
        for (var scope = service.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
            name.Insert(0, scope.Name + ".");
        string separator = "";
        foreach (var type in service.WithContainers().Reverse())
        {
            name.Append(separator).Append(type.Name);
            if (type.Arity > 0)
                name.Append('-').Append(type.Arity);
            separator = "+";
        }

        return name.ToString();
    }
}
