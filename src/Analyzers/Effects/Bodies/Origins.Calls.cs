using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <content>What calls and creations give.</content>
internal sealed partial class Origins
{
    /// <summary>Whether this call created the object itself, whatever the object looks at.</summary>
    public bool IsMade(IOperation? expression) => expression?.WithoutConversions() switch
    {
        IObjectCreationOperation creation => creation.Arguments.All(argument => IsMadeOrShared(argument.Value)),
        ILocalReferenceOperation { Local: var local } => AreAllMade(local),
        IInvocationOperation call when _library.DeedOf(call.TargetMethod) is { IsKnown: true } deed =>
            (deed.Does(Deeds.ReturnsFresh) && call.Arguments.All(argument => IsMadeOrShared(argument.Value)))
            || (deed.Does(Deeds.ReturnsSame) && IsMade(call.Instance ?? call.Arguments.FirstOrDefault()?.Value)),
        IInvocationOperation call => OfCall(call) == Origin.Fresh,
        IPropertyReferenceOperation property =>
            property.Instance is { } instance && _library.DeedOf(property.Property.GetMethod!).IsKnown && IsMade(instance),
        IAwaitOperation await => IsMade(await.Operation),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => IsMade(conditional.WhenTrue) && IsMade(whenFalse),
        IConditionalAccessInstanceOperation instance => IsMade(Conditional(instance)?.Operation),
        IConditionalAccessOperation access => IsMade(access.WhenNotNull),
        ISimpleAssignmentOperation assignment => IsMade(assignment.Value),
        ICollectionExpressionOperation or IArrayCreationOperation => true,
        _ => false,
    };

    /// <summary>Whether the expression is a sequence that somebody else has stored and that runs code when walked over.</summary>
    public bool IsStoredLazy(IOperation expression)
    {
        expression = expression.WithoutConversions();
        if (expression.Type is not { } type || _library.Find(type)?.Has(LibraryTraits.Lazy) is not true)
            return false;
        return expression switch
        {
            IParameterReferenceOperation parameter =>
                !IsMethods(parameter.Parameter) && !(IsFunctions(parameter.Parameter) && AreAll(parameter.Parameter, isLazy: true)),
            ILocalReferenceOperation local => !AreAll(local.Local, isLazy: true),
            IInvocationOperation call => _library.DeedOf(call.TargetMethod) is { IsKnown: true } deed && deed.Does(Deeds.ReturnsPart),
            IAwaitOperation { Operation: var awaited } => awaited.WithoutConversions() is IMemberReferenceOperation,
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => IsStoredLazy(conditional.WhenTrue) || IsStoredLazy(whenFalse),
            ICoalesceOperation coalesce => IsStoredLazy(coalesce.Value) || IsStoredLazy(coalesce.WhenNull),
            ICollectionExpressionOperation or IDefaultValueOperation or ILiteralOperation or ITranslatedQueryOperation => false,
            _ => true,
        };
    }

    /// <summary>Whether a sequence may be of a type in source: not what the framework's own methods give.</summary>
    public bool MayBeForeign(IOperation expression) => expression.WithoutConversions() switch
    {
        IInvocationOperation call => !_library.DeedOf(call.TargetMethod).IsKnown && !session.IsIterator(call.TargetMethod),
        IObjectCreationOperation { Type: { } type } => _library.Find(type) is null,
        IArrayCreationOperation or ICollectionExpressionOperation or ITranslatedQueryOperation => false,
        ILocalReferenceOperation { Local: var local } => IsAnyForeign(local),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => MayBeForeign(conditional.WhenTrue) || MayBeForeign(whenFalse),
        ICoalesceOperation coalesce => MayBeForeign(coalesce.Value) || MayBeForeign(coalesce.WhenNull),
        _ => true,
    };

    private bool IsAnyForeign(ISymbol variable)
    {
        if (!_pending.Add((variable, false)))
            return false;
        bool isAny = Variables.ValuesOf(variable).Any(value => value.Value is null || value.IsPart || MayBeForeign(value.Value));
        _pending.Remove((variable, false));
        return isAny;
    }

    /// <summary>Whether an object is either created by this call or one that many may use at once.</summary>
    private bool IsMadeOrShared(IOperation argument) =>
        argument.WithoutConversions().Type is not { } type || !OneAtATime.Includes(type, _library) || IsMade(argument);

    private bool AreAllMade(ISymbol variable)
    {
        if (!_pending.Add((variable, false)))
            return true;
        var values = Variables.ValuesOf(variable);
        bool areMade = values.Count > 0 && values.All(value => value is { Value: { } expression, IsPart: false } && IsMade(expression));
        _pending.Remove((variable, false));
        return areMade;
    }

    private bool AreAll(ISymbol variable, bool isLazy)
    {
        if (!_pending.Add((variable, isLazy)))
            return true;
        bool areOwn =
            Variables.ValuesOf(variable).All(value => value is { Value: { } expression, IsPart: false } && !IsStoredLazy(expression));
        _pending.Remove((variable, isLazy));
        return areOwn;
    }

    private Origin OfCreation(IObjectCreationOperation creation)
    {
        if (creation is { Type: { } type, Constructor: { } constructor } && _library.Find(type) is { } entry)
        {
            // What looks at other objects is what it looks at: a span of an array, a writer into a stream.
            bool isView = entry.Has(LibraryTraits.View)
                && creation.Arguments.Length > 0
                && !_library.DeedOf(constructor).Does(Deeds.ReturnsFresh);
            return isView ? OfAll(creation.Arguments) : Origin.Fresh;
        }

        // A structure refers to what it was given; its own code may have put in more.
        return creation.Type is { IsValueType: true, IsUnmanagedType: false }
            ? OfAll(creation.Arguments).Or(creation.Type.IsRecord || creation.Arguments.IsEmpty ? OfInitializer(creation) : Origin.Unknown)
            : Origin.Fresh;
    }

