using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Finds where the objects come from that a body writes to.</summary>
internal sealed class Origins(IOperation body, IMethodSymbol? method, KnownMembers known)
{
    private static readonly string[] CopyingMethods = ["ToArray", "ToList", "ToDictionary", "ToHashSet", "ToLookup", "Clone"];

    private readonly BodyLocals _locals = new(body);
    private readonly HashSet<ISymbol> _pending = new(SymbolEqualityComparer.Default);

    private bool IsConstruction => method is { MethodKind: MethodKind.Constructor } or null;

    public Origin Of(IOperation? expression) => expression switch
    {
        IObjectCreationOperation { Type.Name: "Span" or "Memory" or "ArraySegment" or "Collection", Arguments.IsEmpty: false } view => Of(view.Arguments[0].Value),
        IObjectCreationOperation or IArrayCreationOperation or IAnonymousObjectCreationOperation or IWithOperation => Origin.Fresh,
        ICollectionExpressionOperation or IAnonymousFunctionOperation or ITupleOperation or IDefaultValueOperation => Origin.Fresh,
        ILiteralOperation or IInterpolatedStringOperation => Origin.Fresh,
        IDelegateCreationOperation creation => creation.Target is IAnonymousFunctionOperation ? Origin.Fresh : Origin.Unknown,
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IConversionOperation { OperatorMethod: { } @operator } conversion when known.IsContainer(@operator.ContainingType) => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        IInstanceReferenceOperation instance => OfInstance(instance),
        ILocalReferenceOperation { Local.RefKind: RefKind.None } reference => OfVariable(reference.Local, Origin.Unknown),
        IParameterReferenceOperation reference => OfParameter(reference.Parameter),
        IFieldReferenceOperation { Field.IsStatic: true } => Origin.Global,
        IFieldReferenceOperation field => Inside(field.Instance, field.Type),
        IPropertyReferenceOperation property => OfProperty(property),
        IArrayElementReferenceOperation element => Inside(element.ArrayReference, element.Type),
        IInvocationOperation call => OfCall(call),
        IConditionalAccessInstanceOperation instance => Of(Conditional(instance)?.Operation),
        IConditionalAccessOperation access => Of(access.WhenNotNull),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Join(Of(conditional.WhenTrue), Of(whenFalse)),
        ICoalesceOperation coalesce => Join(Of(coalesce.Value), Of(coalesce.WhenNull)),
        ISimpleAssignmentOperation assignment => Of(assignment.Value),
        _ => Origin.Unknown,
    };

    /// <summary>Whether the parameter belongs to the body's own method or to a function inside it, not to a primary constructor.</summary>
    public bool IsOwn(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction }
        || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method)
        || SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method?.PartialDefinitionPart);

    private Origin OfInstance(IInstanceReferenceOperation instance) => instance.ReferenceKind switch
    {
        InstanceReferenceKind.ContainingTypeInstance => IsConstruction ? Origin.Fresh : Origin.Instance,

        // { Inner = { X = 1 } } writes into an object that the new one came with.
        InstanceReferenceKind.ImplicitReceiver => IsNestedInitializer(instance) ? Origin.Unknown : Origin.Fresh,
        _ => Origin.Unknown,
    };

    private Origin OfParameter(IParameterSymbol parameter)
    {
        if (!IsOwn(parameter))
            return parameter.Type.IsValueType ? Origin.Instance : Origin.InstancePart;
        bool isFunctions = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction };
        return isFunctions || parameter.RefKind is not (RefKind.None or RefKind.In) ? Origin.Unknown : OfVariable(parameter, Origin.Argument);
    }

    private Origin OfVariable(ISymbol variable, Origin initial)
    {
        var values = _locals.ValuesOf(variable);
        if (values.Count == 0)
            return initial;
        if (!_pending.Add(variable))
            return Origin.Unknown;

        var origin = initial is Origin.Argument ? initial : Of(values[0]);
        foreach (var value in values)
            origin = Join(origin, Of(value));
        _pending.Remove(variable);
        return origin;
    }

    private Origin OfProperty(IPropertyReferenceOperation property)
    {
        if (property.Property.IsStatic)
            return property.Property.IsAuto() ? Origin.Global : Origin.Unknown;
        bool leadsInside = property.Property.IsAuto() || known.IsContainer(property.Property.ContainingType);
        return leadsInside ? Inside(property.Instance, property.Type) : Origin.Unknown;
    }

    /// <summary>What lies inside a new object need not be new; what lies inside any other is as visible as that.</summary>
    private Origin Inside(IOperation? container, ITypeSymbol? partType)
    {
        var origin = Of(container);
        if (partType is { IsValueType: true })
            return origin;
        return origin switch
        {
            Origin.Fresh => Origin.Unknown,
            Origin.Instance => Origin.InstancePart,
            Origin.Argument => Origin.ArgumentPart,
            _ => origin,
        };
    }

    private Origin OfCall(IInvocationOperation call)
    {
        if (!known.DeedOf(call.TargetMethod).IsKnown)
            return Origin.Unknown;
        if (CopyingMethods.Contains(call.TargetMethod.Name))
            return Origin.Fresh;

        // A view is the thing it looks at, and a builder returns itself.
        return call.TargetMethod.Name is "AsSpan" or "AsMemory" or "Slice" || call.TargetMethod.ContainingType.Name is "StringBuilder"
            ? Of(call.Instance ?? call.Arguments.FirstOrDefault()?.Value)
            : Origin.Unknown;
    }

    private static Origin Join(Origin left, Origin right) => left == right ? left : Origin.Unknown;

    private static bool IsNestedInitializer(IInstanceReferenceOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IObjectOrCollectionInitializerOperation initializer)
                return initializer.Parent is IMemberInitializerOperation;
        }

        return false;
    }

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
