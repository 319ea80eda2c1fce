using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>Reading: harmless, but state that may change between two calls tells <c>Reads</c> from <c>None</c>.</content>
internal sealed partial class BodyWalker
{
    private void ReadField(IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        if (field.IsConst || (field.IsReadOnly && IsSettled(field.Type)))
            return;
        ReadMember(reference, field.IsStatic);
    }

    /// <summary>A primary constructor's parameter used in a method is a field in all but name.</summary>
    private void ReadParameter(IParameterReferenceOperation reference)
    {
        if (!_origins.IsOwn(reference.Parameter) && !IsSettled(reference.Parameter.Type))
            Add(Touches.ReadsInstance, reference, $"reads '{reference.Parameter.Name}'");
    }

    private void ReadProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.ContainingType.IsAnonymousType || ServiceCalls.IsProxy(property.Type))
            return;
        if (property.IsAuto())
        {
            bool isSettled = property.SetMethod is null or { IsInitOnly: true } && IsSettled(property.Type);
            if (!isSettled)
                ReadMember(reference, property.IsStatic);
        }
        else
        {
            Call(reference, property.GetMethod, reference.Instance, Values(reference.Arguments), MayBeOverridden(property));
        }
    }

    private void ReadMember(IMemberReferenceOperation reference, bool isStatic)
    {
        if (isStatic)
            Add(Touches.ReadsGlobal, reference, $"reads '{reference.Member.Name}'");
        else if (_origins.Of(reference.Instance) is Origin.Instance or Origin.InstancePart)
            Add(Touches.ReadsInstance, reference, $"reads '{reference.Member.Name}'");
    }

    private static bool MayBeOverridden(IPropertySymbol property) => property.IsVirtual || property.IsAbstract || property.IsOverride;

    /// <summary>Whether what a readonly variable of the type shows can never change.</summary>
    private bool IsSettled(ITypeSymbol type) => _known.IsImmutable(type) || ServiceCalls.IsProxy(type);
}
