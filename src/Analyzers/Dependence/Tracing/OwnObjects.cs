using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Objects that the method has made itself and keeps to itself: nobody sees what it does to them.</summary>
internal static class OwnObjects
{
    /// <summary>
    /// Whether only the method itself has to do with the object of the variable until the call is over, and the call is given none of
    /// it.
    /// </summary>
    public static bool IsUnseenBy(ILocalSymbol owner, CallNode call, BodyContext body) =>
        call.Wait?.Syntax.Span.End is { } end
        && body.Variables.References(owner).All(reference => IsTouched(reference)
            ? !call.Invocation.Syntax.Span.Contains(reference.Syntax.Span)
            : reference.Syntax.SpanStart > end);

    /// <summary>
    /// The variable of the region that holds a new object, where the write goes to that object and runs no code; else null.
    /// </summary>
    /// <remarks>A variable that outlives the region may have been handed out by the time the region runs again.</remarks>
    public static ILocalSymbol? OwnerOf(IOperation target, IOperation region, BodyContext body) => target switch
    {
        IMemberReferenceOperation { Instance: { } instance } member when StoresPlainly(member, body) => OwnerIn(instance, region, body),
        IArrayElementReferenceOperation { ArrayReference: var array } => OwnerIn(array, region, body),
        IInvocationOperation { Instance: { } instance } call when Fills(call) => OwnerIn(instance, region, body),
        _ => null,
    };

    private static bool StoresPlainly(IMemberReferenceOperation member, BodyContext body) => member switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] } entry =>
            CollectionTypes.HashesPlainly(entry.Property.ContainingType) && body.IsNotNull(key),
        _ => Members.StoresPlainly(member),
    };

    /// <summary><c>list.Add(…)</c>, <c>text.Append(…)</c> of what the framework makes text of.</summary>
    private static bool Fills(IInvocationOperation call) =>
        CollectionTypes.AddsPlainly(call.TargetMethod)
        || (call.TargetMethod is
        {
            Name: "Append" or "AppendLine",
            ContainingType: { Name: "StringBuilder", ContainingNamespace.Name: "Text" }
        }
            && call.Arguments.All(static argument => Formatting.IsHarmless(argument.Value)));

    private static ILocalSymbol? OwnerIn(IOperation instance, IOperation region, BodyContext body) =>
        instance.Unwrapped() is ILocalReferenceOperation { Local: var variable }
        && WriteVisibility.IsDeclaredIn(variable, region)
        && body.Variables.FirstCapture(variable) is null
        && body.Variables.InitialValue(variable) is { } made && IsNew(made, body)
            ? variable
            : null;

    private static bool IsNew(IOperation made, BodyContext body) => made switch
    {
        IArrayCreationOperation => true,
        ICollectionExpressionOperation collection =>
            CollectionTypes.BuildsPlainly(collection) && collection.Type is { IsReferenceType: true },
        IObjectCreationOperation { Constructor: { } constructor } => body.Types.IsPlainConstructor(constructor),
        _ => false,
    };

    /// <summary>
    /// Whether the mention hands the object to nobody: a plain member or element of it is read or written, or it is filled.
    /// </summary>
    private static bool IsTouched(IOperation reference) => reference.Parent switch
    {
        IFieldReferenceOperation field => field.Instance == reference && !field.IsAliased(),
        IPropertyReferenceOperation property => property.Instance == reference && IsPlain(property.Property),
        IArrayElementReferenceOperation element => element.ArrayReference == reference && !element.IsAliased(),
        IInvocationOperation call => call.Instance == reference && Fills(call),
        _ => false,
    };

    private static bool IsPlain(IPropertySymbol property) =>
        property.IsIndexer ? CollectionTypes.HashesPlainly(property.ContainingType)
            : Members.IsAuto(property) || FrameworkProperties.IsCount(property);
}
