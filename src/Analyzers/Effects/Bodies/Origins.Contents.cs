using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>
/// What lies inside objects that the body creates: everything it stores anywhere in new objects may lie in any of them, as far
/// as the types allow.
/// </content>
internal sealed partial class Origins
{
    private List<(ITypeSymbol Type, Func<Origin> Origin)>? _stored;
    private bool _isLooking;

    private List<(ITypeSymbol Type, Func<Origin> Origin)> AllStored => _stored ??= [.. body.DescendantsAndSelf().SelectMany(StoredBy)];

    /// <summary>The origin of objects of the type that the body put into new ones.</summary>
    private Origin Stored(ITypeSymbol? partType)
    {
        if (_isLooking)
            return Origin.Fresh;
        _isLooking = true;
        var origin = Origin.Fresh;
        foreach (var (type, stored) in AllStored)
        {
            if (partType is null || MayBe(type, partType))
                origin = origin.Or(stored());
        }

        _isLooking = false;
        return origin;
    }

    /// <summary>What a member of a new object holds: what the body stores, or what the object's own code put there.</summary>
    private Origin FreshMember(IOperation? container, ISymbol member)
    {
        if (ComesFromHelper(container))
            return Origin.Unknown;
        var type = TypeOf(member);
        return container?.Type is { IsAnonymousType: true } or { IsTupleType: true }
            || _library.Find(member.ContainingType) is not null
            || IsInitializedFresh(member)
            ? Stored(type)
            : Origin.Unknown;
    }

