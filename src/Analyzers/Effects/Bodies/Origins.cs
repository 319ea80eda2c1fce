using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Finds where the objects come from that a body writes to.</summary>
/// <remarks>A value type stands for the objects it refers to: a copy of it refers to the same ones.</remarks>
internal sealed partial class Origins(IOperation body, IMethodSymbol? method, InferenceSession session)
{
    private readonly LibraryModel _library = session.Library;
    private readonly HashSet<(ISymbol Variable, bool IsPart)> _pending = [];
    private BodyVariables? _variables;

    public BodyVariables Variables => _variables ??= new(body, _library);

    private bool IsConstruction => method is { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } or null;

    /// <summary>Where the object comes from that the expression gives.</summary>
    public Origin Of(IOperation? expression) =>
        expression?.Type is { } type && _library.IsImmutable(type) ? Origin.Nowhere : expression switch
        {
            null => Origin.Nowhere,
            IObjectCreationOperation creation => OfCreation(creation),
            ITupleOperation tuple => tuple.Elements.Aggregate(Origin.Nowhere, (all, element) => all.Or(Of(element))),
            IWithOperation { Type.IsValueType: true } with => Of(with.Operand),
            IArrayCreationOperation or IAnonymousObjectCreationOperation or IWithOperation or ICollectionExpressionOperation =>
                Origin.Fresh,
            IAnonymousFunctionOperation or IDefaultValueOperation or ILiteralOperation or IInterpolatedStringOperation
                or ITypeParameterObjectCreationOperation => Origin.Fresh,
            IDelegateCreationOperation creation =>
                creation.Target is IAnonymousFunctionOperation
                    or IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } ? Origin.Fresh : Origin.Unknown,
            IConversionOperation conversion => OfConversion(conversion),
            IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
            IInstanceReferenceOperation instance => OfInstance(instance),
            ILocalReferenceOperation reference => OfVariable(reference.Local, Origin.Nowhere, isDeclared: true),
            IParameterReferenceOperation reference => OfParameter(reference.Parameter),
            IFieldReferenceOperation { Field.IsStatic: true } field => OfStatic(field.Field),
            IFieldReferenceOperation field => Inside(field.Instance, field.Field),
            IPropertyReferenceOperation property => OfProperty(property),
            IArrayElementReferenceOperation element => PartOf(element.ArrayReference, element.Type),
            IImplicitIndexerReferenceOperation indexer =>
                _library.IsContainer(indexer.Instance.Type!) ? PartOf(indexer.Instance, indexer.Type) : Origin.Unknown,
            IInvocationOperation call => OfCall(call),
            IAwaitOperation await => OfAwaited(await.Operation.WithoutConversions()),
            IConditionalAccessInstanceOperation instance => Of(Conditional(instance)?.Operation),
            IConditionalAccessOperation access => Of(access.WhenNotNull),
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => Of(conditional.WhenTrue).Or(Of(whenFalse)),
            ICoalesceOperation coalesce => Of(coalesce.Value).Or(Of(coalesce.WhenNull)),
            ISwitchExpressionOperation choice => choice.Arms.Aggregate(Origin.Nowhere, (all, arm) => all.Or(Of(arm.Value))),
            ISimpleAssignmentOperation assignment => Of(assignment.Value),
            ICoalesceAssignmentOperation assignment => Of(assignment.Target).Or(Of(assignment.Value)),
            IThrowOperation => Origin.Nowhere,
            _ when IsStackAllocation(expression) => Origin.Fresh,
            _ => Origin.Unknown,
        };

    /// <summary>Where the objects come from that lie inside the expression's: items, members.</summary>
    public Origin PartOf(IOperation? expression, ITypeSymbol? partType)
    {
        if (partType is not null && _library.IsImmutable(partType))
            return Origin.Nowhere;
        return expression switch
        {
            IConversionOperation { OperatorMethod: null } conversion => PartOf(conversion.Operand, partType),
            IParenthesizedOperation parenthesized => PartOf(parenthesized.Operand, partType),
            ILocalReferenceOperation local => PartOfVariable(local.Local, partType),
            IParameterReferenceOperation { Parameter: var parameter } when Variables.ValuesOf(parameter).Count > 0
                && !IsMethods(parameter) => PartOfVariable(parameter, partType),
            ITupleOperation => Of(expression),
            IInvocationOperation call when PartOfCall(call, partType) is { } origin => origin,
            _ => Shift(Of(expression), expression, partType),
        };
    }

    /// <summary>Whether the parameter belongs to the body's own method or to a function inside it, not to a primary constructor.</summary>
    public bool IsOwn(IParameterSymbol parameter) => IsFunctions(parameter) || IsMethods(parameter);

    /// <summary>What a variable by reference stands for.</summary>
    public IReadOnlyList<AssignedValue> PlacesOf(ISymbol variable) => Variables.ValuesOf(variable);

    private static bool IsFunctions(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };

    private bool IsMethods(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
        || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method?.PartialDefinitionPart);

    private Origin OfInstance(IInstanceReferenceOperation instance) => instance.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance => IsConstruction ? Origin.Fresh : new(Places.Instance),

        // { Inner = { X = 1 } } writes into an object that the new one came with.
        InstanceReferenceKind.ImplicitReceiver => OfImplicitReceiver(instance),
        _ => Origin.Unknown,
    };

    private Origin OfImplicitReceiver(IInstanceReferenceOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectOrCollectionInitializerOperation initializer)
                return initializer.Parent is IMemberInitializerOperation { InitializedMember: var member } ? Of(member) : Origin.Fresh;
        }

        return Origin.Unknown;
    }

    private Origin OfParameter(IParameterSymbol parameter)
    {
        if (IsFunctions(parameter))
            return OfVariable(parameter, Origin.Nowhere, isDeclared: false);
        if (!IsMethods(parameter))
            return IsConstruction ? Origin.Unknown : parameter.Type.IsValueType ? new(Places.Instance) : new(Places.InstancePart);
        return OfVariable(
            parameter, parameter.RefKind is RefKind.Out ? Origin.Nowhere : Origin.Argument(parameter.Ordinal), isDeclared: true);
    }

    private Origin OfVariable(ISymbol variable, Origin initial, bool isDeclared)
    {
        var values = Variables.ValuesOf(variable);
        if (values.Count == 0 && !isDeclared)
            return Origin.Unknown;
        if (!_pending.Add((variable, false)))
            return Origin.Nowhere;

        foreach (var value in values)
            initial =
                initial.Or(value.Value is null ? Origin.Unknown : value.IsPart ? PartOf(value.Value, TypeOf(variable)) : Of(value.Value));
        _pending.Remove((variable, false));
        return initial;
    }

    private Origin PartOfVariable(ISymbol variable, ITypeSymbol? partType)
    {
        if (!_pending.Add((variable, true)))
            return Origin.Nowhere;
        var origin = Origin.Nowhere;
        foreach (var value in Variables.ValuesOf(variable))
            origin = origin.Or(value.Value is null ? Origin.Unknown : value.IsPart
                ? Shift(PartOf(value.Value, TypeOf(variable)), value.Value, partType) : PartOf(value.Value, partType));
        if (variable is IParameterSymbol parameter && IsMethods(parameter))
            origin = origin.Or(Origin.Argument(parameter.Ordinal).Inside());
        _pending.Remove((variable, true));
        return origin;
    }

    private Origin OfStatic(IFieldSymbol field) =>
        method is { MethodKind: MethodKind.StaticConstructor }
            && SymbolEqualityComparer.Default.Equals(field.ContainingType, method.ContainingType)
            ? Origin.Fresh
            : Origin.Global;

    private Origin OfProperty(IPropertyReferenceOperation property)
    {
        if (_library.DeedOf(property.Property.GetMethod ?? property.Property.SetMethod!) is { IsKnown: true } deed)
            return property.Instance is null ? Origin.Global : deed.Does(Deeds.ReturnsSame)
                ? Of(property.Instance) : deed.Does(Deeds.ReturnsFresh) ? Origin.Fresh : PartOf(property.Instance, property.Type);
        if (property.Property.IsStatic)
            return property.Property.IsAuto() ? Origin.Global : OfResult(property.Property.GetMethod, null, []);
        return property.Property.IsAuto()
            ? Inside(property.Instance, property.Property) : OfResult(property.Property.GetMethod, property.Instance, []);
    }

    /// <summary>What a member of the container holds.</summary>
    private Origin Inside(IOperation? container, ISymbol member)
    {
        var type = TypeOf(member);
        if (type is not null && _library.IsImmutable(type))
            return Origin.Nowhere;
        var origin = Of(container);
        if (container?.Type is { IsValueType: true })
            return origin;
        return (origin.Places & Places.Fresh) == 0
            ? origin.Inside()
            : new Origin(origin.Places & ~Places.Fresh, origin.Parameters).Inside().Or(FreshMember(container, member));
    }

    /// <summary>The origin of what lies one step deeper.</summary>
    private Origin Shift(Origin origin, IOperation? container, ITypeSymbol? partType)
    {
        if (container?.Type is { IsValueType: true, TypeKind: TypeKind.Struct } view && !_library.IsContainer(view))
            return origin;
        return (origin.Places & Places.Fresh) == 0
            ? origin.Inside()
            : new Origin(origin.Places & ~Places.Fresh, origin.Parameters).Inside()
                .Or(ComesFromHelper(container) ? Origin.Unknown : Stored(partType));
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    private static IConditionalAccessOperation? Conditional(IConditionalAccessInstanceOperation instance)
    {
        IOperation child = instance;
        for (var parent = instance.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
                return access;
        }

        return null;
    }
}
