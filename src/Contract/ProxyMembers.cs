using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>The signatures an API takes up on the proxy and its async view, as the compiler compares them.</summary>
internal static class ProxyMembers
{
    private const string CancellationToken = WellKnownNames.CancellationToken + ",";

    /// <summary>The sync member, and the async view's one or two overloads.</summary>
    public static ImmutableArray<string> DeclaredFor(IMethodSymbol api)
    {
        string name = ApiName.Of(api.Name);
        var parameters = api.Parameters.Where(static parameter => !parameter.IsFromScope()).ToArray();
        string all = Types(parameters);
        string data = Types(parameters.Where(static parameter => !parameter.IsCancellationToken()));
        string dataAndToken = data + CancellationToken;
        var members = ImmutableArray.Create($"{name}({all})", $"Async.{name}({dataAndToken})");
        return HasParams(api) ? members.Add($"Async.{name}({data})") : members;
    }

    /// <summary>Whether both take parameters of the same types.</summary>
    public static bool TakeSame(IMethodSymbol left, IMethodSymbol right) =>
        left.Parameters.Length == right.Parameters.Length && Types(left.Parameters) == Types(right.Parameters);

    private static bool HasParams(IMethodSymbol api) => api.Parameters.Any(parameter => parameter.IsParams);

    // A reference id leaves out what overloading does: nullability, tuple names, dynamic.
    private static string Types(IEnumerable<IParameterSymbol> parameters) =>
        string.Concat(parameters.Select(parameter => DocumentationCommentId.CreateReferenceId(parameter.Type) + ","));
}