    /// <summary>Whether the object's own code gives the member nothing, a new object, or what its constructor was given.</summary>
    private bool IsInitializedFresh(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences is not [var declaration] || member.ContainingType.IsValueType
            || IsConstruction && SymbolEqualityComparer.Default.Equals(member.ContainingType, method?.ContainingType))
            return false;
        bool isFresh = declaration.GetSyntax() switch
        {
            PropertyDeclarationSyntax property => IsFresh(property.Initializer),
            VariableDeclaratorSyntax field => IsFresh(field.Initializer),
            ParameterSyntax => true,
            _ => false,
        };
        return isFresh
            && !member.ContainingType.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared
                && Assigns(constructor, member.Name));
    }

    private static bool IsFresh(EqualsValueClauseSyntax? initializer) => initializer?.Value switch
    {
        null or LiteralExpressionSyntax or CollectionExpressionSyntax { Elements.Count: 0 } => true,
        BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } => true,
        PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        _ => false,
    };

    private static bool Assigns(IMethodSymbol constructor, string member) => constructor.DeclaringSyntaxReferences.Any(declaration =>
        declaration.GetSyntax() is ConstructorDeclarationSyntax syntax
        && (syntax.Initializer is not null
            || syntax.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == member)));

    private IEnumerable<(ITypeSymbol Type, Func<Origin> Origin)> StoredBy(IOperation operation)
    {
        switch (operation)
        {
            case IArgumentOperation { Value: var value, Parent: IObjectCreationOperation }:
                yield return Itself(value);
                yield return Items(value);
                break;
            case IInvocationOperation call:
                foreach (var stored in StoredByCall(call))
                    yield return stored;
                break;
            case ISimpleAssignmentOperation
            {
                Target: IMemberReferenceOperation or IArrayElementReferenceOperation
                or IImplicitIndexerReferenceOperation, Value: var value
            }:
                yield return Itself(value);
                break;
            case ICoalesceAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation, Value: var value }:
                yield return Itself(value);
                break;
            case IArrayInitializerOperation { ElementValues: var values }:
                foreach (var value in values)
                    yield return Itself(value);
                break;
            case ICollectionExpressionOperation { Elements: var values }:
                foreach (var value in values)
                    yield return value is ISpreadOperation spread ? Items(spread.Operand) : Itself(value);
                break;
            case IWithOperation { Operand: var operand }:
                yield return Items(operand);
                break;
        }
    }

    /// <summary>A library keeps what its writers are given, or copies what it is called on; what source keeps is not followed.</summary>
    private IEnumerable<(ITypeSymbol Type, Func<Origin> Origin)> StoredByCall(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind is MethodKind.LocalFunction or MethodKind.DelegateInvoke
            || ServiceApi.ServiceOf(call.TargetMethod) is not null)
            yield break;
        if (_library.DeedOf(call.TargetMethod) is not { IsKnown: true } deed)
        {
            yield return (Anything, () => KeepsSomething(call.TargetMethod) ? Origin.Unknown : Origin.Nowhere);
            yield break;
        }

        if (deed.Does(Deeds.ReturnsFresh) | deed.WrittenParameters != 0
            && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } copied)
            yield return Items(copied);
        bool keeps = deed.Does(Deeds.WritesReceiver) || deed.WrittenParameters != 0;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }
                && (keeps || deed.Does(Deeds.ReturnsFresh)))
                yield return (Anything, () => OfResults(lambda.Body));
            if (keeps)
                yield return Itself(argument.Value);
            if (keeps && call.TargetMethod.Name.EndsWith("Range", StringComparison.Ordinal) | deed.WrittenParameters != 0)
                yield return Items(argument.Value);
        }
    }

    private bool KeepsSomething(IMethodSymbol target) => !session.Sees(target)
        || (session.Of(target).Touches & (
            Touches.WritesInstance | Touches.WritesInstancePart | Touches.WritesArgument | Touches.WritesArgumentPart)) != 0;

    /// <summary>Whether another method created the object, so that what it put inside does not show here.</summary>
    private bool ComesFromHelper(IOperation? expression) => expression?.WithoutConversions() switch
    {
        IInvocationOperation call => !_library.DeedOf(call.TargetMethod).IsKnown,
        IPropertyReferenceOperation property => !property.Property.IsAuto() && !_library.DeedOf(property.Property.GetMethod!).IsKnown,
        IAwaitOperation await => ComesFromHelper(await.Operation),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional =>
            ComesFromHelper(conditional.WhenTrue) || ComesFromHelper(whenFalse),
        ICoalesceOperation coalesce => ComesFromHelper(coalesce.Value) || ComesFromHelper(coalesce.WhenNull),
        ISimpleAssignmentOperation assignment => ComesFromHelper(assignment.Value),
        IConditionalAccessInstanceOperation instance => ComesFromHelper(Conditional(instance)?.Operation),
        ILocalReferenceOperation { Local: var local } => IsAnyFromHelper(local),
        _ => false,
    };

    private bool IsAnyFromHelper(ISymbol variable)
    {
        if (!_pending.Add((variable, false)))
            return false;
        bool isAny = Variables.ValuesOf(variable).Any(value => ComesFromHelper(value.Value));
        _pending.Remove((variable, false));
        return isAny;
    }

    private ITypeSymbol Anything => session.ObjectType;

    private (ITypeSymbol Type, Func<Origin> Origin) Itself(IOperation value) =>
        (value.WithoutConversions().Type ?? Anything, () => Of(value));

    private (ITypeSymbol Type, Func<Origin> Origin) Items(IOperation value) =>
        (Anything, () => value.WithoutConversions().Type is { } type && HoldsObjects(type) ? PartOf(value, null) : Origin.Nowhere);

    private bool HoldsObjects(ITypeSymbol type) => type switch
    {
        _ when _library.IsImmutable(type) => false,
        IArrayTypeSymbol array => !_library.IsImmutable(array.ElementType),
        INamedTypeSymbol named when _library.IsContainer(named) && named.TypeArguments.Length > 0 =>
            !named.TypeArguments.All(_library.IsImmutable),
        _ => true,
    };

    /// <summary>Whether a value of the one static type may be an object of the other.</summary>
    private bool MayBe(ITypeSymbol type, ITypeSymbol other)
    {
        if (_library.IsImmutable(type))
            return false;
        return type.TypeKind is not TypeKind.Class || other.TypeKind is not TypeKind.Class || IsBase(type, other) || IsBase(other, type);
    }

    private static bool IsBase(ITypeSymbol @base, ITypeSymbol type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(next.OriginalDefinition, @base.OriginalDefinition))
                return true;
        }

        return false;
    }
}
