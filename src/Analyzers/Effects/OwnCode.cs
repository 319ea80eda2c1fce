using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects;

/// <summary>
/// Looks through the project's own methods: a call is a query that may overlap others if every body behind it comes down to queries of the
/// library model, writes nothing, and uses no object of a library that two calls at once might not share. What changes beside it may do so
/// between two calls in sequence as well. One per compilation, safe for concurrent use.
/// </summary>
internal sealed class OwnCode(Compilation compilation, EffectInference inference)
{
    public const string HttpRequests = "HttpClient";
    private const string KeepsCookiesReason = "the project keeps cookies between requests";

    /// <summary>Read once for each tree, not anew with every edit.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, object> CookieTrees = new();

    private readonly Lazy<bool> _keepsCookies = new(() => KeepsCookies(compilation));

    public bool KeepsAnyCookies => _keepsCookies.Value;

    /// <summary>What a call of the method does; "see" names where the answer comes from.</summary>
    public EffectFinding Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var target = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        var recorded = AreAllSeen(target) ? null : inference.Recorded.Find(target);
        var bodies = recorded is null ? BodiesBehind(target) : BodiesInSight(target);
        if (bodies.IsEmpty && recorded is null)
            return Unknown($"other code than this project's may run for '{Label(target)}'");

        var basis = recorded is null ? Basis.Nothing : recorded.Asked.Aggregate(Basis.Nothing, static (all, member) => all.Asking(member));
        foreach (var body in bodies)
        {
            if (Objection(body, target, cancellationToken) is { } objection)
                return Unknown($"{objection}, see {Label(body)}");
            basis = basis.And(inference.Of(body, cancellationToken).Basis);
        }

        if (basis.Asked.IsEmpty && recorded is not { IsDeclared: true, Reads: true })
            return Unknown($"nothing is waited for, see {(bodies.IsEmpty ? recorded!.Bodies[0] : Label(bodies[0]))}");
        if (Keeps(basis))
            return Unknown(KeepsCookiesReason);
        string reason = recorded?.Reason
            ?? $"only reads ({RecordedMember.AskedBy(basis.Asked)}), see {string.Join(", ", bodies.Select(Label))}";
        return new(ApiEffect.Reads, EffectSource.Inferred, reason);
    }

    /// <summary>What is found out about one body alone, whatever else may run in its place.</summary>
    public OwnSummary Summarize(IMethodSymbol body, CancellationToken cancellationToken)
    {
        var effect = inference.Of(body, cancellationToken);
        if (body.MethodKind is MethodKind.Constructor)
            return new(Label(body), effect.Basis, Reads: false, ObjectionToMaking(effect));
        string? objection = Objection(body, body, cancellationToken) ?? (Keeps(effect.Basis) ? KeepsCookiesReason : null);
        return new(Label(body), effect.Basis, effect.Effect is not ApiEffect.None, objection);
    }

    /// <summary>A new object may be filled; nothing else may be written.</summary>
    private static string? ObjectionToMaking(BodyEffect effect) =>
        (effect.Touches & (Touches.Unknown | Touches.ByName | (Touches.Writes & ~Touches.WritesInstance))) != 0
            ? effect.Reason : effect.Basis.Objections.FirstOrDefault();

    private bool Keeps(Basis basis) =>
        basis.Asked.Any(static member => member.StartsWith(HttpRequests, StringComparison.Ordinal)) && _keepsCookies.Value;

    /// <summary>What keeps a body from being a query that others may overlap.</summary>
    private string? Objection(IMethodSymbol body, IMethodSymbol target, CancellationToken cancellationToken)
    {
        var effect = inference.Of(body, cancellationToken);
        if (effect.Effect is not (ApiEffect.None or ApiEffect.Reads))
            return effect.Reason;
        if (effect.Basis.Objections is [var objection, ..])
            return objection;
        return target.ContainingType.TypeKind is TypeKind.Interface && IsDecorator(body.ContainingType, target.ContainingType)
            ? $"'{body.ContainingType.Name}' wraps another '{target.ContainingType.Name}'"
            : null;
    }

    /// <summary>Whether no code but this project's can run for the method.</summary>
    private bool AreAllSeen(IMethodSymbol target) =>
        inference.Implementations.IsOwn(target) && (!IsOpen(target) || !BodiesBehind(target).IsEmpty);

    /// <summary>The bodies of this project that may run, in an order of their own.</summary>
    private ImmutableArray<IMethodSymbol> BodiesInSight(IMethodSymbol target) =>
    [
        .. inference.Implementations.Of(target).Where(inference.Implementations.IsOwn)
            .OrderBy(static body => body.ToDisplayString(), StringComparer.Ordinal),
    ];

    /// <summary>Every body that may run; none where one may not be in sight.</summary>
    private ImmutableArray<IMethodSymbol> BodiesBehind(IMethodSymbol target)
    {
        if (!inference.Implementations.IsOwn(target))
            return [];
        if (!IsOpen(target))
            return [target];
        if (!inference.Implementations.AreAllKnown(target.ContainingType))
            return [];
        var bodies = inference.Implementations.Of(target).ToArray();

        // What implements an interface may be overridden where its class is seen.
        return Array.Exists(bodies, body => IsOpen(body) && !inference.Implementations.AreAllKnown(body.ContainingType))
            ? []
            : [.. bodies.OrderBy(static body => body.ToDisplayString(), StringComparer.Ordinal)];
    }

    /// <summary>Whether another body than the method's own may run.</summary>
    private static bool IsOpen(IMethodSymbol method) =>
        method.ContainingType.TypeKind is TypeKind.Interface
        || ((method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed);

    /// <summary>Whether the class is given, or holds, another object of the interface it implements.</summary>
    public static bool IsDecorator(INamedTypeSymbol type, INamedTypeSymbol @interface) =>
        type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.Type)
            .Concat(type.InstanceConstructors.SelectMany(static made => made.Parameters).Select(static parameter => parameter.Type))
            .Any(held => SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, @interface.OriginalDefinition));

    /// <summary>Whether the project speaks of a cookie container: then a request may be asked for what it leaves in there.</summary>
    public static bool KeepsCookies(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => (bool)CookieTrees.GetValue(
            tree, static tree => tree.GetText().ToString().Contains("CookieContainer")));

    /// <summary>An explicit implementation is named as its interface's member is.</summary>
    private static string Label(IMethodSymbol method) =>
        $"{method.ContainingType.Name}.{method.Name.Substring(method.Name.LastIndexOf('.') + 1)}";

    private static EffectFinding Unknown(string reason) => new(ApiEffect.Unknown, EffectSource.Inferred, reason);
}
