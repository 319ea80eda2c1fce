using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>What the framework is given and may call back: delegates, comparers, sequences, and the text, equality and order of
/// values.</content>
internal sealed partial class BodyWalker
{
    private static readonly string[] CallbackInterfaces =
        ["IComparer", "IEqualityComparer", "IFormatProvider", "ICustomFormatter", "IProgress", "IObserver"];

    private static readonly string[] ValueMembers = ["ToString", "Equals", "GetHashCode", "CompareTo", "TryFormat"];

    private void JudgePassed(IOperation argument)
    {
        var passed = argument.WithoutConversions();
        if (passed.Type is not { } type || passed.ConstantValue is { HasValue: true, Value: null })
            return;

        if (ItemsOf(passed) is { IsDefault: false } items)
        {
            foreach (var item in items)
                JudgePassed(item);
            return;
        }

        JudgeValue(passed);
        if (type.TypeKind is TypeKind.Delegate && passed is not IDelegateCreationOperation && _origins.Of(passed) != Origin.Fresh)
            Add(Touches.Unknown, argument, "passes on a delegate");
        else if (argument.Type is { TypeKind: TypeKind.Interface } seen
            && CallbackInterfaces.Contains(seen.Name)
            && !IsFrameworks(passed, type))
            Add(Touches.Unknown, argument, $"passes on a '{type.Name}'");
        else if (IsSequence(type) && !_library.IsContainer(type))
            Add(Touches.Unknown, argument, $"walks over a '{type.Name}'");
        else if (OneAtATime.Includes(type, _library) && !_origins.IsMade(passed))
            Add(Touches.Unknown, argument, $"hands on {Name(passed)}, which allows one operation at a time");
        else if (_library.IsContainer(type))
            JudgeWalk(passed, type);
    }

    /// <summary>The items of an array or span that is written as such, or that the compiler makes of <c>params</c>.</summary>
    private static ImmutableArray<IOperation> ItemsOf(IOperation passed) => passed switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var values } => values,
        ICollectionExpressionOperation { Elements: var values } when values.All(static value => value is not ISpreadOperation) => values,
        _ => default,
    };

    /// <summary>Not an abstract comparer somebody may have derived from, unless it is seen where it comes from.</summary>
    private bool IsFrameworks(IOperation passed, ITypeSymbol type) =>
        passed.ConstantValue is { HasValue: true, Value: null }
        || (_library.Find(type)?.Has(LibraryTraits.Immutable) is true
            && (!type.IsAbstract || passed is IPropertyReferenceOperation { Instance: null } or IInvocationOperation { Instance: null }));

    private static bool IsSequence(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
        && type.AllInterfaces.Any(static @interface => @interface.SpecialType is SpecialType.System_Collections_IEnumerable);

    /// <summary>A member that types in source may implement: those that could stand behind the receiver.</summary>
    private void JudgeReceiver(IOperation by, IMethodSymbol target, IOperation instance)
    {
        var receiver = instance.WithoutConversions();
        if (receiver.Type is not { } type)
            return;
        if (ValueMembers.Contains(target.Name))
            JudgeItemsOf(type, by);
        if (target.IsVirtual || target.IsAbstract || target.IsOverride)
            JudgeImplementations(by, target, type);
    }

    private void JudgeWalk(IOperation by, ITypeSymbol collection)
    {
        if (collection.TypeKind is TypeKind.Interface && _origins.MayBeForeign(by) && _session.Implementations.GetEnumerator is { } walk)
            JudgeImplementations(by, walk, collection);
    }

    private void JudgeImplementations(IOperation by, IMethodSymbol member, ITypeSymbol receiver)
    {
        foreach (var body in _session.Implementations.Of(member))
        {
            if (MayBe(body.ContainingType, receiver) && (_session.Of(body).Touches & ~Touches.Reads) is not Touches.Nothing)
                Add(Touches.Unknown, by, $"may run '{body.ContainingType.Name}.{Label(body)}'");
        }
    }

    private static bool MayBe(INamedTypeSymbol type, ITypeSymbol receiver) => receiver switch
    {
        { SpecialType: SpecialType.System_Object } or ITypeParameterSymbol => true,
        { TypeKind: TypeKind.Interface } =>
            type.AllInterfaces.Any(@interface => SymbolEqualityComparer.Default.Equals(@interface, receiver)
                || (HasParameter(receiver)
                    && SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, receiver.OriginalDefinition))),
        _ => type.WithBases().Any(@base => SymbolEqualityComparer.Default.Equals(@base.OriginalDefinition, receiver.OriginalDefinition)),
    };

    private static bool HasParameter(ITypeSymbol type) =>
        type is ITypeParameterSymbol
            || (type is INamedTypeSymbol named && named.TypeArguments.Any(HasParameter))
            || (type is IArrayTypeSymbol array && HasParameter(array.ElementType));

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
        if (type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object })
        {
            foreach (var member in _session.Implementations.OfValues)
                JudgeImplementations(by, member, type);
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named)
            return;

        foreach (var argument in named.TypeArguments)
            JudgeItemsOf(argument, by);
        foreach (var member in named.WithBases().TakeWhile(static type => !type.DeclaringSyntaxReferences.IsEmpty)
            .SelectMany(static type => type.GetMembers()))
        {
            if (member is IMethodSymbol { IsImplicitlyDeclared: false, IsStatic: false } method
                && ValueMembers.Contains(method.Name.Split('.').Last())
                && (_session.Of(method).Touches & ~Touches.Reads) is not Touches.Nothing)
            {
                Add(Touches.Unknown, by, $"may run '{named.Name}.{method.Name}'");
            }
        }
    }
}
