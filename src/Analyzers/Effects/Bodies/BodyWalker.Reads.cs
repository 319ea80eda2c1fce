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
        if (field is { IsStatic: true, IsConst: false })
            Initialize(field.ContainingType, reference);
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
        if (LazyValue.FactoryOf(reference, _session) is { } factory)
        {
            ReadLazily(reference, factory);
        }
        else if (property.IsAuto() && !_library.DeedOf(property.GetMethod!).IsKnown && !IsFrameworks(property.ContainingType))
        {
            if (property.IsStatic)
                Initialize(property.ContainingType, reference);
            bool isSettled = property.SetMethod is null or { IsInitOnly: true } && IsSettled(property.Type);
            if (!isSettled)
                ReadMember(reference, property.IsStatic);
        }
        else
        {
            Call(reference, property.GetMethod, reference.Instance, Passed(reference.Arguments), MayBeOverridden(property));
        }
    }

    /// <summary>Of the framework's own types the model decides: what it refers to is not what it runs with.</summary>
    private static bool IsFrameworks(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty && RootOf(type) is "System" or "Microsoft";

    /// <summary>The first reader of a lazy value runs its factory; all others read what it made.</summary>
    private void ReadLazily(IPropertyReferenceOperation reference, IAnonymousFunctionOperation factory)
    {
        Object($"reads the lazy value of '{reference.Instance?.Syntax}'");
        var touches = List(factory.Body, null, _session);
        Add(Touches.ReadsGlobal, reference, "reads a lazy value");
        foreach (var touch in touches)
            Add(
                (touch.Kind & (Touches.Unknown | Touches.WritesGlobal)) != 0 ? Touches.Unknown : touch.Kind & Touches.ByName,
                reference,
                $"may compute a lazy value, which {touch.Reason}");
    }

    private void ReadMember(IMemberReferenceOperation reference, bool isStatic)
    {
        if (isStatic)
        {
            Add(Touches.ReadsGlobal, reference, $"reads '{reference.Member.Name}'");
            ObjectToStatic(reference.Member);
        }
        else if ((PlaceOf(reference.Instance).Places & (Places.Instance | Places.InstancePart)) != 0)
            Add(Touches.ReadsInstance, reference, $"reads '{reference.Member.Name}'");
    }

    /// <summary>The object in whose storage a member lies: that of the outermost structure around it.</summary>
    private Origin PlaceOf(IOperation? instance)
    {
        while (instance is IFieldReferenceOperation { Type.IsValueType: true, Field.IsStatic: false } structure)
            instance = structure.Instance;
        return instance is ILocalReferenceOperation { Type.IsValueType: true } ? Origin.Fresh : _origins.Of(instance);
    }

    private static bool MayBeOverridden(IPropertySymbol property) => property.IsVirtual || property.IsAbstract || property.IsOverride;

    /// <summary>Whether what a readonly variable of the type shows can never change.</summary>
    private bool IsSettled(ITypeSymbol type) => _library.IsImmutable(type) || ServiceCalls.IsProxy(type);
}
