using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>The objects that members are called on.</summary>
internal static class Receivers
{
    /// <summary>Whether a member may be asked of the object without fear of null.</summary>
    public static bool IsNotNull(IOperation receiver, BodyContext body) => receiver switch
    {
        IInstanceReferenceOperation or IConditionalAccessInstanceOperation or IObjectCreationOperation => true,
        IInvocationOperation call when HarmlessCalls.GivesClient(call.TargetMethod) => true,
        { Type.TypeKind: TypeKind.Delegate or TypeKind.Dynamic } => false,
        _ => body.IsNotNull(receiver) || IsInjected(receiver, body),
    };

    /// <summary>Where nullable is off, a service or client that is called still comes from outside and is there.</summary>
    private static bool IsInjected(IOperation receiver, BodyContext body) => IsCalled(receiver, body) && receiver switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.NullableAnnotation is NullableAnnotation.None,
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field.NullableAnnotation is NullableAnnotation.None,
        IPropertyReferenceOperation { Property: var property } => Members.IsInjected(property),
        _ => false,
    };

    private static bool IsCalled(IOperation receiver, BodyContext body) => receiver.Parent switch
    {
        IPropertyReferenceOperation view => view.Property.Name is "ToAsync",
        IInvocationOperation call => body.CallOf(call) is not null,
        _ => false,
    };
}
