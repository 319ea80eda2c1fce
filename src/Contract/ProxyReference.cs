using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>
/// Reads types as dependencies. While a generator runs, <c>X.Proxy</c> is a type the compiler does not know, but the part left
/// of the dot is the service's own symbol; afterwards it is a class derived from <c>ServiceProxy</c>.
/// </summary>
internal static class ProxyReference
{
    private const string ProxyName = "Proxy";
    private const string AsyncViewName = "Async";

    /// <summary>Whether the type is a proxy, or would be one if its service were.</summary>
    public static bool IsProxy(ITypeSymbol type) => type.TypeKind is TypeKind.Error
        ? type is INamedTypeSymbol { Name: ProxyName, Arity: 0, ContainingType.TypeKind: not TypeKind.Error }
        : type is INamedTypeSymbol named && named.WithBases().Any(@base => @base.HasFullName(WellKnownNames.ServiceProxy));

    /// <summary>Whether the type is a proxy's async view.</summary>
    public static bool IsAsyncView(ITypeSymbol type) =>
        type is { Name: AsyncViewName, ContainingType: { Name: ProxyName } proxy } && IsProxy(proxy);

    /// <summary>The service whose proxy the type is, or null.</summary>
    public static INamedTypeSymbol? ServiceOf(ITypeSymbol type) =>
        WithoutNullable(type) is { Name: ProxyName, ContainingType: { } container } proxy && IsProxy(proxy)
            ? container.WithBases().FirstOrDefault(@base => @base.IsService())
            : null;

    /// <summary>The type without <c>?</c>: an unknown type with one is taken for a nullable value.</summary>
    public static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
            TypeArguments: [IErrorTypeSymbol unknown]
        }
            ? unknown
            : type;
}
