using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>What the framework is given and may call back: delegates, comparers, sequences, and the text, equality and order of values.</content>
internal sealed partial class BodyWalker
{
    private static readonly string[] CallbackInterfaces = ["IComparer", "IEqualityComparer", "IFormatProvider", "ICustomFormatter"];

    private static readonly string[] ValueMembers = ["ToString", "Equals", "GetHashCode", "CompareTo", "TryFormat"];

    private void JudgePassed(IOperation argument)
    {
        var passed = argument.WithoutConversions();
        if (passed.Type is not { } type)
            return;

        JudgeValue(passed);
        if (type.TypeKind is TypeKind.Delegate && passed is not IDelegateCreationOperation && _origins.Of(passed) is not Origin.Fresh)
            Add(Touches.Unknown, argument, "passes on a delegate");
        else if (argument.Type is { TypeKind: TypeKind.Interface } seen && CallbackInterfaces.Contains(seen.Name) && !IsFrameworks(passed, type))
            Add(Touches.Unknown, argument, $"passes on a '{type.Name}'");
        else if (IsSequence(type) && !_known.IsContainer(type))
            Add(Touches.Unknown, argument, $"walks over a '{type.Name}'");
    }

    /// <summary>Not an abstract comparer somebody may have derived from, unless it is seen where it comes from.</summary>
    private bool IsFrameworks(IOperation passed, ITypeSymbol type) =>
        _known.IsImmutable(type)
        && (!type.IsAbstract || passed is IPropertyReferenceOperation { Instance: null } or IInvocationOperation { Instance: null });

    private static bool IsSequence(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && type.AllInterfaces.Any(static @interface => @interface.SpecialType is SpecialType.System_Collections_IEnumerable);

    /// <summary>The framework may ask a value for its text, its hash, whether it equals another and which comes first.</summary>
    private void JudgeValue(IOperation value)
    {
        if (value.WithoutConversions().Type is { } type)
            JudgeItemsOf(type, value);
    }

    private void JudgeItemsOf(ITypeSymbol type, IOperation by)
    {
        if (type is IArrayTypeSymbol array)
            JudgeItemsOf(array.ElementType, by);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named)
            return;

        foreach (var argument in named.TypeArguments)
            JudgeItemsOf(argument, by);
        foreach (var member in named.WithBases().TakeWhile(static type => !type.DeclaringSyntaxReferences.IsEmpty).SelectMany(static type => type.GetMembers()))
        {
            if (member is IMethodSymbol { IsImplicitlyDeclared: false, IsStatic: false } method && ValueMembers.Contains(method.Name.Split('.').Last())
                && (_session.Of(method).Touches & ~Touches.Reads) is not Touches.Nothing)
            {
                Add(Touches.Unknown, by, $"may run '{named.Name}.{method.Name}'");
            }
        }
    }
}
