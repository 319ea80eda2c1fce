using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Shared.Effects.Bodies;

namespace Pipeline.Shared.Effects;

/// <summary>Calls on generated proxies, in a compilation that has them.</summary>
/// <param name="namesFor">The verb lists that hold in a file.</param>
/// <param name="trustsQueryNames">Whether a name is enough to call a query harmless. A command's name always is enough to call it one.</param>
internal sealed class ServiceCalls(Func<SyntaxTree, EffectNames> namesFor, bool trustsQueryNames = true) : IServiceCalls
{
    private const string AsyncView = "ToAsync";

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

    /// <summary>What is declared, else what the body shows here or showed the generator, else what the name suggests.</summary>
    public EffectFinding EffectOf(IInvocationOperation call, InferenceSession session)
    {
        var method = call.TargetMethod.OriginalDefinition;
        if (ServiceApi.Of(method) is { } api)
        {
            if (api.DeclaredEffect is var declared and not ApiEffect.Unknown)
                return new(declared, EffectSource.Declared, $"declared {declared}");
            if (session.Of(api.Method) is { Effect: not ApiEffect.Unknown } inferred)
                return new(inferred.Effect, EffectSource.Inferred, inferred.Reason);
        }

        if (RecordedEffect.Of(method) is var recorded and not ApiEffect.Unknown)
            return new(recorded, EffectSource.Inferred, $"its body was found to be {recorded}");
        return ByName(method, call.IsValueDiscarded(), call.Syntax.SyntaxTree);
    }

    public EffectFinding ByName(IMethodSymbol method, bool valueDiscarded, SyntaxTree tree)
    {
        var verdict = namesFor(tree).Judge(method.Name, usesValue: !valueDiscarded && method.ReturnsValue());
        var effect = verdict.Kind switch
        {
            EffectKind.Query => ApiEffect.Reads,
            EffectKind.Command => ApiEffect.Writes,
            _ => ApiEffect.Unknown,
        };
        return new(effect, EffectSource.Name, verdict.Reason);
    }

    public bool IsStream(IOperation expression) => expression.WithoutConversions() is IInvocationOperation call
        && (ServiceApi.ServiceOf(call.TargetMethod) is not null
            || (call.TargetMethod.Name is "WithCancellation" or "ConfigureAwait" && !call.Arguments.IsEmpty && IsStream(call.Arguments[0].Value)));

    public bool IsProxy(ITypeSymbol type) => ServiceApi.ServiceOf(type as INamedTypeSymbol) is not null;

    private Touches TouchOf(EffectFinding finding) => finding.Effect switch
    {
        ApiEffect.Reads when finding.Source is EffectSource.Name && !trustsQueryNames => Touches.Unknown,
        ApiEffect.None => Touches.Nothing,
        ApiEffect.Reads => Touches.ReadsGlobal,
        ApiEffect.Writes => Touches.WritesGlobal,
        _ => Touches.Unknown,
    };
}
