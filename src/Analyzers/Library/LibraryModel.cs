using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Library;

/// <summary>What members of the framework and of well-known libraries do. One per compilation, safe for concurrent use.</summary>
internal sealed class LibraryModel
{
    /// <summary>Every entry there is, by the types' full names.</summary>
    public static readonly ImmutableDictionary<string, LibraryEntry> Entries = Index(
    [
        .. Values.Entries, .. Collections.Entries, .. Concurrency.Entries, .. TextAndData.Entries, .. InputOutput.Entries,
        .. Network.Entries,
        .. Hosting.Entries, .. Models.Entries, .. AzureClients.Entries, .. AmazonClients.Entries, .. DataStores.Entries,
    ]);

    private static readonly string[] Destinations = ["destination", "destinationArray", "dst", "array"];

    private readonly ConcurrentDictionary<ITypeSymbol, LibraryEntry?> _types = new(SymbolEqualityComparer.Default);

    /// <summary>The entry that names the type itself.</summary>
    public LibraryEntry? Find(ITypeSymbol type) => _types.GetOrAdd(
        type.OriginalDefinition, static symbol =>
            symbol is INamedTypeSymbol named && Entries.TryGetValue(FullName(named), out var entry) ? entry : null);

    /// <summary>Whether the type, or one it derives from or implements, has the trait.</summary>
    public bool Has(ITypeSymbol type, LibraryTraits trait)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (Find(@base)?.Has(trait) is true)
                return true;
        }

        return trait is LibraryTraits.OneAtATime && type.AllInterfaces.Any(@interface => Find(@interface)?.Has(trait) is true);
    }

    public MemberDeed DeedOf(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.TypeKind is TypeKind.Enum)
            return MemberDeed.Pure;
        method = method.ReducedFrom ?? method;
        var deeds = Find(type)?.DeedsOf(method) ?? (method.OverriddenMethod is { } overridden && !IsInSource(method)
            ? DeedOf(overridden).Kinds : OfUnlisted(method, type));
        return (deeds & Deeds.Known) == 0 ? MemberDeed.Unknown : new(deeds | Returned(method), Written(method, deeds));
    }

    /// <summary>Whether a value of the type can never be seen to change.</summary>
    public bool IsImmutable(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Object } => false,
        INamedTypeSymbol named => Find(named)?.Has(LibraryTraits.Immutable) is true && named.TypeArguments.All(IsImmutable),
        _ => false,
    };

    /// <summary>As <see cref="IsImmutable"/>, without a model at hand.</summary>
    public static bool IsImmutableType(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => true,
        { SpecialType: SpecialType.System_Object } => false,
        INamedTypeSymbol named =>
            Entries.TryGetValue(FullName(named.OriginalDefinition), out var entry)
                && entry.Has(LibraryTraits.Immutable)
                && named.TypeArguments.All(IsImmutableType),
        _ => false,
    };

    /// <summary>Whether walking over the type's items runs none but the framework's code, unless something lazy hides behind it.</summary>
    public bool IsContainer(ITypeSymbol type) =>
        type is IArrayTypeSymbol || Find(type)?.Has(LibraryTraits.Container | LibraryTraits.Lazy) is true;

    /// <summary>Whether it is known that disposing of an object of the type lets go of nothing that others see.</summary>
    public bool IsDisposable(ITypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (Find(@base)?.Knows("Dispose") is true)
                return true;
        }

        return false;
    }

    /// <summary>Making an exception and reading it changes nothing.</summary>
    private static Deeds OfUnlisted(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.MethodKind is not (MethodKind.PropertyGet or MethodKind.Constructor) || IsInSource(type))
            return Deeds.Unknown;
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (@base is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return Deeds.Known;
        }

        return Deeds.Unknown;
    }

    /// <summary>An item of what it is called on, wherever the library declares the result by the type of the items.</summary>
    private static Deeds Returned(IMethodSymbol method) =>
        method.OriginalDefinition.ReturnType is ITypeParameterSymbol result && IsItemOf(method.OriginalDefinition, result)
            ? Deeds.ReturnsPart : 0;

    /// <summary>Whether the type parameter stands for the items of what the method is called on, or of its first argument.</summary>
    public static bool IsItemOf(IMethodSymbol definition, ITypeParameterSymbol type) =>
        definition.IsStatic
            ? definition.Parameters.FirstOrDefault()?.Type switch
            {
                IArrayTypeSymbol array => SymbolEqualityComparer.Default.Equals(array.ElementType, type),
                INamedTypeSymbol source => source.TypeArguments.Contains(type, SymbolEqualityComparer.Default),
                _ => false,
            }
            : definition.ContainingType.TypeParameters.Contains(type, SymbolEqualityComparer.Default);

    private static bool IsInSource(ISymbol symbol) => symbol.Locations is [{ IsInSource: true }, ..];

    /// <summary>A library writes what it takes by reference, into spans, and into arrays behind other parameters.</summary>
    private static ulong Written(IMethodSymbol method, Deeds deeds)
    {
        ulong written = 0;
        bool isView = method.MethodKind is MethodKind.Constructor || (deeds & Deeds.ReturnsSame) != 0;
        foreach (var parameter in method.Parameters)
        {
            bool isWritten = parameter switch
            {
                { RefKind: RefKind.Ref } => method.Name is not "Read",
                { Name: "outputValues" } => true,
                _ when isView => false,
                { Type: { TypeKind: TypeKind.Array } or { SpecialType: SpecialType.System_Array } } when WorksInPlace(method) => true,
                { Type: { Name: "Span" or "Memory", ContainingNamespace.Name: "System" } } => true,
                { IsParams: false, Type: IArrayTypeSymbol } =>
                    parameter.Ordinal > 0 || (!method.IsStatic && Destinations.Contains(parameter.Name)),
                _ => parameter.Name is "destination" || (Destinations.Contains(parameter.Name) && method.ReturnsVoid),
            };
            if (isWritten && parameter.Ordinal < 64)
                written |= 1UL << parameter.Ordinal;
        }

        return written;
    }

    /// <summary>The statics that change the arrays they are given.</summary>
    private static bool WorksInPlace(IMethodSymbol method) => method is
    {
        Name: "Clear" or "Fill" or "Reverse" or "Sort",
        ContainingType: { Name: "Array", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
    };

    private static string FullName(INamedTypeSymbol type)
    {
        var name = new StringBuilder(type.MetadataName);
        var outer = type;
        for (; outer.ContainingType is { } container; outer = container)
            name.Insert(0, container.MetadataName + "+");
        for (var scope = outer.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
            name.Insert(0, scope.Name + ".");
        return name.ToString();
    }

    private static ImmutableDictionary<string, LibraryEntry> Index(ImmutableArray<LibraryEntry> entries) =>
        entries.SelectMany(static entry => entry.Types.Select(type => (Type: type, Entry: entry)))
            .ToImmutableDictionary(static pair => pair.Type, static pair => pair.Entry);
}
