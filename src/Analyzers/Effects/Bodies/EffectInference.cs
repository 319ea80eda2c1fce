using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// Infers from a method's body what a call of it does. Sound rather than clever: it says "query" only of bodies in which it
/// understands every operation. One per compilation, safe for concurrent use.
/// </summary>
internal sealed class EffectInference(Compilation compilation, ServiceCalls services)
{
    public KnownMembers Known { get; } = new(compilation);

    public ServiceCalls Services { get; } = services;

    /// <summary>What is known for good.</summary>
    public ConcurrentDictionary<IMethodSymbol, BodyEffect> Settled { get; } = new(SymbolEqualityComparer.Default);

    public BodyEffect Of(IMethodSymbol method, CancellationToken cancellationToken) => new InferenceSession(this, cancellationToken).Of(method);

    public bool Sees(IMethodSymbol method, CancellationToken cancellationToken) => compilation.BodySyntaxOf(method, cancellationToken) is not null;

    public BodyEffect Infer(IMethodSymbol method, InferenceSession session)
    {
        session.CancellationToken.ThrowIfCancellationRequested();
        if (method.MethodKind is MethodKind.Constructor)
            return InferConstruction(method, session);
        return compilation.BodyOf(method, session.CancellationToken) is { } body
            ? BodyEffect.Of(BodyWalker.Walk(body, method, session))
            : BodyEffect.Unknown;
    }

    /// <summary>Making an object runs its initializers, its base's constructor, and its own.</summary>
    private BodyEffect InferConstruction(IMethodSymbol constructor, InferenceSession session)
    {
        var type = constructor.ContainingType;
        if (type.DeclaringSyntaxReferences.IsEmpty || type.StaticConstructors.Any(@static => !@static.IsImplicitlyDeclared))
            return BodyEffect.Unknown;

        var touches = new List<Touch>();
        var cancellationToken = session.CancellationToken;
        foreach (var initializer in compilation.InitializersOf(type, cancellationToken))
        {
            if (initializer is null)
                return BodyEffect.Unknown;
            touches.AddRange(BodyWalker.Walk(initializer, constructor, session));
        }

        if (compilation.BodyOf(constructor, cancellationToken) is { } body)
            touches.AddRange(BodyWalker.Walk(body, constructor, session));
        return PassesArgumentsToBase(constructor) || !IsHarmless(type.BaseType, session) ? BodyEffect.Unknown : BodyEffect.Of(touches);
    }

    /// <summary>Which of the base's constructors runs is not asked: all of them must be harmless.</summary>
    private bool IsHarmless(INamedTypeSymbol? @base, InferenceSession session) =>
        @base is null
        || @base.InstanceConstructors.All(constructor =>
            Known.DeedOf(constructor).IsKnown || (session.Of(constructor).Touches & ~Touches.Reads) is Touches.Nothing);

    /// <summary>Expressions in the base list belong to no body that could be walked.</summary>
    private static bool PassesArgumentsToBase(IMethodSymbol constructor) => constructor.ContainingType.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>()
        .Any(declaration => declaration.BaseList?.Types.Any(type =>
            type is PrimaryConstructorBaseTypeSyntax primary
            && primary.ArgumentList.Arguments.Any(argument => argument.Expression is not (IdentifierNameSyntax or LiteralExpressionSyntax))) is true);
}
