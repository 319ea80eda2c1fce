using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects;

/// <summary>
/// Looks through the project's own methods: a call is a query that may overlap others if every body behind it comes down to queries of the
/// library model, and the object it is called on keeps no state that changes. One per compilation, safe for concurrent use.
/// </summary>
internal sealed class OwnCode(Compilation compilation, EffectInference inference)
{
    private const string HttpRequests = "HttpClient";

    /// <summary>How many of the members that it comes down to a message names.</summary>
    private const int Named = 2;

    /// <summary>Read once for each tree, not anew with every edit.</summary>
    private static readonly ConditionalWeakTable<SyntaxTree, object> CookieTrees = new();

    private readonly Lazy<bool> _keepsCookies = new(() => KeepsCookies(compilation));

    /// <summary>What a call of the method does; "see" names where the answer comes from.</summary>
    public EffectFinding Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var target = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        var bodies = BodiesBehind(target);
        if (bodies.IsEmpty)
            return Unknown($"other code than this project's may run for '{Label(target)}'");

        var basis = Basis.Nothing;
        foreach (var body in bodies)
        {
            if (Objection(body, target, cancellationToken) is { } objection)
                return Unknown($"{objection}, see {Label(body)}");
            basis = basis.And(inference.Of(body, cancellationToken).Basis);
        }

        if (basis.Asked.IsEmpty)
            return Unknown($"nothing is waited for, see {Label(bodies[0])}");
        if (basis.Asked.Any(static member => member.StartsWith(HttpRequests, StringComparison.Ordinal)) && _keepsCookies.Value)
            return Unknown("the project keeps cookies between requests");
        string asked = string.Join(", ", basis.Asked.Take(Named).Select(static member => $"'{member}'"))
            + (basis.Asked.Count > Named ? ", …" : "");
        return new(ApiEffect.Reads, EffectSource.Inferred, $"only reads ({asked}), see {string.Join(", ", bodies.Select(Label))}");
    }

    /// <summary>What keeps a body from being a query that others may overlap.</summary>
    private string? Objection(IMethodSymbol body, IMethodSymbol target, CancellationToken cancellationToken)
    {
        var effect = inference.Of(body, cancellationToken);
        if (effect.Effect is not (ApiEffect.None or ApiEffect.Reads))
            return effect.Reason;
        if (effect.Basis.Objections is [var objection, ..])
            return objection;
        if (!body.IsStatic && inference.State.Find(body.ContainingType) is { } state)
            return state;
        return target.ContainingType.TypeKind is TypeKind.Interface && IsDecorator(body.ContainingType, target.ContainingType)
            ? $"'{body.ContainingType.Name}' wraps another '{target.ContainingType.Name}'"
            : null;
    }

    /// <summary>Every body that may run; none where one may not be in sight.</summary>
    private ImmutableArray<IMethodSymbol> BodiesBehind(IMethodSymbol target)
    {
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
    private static bool IsDecorator(INamedTypeSymbol type, INamedTypeSymbol @interface) =>
        type.GetMembers().OfType<IFieldSymbol>().Select(static field => field.Type)
            .Concat(type.InstanceConstructors.SelectMany(static made => made.Parameters).Select(static parameter => parameter.Type))
            .Any(held => SymbolEqualityComparer.Default.Equals(held.OriginalDefinition, @interface.OriginalDefinition));

    /// <summary>Whether the project speaks of a cookie container: then a request may be asked for what it leaves in there.</summary>
    private static bool KeepsCookies(Compilation compilation) =>
        compilation.SyntaxTrees.Any(static tree => (bool)CookieTrees.GetValue(
            tree, static tree => tree.GetText().ToString().Contains("CookieContainer")));

    private static string Label(IMethodSymbol method) => $"{method.ContainingType.Name}.{method.Name}";

    private static EffectFinding Unknown(string reason) => new(ApiEffect.Unknown, EffectSource.Inferred, reason);
}
