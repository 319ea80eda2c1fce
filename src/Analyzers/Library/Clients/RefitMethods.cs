using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library.Clients;

/// <summary>Methods of an interface that Refit turns into requests.</summary>
internal static class RefitMethods
{
    public static bool IsRequest(IMethodSymbol method) => VerbOf(method) is not null;

    /// <summary>Whether the request only asks: by HTTP, a GET or a HEAD.</summary>
    public static bool IsRead(IMethodSymbol method) => VerbOf(method) is "GetAttribute" or "HeadAttribute";

    /// <summary>The address in the attribute, without its query.</summary>
    public static string PathOf(IMethodSymbol method) =>
        AttributeOf(method) is { ConstructorArguments: [{ Value: string path }, ..] } ? path.Split('?')[0] : "";

    private static string? VerbOf(IMethodSymbol method) => AttributeOf(method)?.AttributeClass?.Name;

    private static AttributeData? AttributeOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { BaseType: { Name: "HttpMethodAttribute", ContainingNamespace.Name: "Refit" } })
                return attribute;
        }

        return null;
    }
}
