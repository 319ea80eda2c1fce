using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Calls on generated proxies, in a compilation that has them.</summary>
/// <param name="namesFor">The verb lists that hold in a file.</param>
internal sealed class ServiceCalls(Func<SyntaxTree, EffectNames> namesFor)
{
    private const string AsyncView = "ToAsync";

    /// <summary>The touch of an operation that is a call on a proxy, or a step on the way to one; null if it is neither.</summary>
    public Touch? TouchOf(IOperation operation, InferenceSession session)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: AsyncView } view when IsProxy(view.Property.ContainingType):
                return new(Touches.Nothing, operation, "");
            case IInvocationOperation call when ServiceApi.ServiceOf(call.TargetMethod) is { } service:
                var finding = EffectOf(call, session);
                return new(TouchOf(finding), operation, $"calls '{service.Name}.{call.TargetMethod.Name}' ({finding.Reason})");
            default:
                return null;
        }
    }

    /// <summary>
    /// What is declared, else what the body shows, else what the name suggests. A name is evidence only beside a body that leaves
    /// room for it: where the body is in another assembly, nothing but a declaration counts.
    /// </summary>
    public EffectFinding EffectOf(IInvocationOperation call, InferenceSession session)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (ServiceApi.Of(method) is not { } api)
            return EffectFinding.Unseen;
        if (api.DeclaredEffect is var declared and not ApiEffect.Unknown && !IsContradicted(api, declared, session))
            return new(declared, EffectSource.Declared, $"declared {declared}");
        if (!session.Sees(api.Method))
            return EffectFinding.Unseen;
        var inferred = session.Of(api.Method);
        if (inferred.Effect is not ApiEffect.Unknown)
            return new(inferred.Effect, EffectSource.Inferred, inferred.Reason);
        var byName = ByName(method, call.IsValueDiscarded(), call.Syntax.SyntaxTree);
        return inferred.NameDecides || byName.Effect is ApiEffect.Writes
            ? byName : new(ApiEffect.Unknown, EffectSource.Inferred, inferred.Reason);
    }

    /// <summary>The verb lists that hold in the file.</summary>
    public EffectNames NamesFor(SyntaxTree tree) => namesFor(tree);

    /// <summary>Whether a call that is not understood has a name that only reads, and nothing about it says otherwise.</summary>
    public bool SaysThatItReads(IMethodSymbol target, IOperation by)
    {
        var names = namesFor(by.Syntax.SyntaxTree);
        if (target.AssociatedSymbol is IPropertySymbol property)
            return property.IsIndexer || (names.FindCommand(property.Name) is null && property.Name is not "Current");
        return names.Judge(target.Name, usesValue: true).Kind is EffectKind.Query && !TakesStatement(target) && !Consumes(target);
    }

    /// <summary>An override may do what the API it overrides is declared not to do.</summary>
    private static bool IsContradicted(ServiceApi api, ApiEffect declared, InferenceSession session) =>
        declared is not ApiEffect.Writes && api.Method.OverriddenMethod is not null && session.Sees(api.Method)
        && session.Of(api.Method) is { Effect: ApiEffect.Writes or ApiEffect.Unknown, NameDecides: false };

    /// <summary>Whether the caller says in a text what shall happen: SQL, a script.</summary>
    private static bool TakesStatement(IMethodSymbol method) =>
        method.Parameters.Any(
            static parameter => parameter.Type.SpecialType is SpecialType.System_String && EffectVerbs.Statements.Contains(parameter.Name));

    /// <summary><c>Read()</c> and <c>FetchMessage()</c>, which do not say what, take the next of something.</summary>
    private static bool Consumes(IMethodSymbol method) =>
        method.Parameters.All(static parameter => parameter.IsCancellationToken())
        && NameWords.Split(method.Name) is { IsEmpty: false } words
        && words[0] is ("Read" or "Fetch" or "Load" or "Extract")
        && (words.Length == 1 || !words[words.Length - 1].EndsWith("s", StringComparison.Ordinal));

    public EffectFinding ByName(IMethodSymbol method, bool valueDiscarded, SyntaxTree tree)
    {
        var verdict = namesFor(tree).Judge(method.Name, usesValue: !valueDiscarded && method.ReturnsValue());
        if (verdict.Kind is EffectKind.Query && TakesStatement(method))
            return new(ApiEffect.Unknown, EffectSource.Name, $"'{method.Name}' does what a text says");
        var effect = verdict.Kind switch
        {
            EffectKind.Query => ApiEffect.Reads,
            EffectKind.Command => ApiEffect.Writes,
            _ => ApiEffect.Unknown,
        };
        return new(effect, EffectSource.Name, verdict.Reason);
    }

    /// <summary>Whether the expression is a service's stream, walking over which calls the service.</summary>
    public static bool IsStream(IOperation expression) => expression.WithoutConversions() is IInvocationOperation call
        && (ServiceApi.ServiceOf(call.TargetMethod) is not null
            || (call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait"
                && !call.Arguments.IsEmpty
                && IsStream(call.Arguments[0].Value)));

    /// <summary>Whether the type is a service's proxy or its async view, both immutable.</summary>
    public static bool IsProxy(ITypeSymbol type) => ServiceApi.ServiceOf(type as INamedTypeSymbol) is not null;

    private static Touches TouchOf(EffectFinding finding) => finding.Effect switch
    {
        ApiEffect.Reads when finding.Source is EffectSource.Name => Touches.ByName,
        ApiEffect.None => Touches.Nothing,
        ApiEffect.Reads => Touches.ReadsGlobal,
        ApiEffect.Writes => Touches.WritesGlobal,
        _ => Touches.Unknown,
    };
}
