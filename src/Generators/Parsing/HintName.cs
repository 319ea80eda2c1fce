using System.Text;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>Names the generated file of a service.</summary>
internal static class HintName
{
    /// <summary>Bytes of a file's name: file systems take 255, and the name grows by a hash and an extension.</summary>
    private const int MaxLength = 200;

    /// <summary>
    /// <c>Namespace.Outer+Service</c>, with the arity of a generic type after a <c>-</c>; too long a name ends in a hash.
    /// </summary>
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

        return Shorten(name.ToString());
    }

    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxLength)
            return name;

        var hash = new ContentHash();
        hash.Add(name);
        int length = Math.Min(name.Length, MaxLength);
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > MaxLength || char.IsHighSurrogate(name[length - 1]))
            length--;
        return $"{name.Substring(0, length)}-{hash.Value:x16}";
    }
}