    private Origin OfInitializer(IObjectCreationOperation creation) => creation.Initializer?.Initializers
        .OfType<ISimpleAssignmentOperation>()
        .Aggregate(Origin.Nowhere, (all, assignment) => all.Or(Of(assignment.Value))) ?? Origin.Nowhere;

    private Origin OfAll(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Aggregate(
            Origin.Nowhere,
            (all, argument) => all.Or(argument.Parameter is { RefKind: RefKind.Ref } ? Origin.Unknown : Of(argument.Value)));

    private Origin OfConversion(IConversionOperation conversion) => conversion.OperatorMethod switch
    {
        null => Of(conversion.Operand),
        { ContainingType: var type } when _library.IsContainer(type) => Of(conversion.Operand),
        var @operator => OfResult(@operator, null, [conversion.Operand]),
    };

    private Origin OfCall(IInvocationOperation call)
    {
        if (call.TargetMethod.MethodKind is MethodKind.LocalFunction)
            return OfLocalFunction(call.TargetMethod);
        if (call.TargetMethod.MethodKind is MethodKind.DelegateInvoke || ServiceApi.ServiceOf(call.TargetMethod) is not null)
            return Origin.Unknown;
        if (_library.DeedOf(call.TargetMethod) is not { IsKnown: true } deed)
            return OfResult(
                call.TargetMethod,
                call.Instance,
                [.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(static argument => argument.Value)]);

        var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (deed.Does(Deeds.ReturnsFresh))
            return Origin.Fresh;
        if (deed.Does(Deeds.ReturnsSame) || call.TargetMethod.ContainingType.Name is "StringBuilder")
            return Of(source);
        return deed.Does(Deeds.ReturnsPart) ? PartOf(source, call.Type) : Origin.Unknown;
    }

    /// <summary>What lies inside what LINQ gives: the items of its source, or what the lambda makes of them.</summary>
    private Origin? PartOfCall(IInvocationOperation call, ITypeSymbol? partType)
    {
        if (_library.DeedOf(call.TargetMethod) is not { IsKnown: true } deed || call.Arguments.Length == 0)
            return null;
        if (call.TargetMethod is { Name: "Select", ContainingType.Name: "Enumerable" })
            return call.Arguments[1].Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? OfResults(lambda.Body) : Origin.Unknown;
        return call.TargetMethod.ContainingType.Name is "Enumerable"
            && deed.Does(Deeds.ReturnsSame | Deeds.ReturnsFresh)
            && call.TargetMethod.IsExtensionMethod
            ? PartOf(call.Arguments[0].Value, partType)
            : null;
    }

    private Origin OfAwaited(IOperation awaited) => awaited switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync", Instance: { } task } =>
            OfAwaited(task.WithoutConversions()),
        IInvocationOperation
        {
            TargetMethod: { Name: "FromResult", ContainingType: var type },
            Arguments: [var result]
        } when type.IsTask() =>
            Of(result.Value),
        IInvocationOperation { TargetMethod: var method } when method.ContainingType.IsTask() || Joins.IsGather(method) => Origin.Unknown,
        IInvocationOperation call => OfCall(call),
        _ => Of(awaited).Inside(),
    };

    private Origin OfLocalFunction(IMethodSymbol function)
    {
        if (!_pending.Add((function, false)))
            return Origin.Nowhere;
        var declaration = body.DescendantsAndSelf().OfType<ILocalFunctionOperation>()
            .FirstOrDefault(local => SymbolEqualityComparer.Default.Equals(local.Symbol, function.OriginalDefinition));
        var origin = declaration?.Body is { } block ? OfResults(block) : Origin.Unknown;
        _pending.Remove((function, false));
        return origin;
    }

    /// <summary>What a block returns, not counting functions inside it.</summary>
    public Origin OfResults(IOperation block) => block.DescendantsAndSelf().OfType<IReturnOperation>()
        .Where(result => result.ReturnedValue is not null && !IsInFunction(result, block))
        .Aggregate(Origin.Nowhere, (all, result) => all.Or(Of(result.ReturnedValue)));

    private static bool IsInFunction(IOperation operation, IOperation block)
    {
        for (var parent = operation.Parent; parent is not null && parent != block; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    /// <summary>What a method in source returns, as seen from here.</summary>
    private Origin OfResult(IMethodSymbol? target, IOperation? instance, ImmutableArray<IOperation> arguments)
    {
        if (target is null || target.IsVirtual || target.IsAbstract || target.IsOverride || !session.Sees(target))
            return Origin.Unknown;

        var returned = session.Of(target).Returned;
        var origin = new Origin(returned.Places & (Places.Fresh | Places.Global | Places.Unknown));
        if ((returned.Places & Places.Instance) != 0)
            origin = origin.Or(Of(instance));
        if ((returned.Places & Places.InstancePart) != 0)
            origin = origin.Or(PartOf(instance, null));
        for (int ordinal = 0; ordinal < arguments.Length; ordinal++)
        {
            if ((returned.Parameters & (1UL << ordinal)) == 0)
                continue;
            if ((returned.Places & Places.Argument) != 0)
                origin = origin.Or(Of(arguments[ordinal]));
            if ((returned.Places & Places.ArgumentPart) != 0)
                origin = origin.Or(PartOf(arguments[ordinal], null));
        }

        return origin;
    }

    public static bool IsStackAllocation(IOperation expression) =>
        expression.Syntax is StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax;
}
