using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Library.Clients;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// Whether objects of a type keep state that changes: a field that can be written, or one that holds such an object. What two calls at once
/// see of it is not for their bodies to say. One per compilation, safe for concurrent use.
/// </summary>
/// <remarks>Every question is answered by a walk of its own, so that the answer does not depend on what was asked before.</remarks>
internal sealed class KeptState(
    Compilation compilation, LibraryModel library, Implementations implementations, RecordedEffects recorded)
{
    private const string CanBeWritten = "can be written";

    private readonly ConcurrentDictionary<ITypeSymbol, string?> _found = new(SymbolEqualityComparer.Default);

    /// <returns>The state, in words: "'Cache._entries' can be written"; null if there is none.</returns>
    public string? Find(ITypeSymbol type) => _found.GetOrAdd(type, Search);

    private string? Search(ITypeSymbol root)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<ITypeSymbol>([root]);
        while (pending.Count > 0)
        {
            var type = pending.Dequeue();
            if (seen.Add(type) && !IsSafe(type) && Look(type, pending) is { } reason)
                return reason;
        }

        return null;
    }

    /// <summary>What is immutable, and what is documented to take several calls at once.</summary>
    private bool IsSafe(ITypeSymbol type) =>
        library.IsImmutable(type)
        || library.Find(type)?.Has(LibraryTraits.Concurrent) is true
        || ServiceCalls.IsProxy(type)
        || (type is INamedTypeSymbol named && ClientTypes.IsClient(named));

    /// <summary>What one type keeps itself; what it leads to is put on the list.</summary>
    private string? Look(ITypeSymbol type, Queue<ITypeSymbol> pending)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named)
            return MayKeep(type);
        if (named.TypeKind is TypeKind.Interface)
            return LookBehind(named, pending);
        if (!implementations.IsOwn(named))
            return recorded.IsStateless(named) ? null : MayKeep(type);
        string? writes = null;
        foreach (var field in named.GetMembers().OfType<IFieldSymbol>())
        {
            // The fields in which primary constructors keep their parameters are not readonly even where nothing writes them: see below.
            if (field.IsStatic || field is { IsImplicitlyDeclared: true, AssociatedSymbol: null })
                continue;
            if (!field.IsReadOnly && (writes ??= Writes(named)) is { Length: > 0 })
                return writes is CanBeWritten ? $"'{named.Name}.{(field.AssociatedSymbol ?? field).Name}' {CanBeWritten}" : writes;
            pending.Enqueue(field.Type);
        }

        foreach (var parameter in named.InstanceConstructors.Where(IsPrimary).SelectMany(static constructor => constructor.Parameters))
        {
            if (named.IsRecord || !IsKept(parameter))
                continue;
            if (!NameWrites.IsNeverAssigned(parameter))
                return $"'{parameter.Name}' of '{named.Name}' can be written";
            pending.Enqueue(parameter.Type);
        }

        if (named.BaseType is { SpecialType: SpecialType.None } @base)
            pending.Enqueue(@base);

        // An object of a class that is derived may do in an override what that class keeps state for.
        if (!named.IsSealed && !named.IsValueType)
        {
            foreach (var derived in implementations.TypesBelow(named))
                pending.Enqueue(derived);
        }

        return null;
    }

    /// <summary>
    /// Where objects of the class are written once they are made: nowhere, if it is the kind of settings that only configuration fills.
    /// What other projects write, the effect file says.
    /// </summary>
    /// <returns>Empty if nowhere.</returns>
    private string Writes(INamedTypeSymbol type)
    {
        bool isSeen = implementations.AreAllKnown(type) || recorded.IsSettled(type);
        if (!isSeen || type.TypeKind is not TypeKind.Class || type.GetMembers().Any(static member => member is IEventSymbol))
            return CanBeWritten;
        return WritesAfterCreation.Find(compilation, type, CancellationToken.None) ?? "";
    }

    /// <summary>Behind an interface may stand every type that implements it, and where others can see it, types unknown.</summary>
    private string? LookBehind(INamedTypeSymbol type, Queue<ITypeSymbol> pending)
    {
        if (!implementations.AreAllKnown(type) && !recorded.IsStateless(type))
            return $"others may implement '{type.Name}'";
        foreach (var implementing in implementations.TypesBehind(type))
            pending.Enqueue(implementing);
        return null;
    }

    private static string MayKeep(ITypeSymbol type) =>
        $"a '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}' may keep state";

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences is [var declaration] && declaration.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>
    /// Whether a primary constructor's parameter outlives the constructor: it is named in a member, not only in what fills one.
    /// </summary>
    private static bool IsKept(IParameterSymbol parameter) => parameter.ContainingType.DeclaringSyntaxReferences.Any(
        declaration => declaration.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Any(name => name.Identifier.ValueText == parameter.Name && !IsInInitializer(name)));

    private static bool IsInInitializer(SyntaxNode name) => name.Ancestors().Any(static node =>
        node is BaseListSyntax
        || (node is EqualsValueClauseSyntax { Parent: var filled }
            && filled is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }));
}
