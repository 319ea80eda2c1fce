using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Which objects others may hold too: those reached through <c>this</c> or a static, not arguments, locals and results.</summary>
internal static class SharedObjects
{
    /// <summary>Whether others may hold the object the member is read from.</summary>
    public static bool IsShared(this IMemberReferenceOperation member) => member.Instance is null || member.Instance.IsShared();

    /// <summary>Whether others may hold the value.</summary>
    public static bool IsShared(this IOperation value) => value.Unwrapped() switch
    {
        ILocalReferenceOperation or IAwaitOperation or IObjectCreationOperation or IArrayCreationOperation or ITupleOperation => false,
        IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance } => false,
        IParameterReferenceOperation parameter => parameter.Parameter.IsPrimary(),
        IMemberReferenceOperation { Instance: { } instance } => instance.IsShared(),
        IInvocationOperation { Instance: { } instance } => instance.IsShared(),
        IConditionalAccessInstanceOperation instance => AccessAround(instance) is not { } access || access.Operation.IsShared(),
        _ => true,
    };

    private static IConditionalAccessOperation? AccessAround(IOperation instance)
    {
        for (IOperation inner = instance; inner.Parent is { } outer; inner = outer)
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access;
        }

        return null;
    }
}
