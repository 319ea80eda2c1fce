using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// Infers from a method's body what a call of it does. Sound rather than clever: it says "query" only of bodies in which it
/// understands every operation. One per compilation, safe for concurrent use.
/// </summary>
/// <param name="compilation">The code in sight.</param>
/// <param name="services">What is known of calls on proxies.</param>
/// <param name="recorded">What is known of code out of sight; null if nothing.</param>
internal sealed class EffectInference(Compilation compilation, ServiceCalls services, RecordedEffects? recorded = null)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, string?> _initializations = new(SymbolEqualityComparer.Default);

    public LibraryModel Library { get; } = new();

    public Implementations Implementations { get; } = new(compilation);

    public RecordedEffects Recorded { get; } = recorded ?? RecordedEffects.None;

    public ServiceCalls Services { get; } = services;

    public ITypeSymbol ObjectType => compilation.ObjectType;

    /// <summary>What is known for good.</summary>
    public ConcurrentDictionary<IMethodSymbol, BodyEffect> Settled { get; } = new(SymbolEqualityComparer.Default);

    public BodyEffect Of(IMethodSymbol method, CancellationToken cancellationToken) =>
        new InferenceSession(this, cancellationToken).Of(method);

    public bool Sees(IMethodSymbol method, CancellationToken cancellationToken) =>
        IsAutoAccessor(method) || compilation.BodySyntaxOf(method.OriginalDefinition, cancellationToken) is not null;

    public bool IsIterator(IMethodSymbol method, CancellationToken cancellationToken) =>
        compilation.BodySyntaxOf(method.OriginalDefinition, cancellationToken)?.DescendantNodes()
            .Any(static node => node is YieldStatementSyntax) is true;

    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellationToken) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellationToken)
            : null;

    public BodyEffect Infer(IMethodSymbol method, InferenceSession session)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        if (method.MethodKind is MethodKind.Constructor)
            return InferConstruction(method, session);
        if (IsAutoAccessor(method))
            return OfAutoAccessor(method);
        if (method.HasAttribute("Microsoft.Extensions.Logging.LoggerMessageAttribute"))
            return BodyEffect.Nothing;
        return compilation.BodyOf(method, session.CancellationToken) is { } body
            ? BodyWalker.Walk(body, method, session)
            : BodyEffect.Unknown("its body is not in source");
    }

    /// <summary>What the first use of a type does beside filling the type itself.</summary>
    public string? OfInitialization(INamedTypeSymbol type, InferenceSession session)
    {
        if (_initializations.TryGetValue(type, out string? reason))
            return reason;

        // Until more is known, a type that uses itself while it is initialized does no harm by that.
        _initializations[type] = null;
        return _initializations[type] = FindInitialization(type, session);
    }

    private string? FindInitialization(INamedTypeSymbol type, InferenceSession session)
    {
        var constructor = type.StaticConstructors.FirstOrDefault();
        foreach (var initializer in compilation.InitializersOf(type, isStatic: true, session.CancellationToken))
        {
            foreach (var touch in initializer is null ? [] : BodyWalker.List(initializer, constructor, session))
            {
                if ((touch.Kind & Touches.Writes) != 0)
                    return touch.Reason;
            }
        }

        return constructor is { IsImplicitlyDeclared: false }
            && session.Of(constructor) is var effect
            && (effect.Touches & (Touches.Writes | Touches.Unknown)) != 0
            ? effect.Reason
            : null;
    }

    /// <summary>Making an object runs its initializers, its base's constructor, and its own.</summary>
    private BodyEffect InferConstruction(IMethodSymbol constructor, InferenceSession session)
    {
        var type = constructor.ContainingType;
        if (type.DeclaringSyntaxReferences.IsEmpty
            || type.GetMembers().Any(static member => member is IMethodSymbol { MethodKind: MethodKind.Destructor }))
            return BodyEffect.Unknown(type.DeclaringSyntaxReferences.IsEmpty ? "its constructor is not in source" : "has a finalizer");

        var initialized = BodyEffect.Nothing;
        var cancellationToken = session.CancellationToken;
        foreach (var initializer in compilation.InitializersOf(type, isStatic: false, cancellationToken))
        {
            if (initializer is null)
                return BodyEffect.Unknown("has an initializer that cannot be read");
            initialized = initialized.Or(BodyWalker.Walk(initializer, constructor, session));
        }

        var effect = compilation.BodyOf(constructor, cancellationToken) is { } body
            ? BodyWalker.Walk(body, constructor, session) : BodyEffect.Nothing;
        return initialized.Or(effect).Or(OfBase(constructor, session)) with { Returned = Origin.Fresh };
    }

    /// <summary>What the base's constructor does where none is named: one that takes nothing, or what a base list passes on.</summary>
    private BodyEffect OfBase(IMethodSymbol constructor, InferenceSession session)
    {
        if (constructor.ContainingType.BaseType is not
            {
                SpecialType: not (SpecialType.System_Object
            or SpecialType.System_ValueType)
            } @base)
            return BodyEffect.Nothing;
        foreach (var declaration in constructor.ContainingType.DeclaringSyntaxReferences)
        {
            if (declaration.GetSyntax(session.CancellationToken) is TypeDeclarationSyntax { BaseList: { } list }
                && list.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } call)
            {
                return OperationOf(call, session.CancellationToken) is { } operation
                    ? BodyWalker.Walk(operation, constructor, session)
                    : BodyEffect.Unknown("passes arguments to its base");
            }
        }

        if (constructor.DeclaringSyntaxReferences is [var own]
            && own.GetSyntax(session.CancellationToken) is ConstructorDeclarationSyntax { Initializer: not null })
            return BodyEffect.Nothing;
        return @base.InstanceConstructors.FirstOrDefault(static candidate =>
            candidate.Parameters.All(static parameter => parameter.IsOptional)) switch
        {
            { } implied when Library.DeedOf(implied).IsKnown => BodyEffect.Nothing,
            { } implied => session.Of(implied),
            null => BodyEffect.Unknown("has a base that cannot be read"),
        };
    }

    private static bool IsAutoAccessor(IMethodSymbol method) =>
        method is
        {
            MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, IsAbstract: false,
            AssociatedSymbol: IPropertySymbol { DeclaringSyntaxReferences.IsEmpty: false } property
        }
        && property.IsStored();

    private static BodyEffect OfAutoAccessor(IMethodSymbol method) => (method.MethodKind, method.IsStatic) switch
    {
        (MethodKind.PropertyGet, false) =>
            new(Touches.ReadsInstance, $"reads '{method.AssociatedSymbol?.Name}'") { Returned = new(Places.InstancePart) },
        (MethodKind.PropertyGet, true) => new(Touches.ReadsGlobal, $"reads '{method.AssociatedSymbol?.Name}'") { Returned = Origin.Global },
        (_, false) => new(Touches.WritesInstance, $"writes '{method.AssociatedSymbol?.Name}'"),
        _ => new(Touches.WritesGlobal, $"writes '{method.AssociatedSymbol?.Name}'"),
    };
}
