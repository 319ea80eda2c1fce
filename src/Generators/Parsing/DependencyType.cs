using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Generators.Parsing;

/// <summary>The type of something injected, spelled although a proxy in it is yet to be generated.</summary>
internal readonly record struct DependencyType(string Name, bool IsNullable, INamedTypeSymbol? Service)
{
    /// <summary>Null where the compiler does not know the type, and the generator will not supply it.</summary>
    public static DependencyType? Of(ISymbol dependency, Compilation compilation)
    {
        var type = TypeOf(dependency);
        bool isNullable = type.NullableAnnotation is NullableAnnotation.Annotated;
        type = ProxyReference.WithoutNullable(type);
        if (type.AliasedAssembly(dependency) is not null)
            return null;
        if (ServiceOf(dependency, type, compilation) is { } service)
            return IsProxyDeclared(service) ? new(TypeName.OfProxy(service), isNullable, service) : null;
        return type.Parts().Any(static part => part.TypeKind is TypeKind.Error && !WillBeKnown(part))
            ? null
            : new(TypeName.OfRuntime(type), isNullable, null);
    }

    public override string ToString() => IsNullable && !Name.EndsWith("?", StringComparison.Ordinal) ? Name + "?" : Name;

    private static ITypeSymbol TypeOf(ISymbol dependency) => dependency switch
    {
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => throw new ArgumentException("Only parameters, properties and fields are injected.", nameof(dependency)),
    };

    private static INamedTypeSymbol? ServiceOf(ISymbol dependency, ITypeSymbol type, Compilation compilation) =>
        ProxyReference.ServiceOf(type) is not { } service ? null
        : service.DeclaringSyntaxReferences.IsEmpty ? WrittenProxy.ServiceOf(dependency, compilation) ?? service
        : service;

    private static bool WillBeKnown(ITypeSymbol type) => ProxyReference.ServiceOf(type) is { } service && IsProxyDeclared(service);

    private static bool IsProxyDeclared(INamedTypeSymbol service) =>
        service.DeclaringSyntaxReferences.IsEmpty || TypeRules.AllowProxy(service);
}
