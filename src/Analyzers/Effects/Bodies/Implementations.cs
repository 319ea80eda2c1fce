using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// Which methods of the compilation may run when a virtual one, or one of an interface, is called. Safe for concurrent use.
/// </summary>
internal sealed class Implementations(Compilation compilation)
{
    private static readonly string[] ValueMembers = ["ToString", "Equals", "GetHashCode", "CompareTo"];

    private static readonly string[] ValueTypes = ["System.Object", "System.IComparable", "System.IComparable`1", "System.IEquatable`1"];

    private readonly Lazy<Dictionary<ISymbol, List<IMethodSymbol>>> _bodies = new(() => Find(compilation));

    /// <summary>What makes an enumerator of a sequence.</summary>
    public IMethodSymbol? GetEnumerator { get; } =
        compilation.GetTypeByMetadataName("System.Collections.Generic.IEnumerable`1")?.GetMembers("GetEnumerator").OfType<IMethodSymbol>()
            .FirstOrDefault();

    /// <summary>What the framework may ask of any value.</summary>
    public ImmutableArray<IMethodSymbol> OfValues { get; } =
    [
        .. ValueTypes.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>().Where(static method => !method.IsStatic
                && ValueMembers.Contains(method.Name))),
    ];

    /// <summary>The bodies in source: the method's own, those that override it, those that implement it.</summary>
    public IEnumerable<IMethodSymbol> Of(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        if (!method.IsAbstract && !method.DeclaringSyntaxReferences.IsEmpty)
            yield return method;
        if (!_bodies.Value.TryGetValue(method, out var bodies))
            yield break;
        foreach (var body in bodies)
            yield return body;
    }

    /// <summary>Whether no other assembly can add a body.</summary>
    public static bool AreAllSeen(IMethodSymbol method)
    {
        if (method.ContainingType.DeclaringSyntaxReferences.IsEmpty)
            return false;
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal)
                return true;
        }

        return false;
    }

    private static Dictionary<ISymbol, List<IMethodSymbol>> Find(Compilation compilation)
    {
        var bodies = new Dictionary<ISymbol, List<IMethodSymbol>>(SymbolEqualityComparer.Default);
        foreach (var type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>()
                .Where(static method => method is { IsOverride: true, IsImplicitlyDeclared: false }))
            {
                for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                    Add(overridden, method);
            }

            if (type.TypeKind is TypeKind.Interface)
                continue;
            foreach (var member in type.AllInterfaces.SelectMany(static @interface => @interface.GetMembers()).OfType<IMethodSymbol>())
            {
                if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsImplicitlyDeclared: false, IsAbstract: false,
                    DeclaringSyntaxReferences.IsEmpty: false } method)
                    Add(member, method);
            }
        }

        return bodies;

        void Add(IMethodSymbol member, IMethodSymbol body)
        {
            if (!bodies.TryGetValue(member.OriginalDefinition, out var known))
                bodies.Add(member.OriginalDefinition, known = []);
            if (!known.Contains(body.OriginalDefinition, SymbolEqualityComparer.Default))
                known.Add(body.OriginalDefinition);
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in TypesIn(inner))
                    yield return nested;
            }
        }
    }
}
