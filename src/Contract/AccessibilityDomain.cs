using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>Who sees a type: the rule behind "inconsistent accessibility".</summary>
internal static class AccessibilityDomain
{
    /// <summary>Whether everyone who sees the viewer also sees the type and all it is made of.</summary>
    public static bool IsSeenByAllWhoSee(this ITypeSymbol type, INamedTypeSymbol viewer) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsSeenByAllWhoSee(viewer),
        INamedTypeSymbol named => IsNamedSeen(named, viewer),
        _ => true,
    };

    private static bool IsNamedSeen(INamedTypeSymbol type, INamedTypeSymbol viewer)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (!IsDeclarationSeen(part, viewer) || !part.TypeArguments.All(argument => argument.IsSeenByAllWhoSee(viewer)))
                return false;
        }

        return true;
    }

    private static bool IsDeclarationSeen(INamedTypeSymbol type, INamedTypeSymbol viewer) => type switch
    {
        { IsFileLocal: true } => false,
        { DeclaredAccessibility: Accessibility.Public or Accessibility.NotApplicable } => true,
        { DeclaredAccessibility: Accessibility.Internal } => StaysInAssembly(viewer, type.ContainingAssembly),
        { DeclaredAccessibility: Accessibility.Protected } => StaysInHeirs(viewer, type.ContainingType),
        { DeclaredAccessibility: Accessibility.ProtectedOrInternal } =>
            StaysInAssembly(viewer, type.ContainingAssembly) || StaysInHeirs(viewer, type.ContainingType, orAssembly: true),
        { DeclaredAccessibility: Accessibility.ProtectedAndInternal } =>
            StaysInAssembly(viewer, type.ContainingAssembly) && StaysInHeirs(viewer, type.ContainingType),
        _ => StaysInType(viewer, type.ContainingType),
    };

    private static bool StaysInAssembly(INamedTypeSymbol viewer, IAssemblySymbol assembly) => viewer.WithContainers().Any(part =>
        part.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal
        && (SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, assembly)
            || assembly.GivesAccessTo(part.ContainingAssembly)));

    private static bool StaysInHeirs(INamedTypeSymbol viewer, INamedTypeSymbol root, bool orAssembly = false) =>
        viewer.WithContainers().Any(part => part.DeclaredAccessibility switch
        {
            Accessibility.Protected or Accessibility.ProtectedAndInternal => part.ContainingType.DerivesFrom(root),
            Accessibility.ProtectedOrInternal => orAssembly
                && SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, root.ContainingAssembly)
                && part.ContainingType.DerivesFrom(root),
            Accessibility.Private => part.ContainingType.WithContainers().Any(container => container.DerivesFrom(root)),
            _ => false,
        });

    private static bool StaysInType(INamedTypeSymbol viewer, INamedTypeSymbol type) => viewer.WithContainers().Any(part =>
        part.DeclaredAccessibility is Accessibility.Private
        && part.ContainingType.WithContainers().Any(container => SameDefinition(container, type)));

    private static bool DerivesFrom(this INamedTypeSymbol type, INamedTypeSymbol root) =>
        type.WithBases().Any(@base => SameDefinition(@base, root));

    private static bool SameDefinition(INamedTypeSymbol left, INamedTypeSymbol right) =>
        SymbolEqualityComparer.Default.Equals(left.OriginalDefinition, right.OriginalDefinition);
}
