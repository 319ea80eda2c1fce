using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// Which methods of the compilation may run when a virtual one, or one of an interface, is called. Safe for concurrent use.
/// </summary>
internal sealed class Implementations(Compilation compilation)
{
    private static readonly string[] ValueMembers = ["ToString", "Equals", "GetHashCode", "CompareTo"];

    private static readonly string[] ValueTypes = ["System.Object", "System.IComparable", "System.IComparable`1", "System.IEquatable`1"];

    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _bodies = new(SymbolEqualityComparer.Default);

    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _implementers = new(() => TypesWithInterfaces.In(compilation));

    private readonly Lazy<bool> _hasFriends = new(() => HasFriends(compilation.Assembly));

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
        foreach (var body in _bodies.GetOrAdd(method, Find))
            yield return body;
    }

    /// <summary>The types of the compilation that implement the interface.</summary>
    public IEnumerable<INamedTypeSymbol> TypesBehind(INamedTypeSymbol type) => _implementers.Value.Where(implementer =>
        implementer.TypeKind is TypeKind.Class or TypeKind.Struct
        && implementer.AllInterfaces.Any(@interface =>
            SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, type.OriginalDefinition)));

    /// <summary>The classes of the compilation that derive from the class.</summary>
    public IEnumerable<INamedTypeSymbol> TypesBelow(INamedTypeSymbol type) => _implementers.Value.Where(derived =>
        derived.BaseType?.WithBases().Any(@base =>
            SymbolEqualityComparer.Default.Equals(@base.OriginalDefinition, type.OriginalDefinition)) is true);

    /// <summary>Whether no other assembly can implement the interface, but one that tests this one with doubles.</summary>
    public bool AreAllKnown(INamedTypeSymbol type) => !_hasFriends.Value && AreAllSeen(type);

    /// <summary>Whether no other assembly can add a body.</summary>
    public bool AreAllSeen(IMethodSymbol method) => AreAllSeen(method.ContainingType);

    /// <summary>Whether the symbol is declared in this compilation; a project that it refers to may be in source as well.</summary>
    public bool IsOwn(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly);

    private bool AreAllSeen(INamedTypeSymbol declaring)
    {
        if (!IsOwn(declaring))
            return false;
        for (var type = declaring; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal)
                return true;
        }

        return false;
    }

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method)
    {
        var bodies = method.ContainingType.TypeKind is TypeKind.Interface
            ? ThatImplement(method).SelectMany(body => ThatOverride(body).Prepend(body))
            : ThatOverride(method);
        return
        [
            .. bodies.Where(static body => !body.IsAbstract)
                .Select(static body => body.OriginalDefinition)
                .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default),
        ];
    }

    /// <summary>Whether the assembly shows its internals to others than tests and the mocks that these make.</summary>
    private static bool HasFriends(IAssemblySymbol assembly) => assembly.GetAttributes().Any(
        static attribute => attribute.AttributeClass?.Name is "InternalsVisibleToAttribute"
            && attribute.ConstructorArguments is [{ Value: string friend }, ..]
            && !friend.Contains("Test")
            && !friend.StartsWith("DynamicProxyGenAssembly2", StringComparison.Ordinal));

    /// <summary>By name: the declarations are not bound until one of them has it.</summary>
    private IEnumerable<IMethodSymbol> ThatOverride(IMethodSymbol method) =>
        !method.IsVirtual && !method.IsAbstract && !method.IsOverride ? [] :
        from member in compilation.GetSymbolsWithName((method.AssociatedSymbol ?? method).Name, SymbolFilter.Member)
        from candidate in MethodsOf(member)
        where candidate is { IsOverride: true, IsImplicitlyDeclared: false } && Overrides(candidate, method.OriginalDefinition)
        select candidate;

    private static IEnumerable<IMethodSymbol> MethodsOf(ISymbol member) => member switch
    {
        IMethodSymbol method => [method],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        IEventSymbol @event => new[] { @event.AddMethod, @event.RemoveMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };

    private static bool Overrides(IMethodSymbol method, IMethodSymbol overridden)
    {
        for (var next = method.OverriddenMethod; next is not null; next = next.OverriddenMethod)
        {
            if (SymbolEqualityComparer.Default.Equals(next.OriginalDefinition, overridden))
                return true;
        }

        return false;
    }

    private IEnumerable<IMethodSymbol> ThatImplement(IMethodSymbol method) =>
        from type in _implementers.Value
        from @interface in type.AllInterfaces
        where SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, method.ContainingType)
        from member in @interface.GetMembers(method.Name).OfType<IMethodSymbol>()
        where SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)
        let body = type.FindImplementationForInterfaceMember(member) as IMethodSymbol
        where body is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false }
        select body;
}
