using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Every value a body puts into each of its locals and parameters, as far as it shows.</summary>
internal sealed class BodyVariables
{
    private readonly Dictionary<ISymbol, List<AssignedValue>> _values = new(SymbolEqualityComparer.Default);
    private readonly LibraryModel _library;

    public BodyVariables(IOperation body, LibraryModel library)
    {
        _library = library;
        foreach (var operation in body.DescendantsAndSelf())
            Collect(operation);
    }

    public IReadOnlyList<AssignedValue> ValuesOf(ISymbol variable) => _values.TryGetValue(variable, out var values) ? values : [];

    private void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IForEachLoopOperation loop:
                foreach (var local in loop.Locals)
                    Add(local, new(loop.Collection, IsPart: true));
                break;
            case IVariableDeclaratorOperation { Symbol: var local } declarator when declarator.GetVariableInitializer() is { } initializer:
                Add(local, new(initializer.Value));
                break;
            case ICatchClauseOperation { ExceptionDeclarationOrExpression: IVariableDeclaratorOperation { Symbol: var local } }:
                Add(local, AssignedValue.Unseen);
                break;
            case ISimpleAssignmentOperation assignment:
                Add(Variable(assignment.Target) ?? StructureOf(assignment.Target), new(assignment.Value));
                break;
            case ICoalesceAssignmentOperation assignment:
                Add(Variable(assignment.Target), new(assignment.Value));
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Deconstruct(deconstruction.Target, deconstruction.Value);
                break;
            case IPatternOperation pattern:
                CollectPattern(pattern);
                break;
            case IInvocationOperation call:
                CollectCall(call);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref, Parent: not IInvocationOperation } argument:
                AddUnseen(argument.Value);
                break;
        }
    }

    private void Deconstruct(IOperation target, IOperation value)
    {
        value = value.WithoutConversions();
        switch (target)
        {
            case IDeclarationExpressionOperation { Expression: var declared }:
                Deconstruct(declared, value);
                break;
            case ITupleOperation targets when value is ITupleOperation values && values.Elements.Length == targets.Elements.Length:
                foreach (var (part, from) in targets.Elements.Zip(values.Elements, static (part, from) => (part, from)))
                    Deconstruct(part, from);
                break;
            case ITupleOperation targets:
                foreach (var part in targets.Elements)
                    AddParts(part, value);
                break;
            default:
                Add(Variable(target), new(value));
                break;
        }
    }

    private void AddParts(IOperation target, IOperation value)
    {
        bool isSeen = value.Type is { } type && (type.IsTupleType || type.IsRecord || _library.IsImmutable(type));
        foreach (var part in target.DescendantsAndSelf())
            Add(Variable(part), isSeen ? new(value, IsPart: true) : AssignedValue.Unseen);
    }

    private void CollectPattern(IPatternOperation pattern)
    {
        var symbol = pattern switch
        {
            IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
            IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
            IListPatternOperation list => list.DeclaredSymbol,
            _ => null,
        };
        if (symbol is null)
            return;

        bool isPart = false;
        for (var parent = pattern.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IIsPatternOperation test:
                    Add(symbol, new(test.Value, isPart));
                    return;
                case ISwitchExpressionOperation choice:
                    Add(symbol, new(choice.Value, isPart));
                    return;
                case ISwitchOperation choice:
                    Add(symbol, new(choice.Value, isPart));
                    return;
                case IRecursivePatternOperation { DeconstructSymbol: not null, MatchedType.IsRecord: false }:
                    Add(symbol, AssignedValue.Unseen);
                    return;
                case IRecursivePatternOperation or IListPatternOperation or IPropertySubpatternOperation:
                    isPart = true;
                    break;
            }
        }

        Add(symbol, AssignedValue.Unseen);
    }

    private void CollectCall(IInvocationOperation call)
    {
        bool isKnown = _library.DeedOf(call.TargetMethod).IsKnown;
        if (!isKnown && call is { Instance: { } instance, TargetMethod.IsReadOnly: false })
            Add(
                instance is ILocalReferenceOperation { Type: { IsValueType: true, IsUnmanagedType: false } } holder ? holder.Local : null,
                AssignedValue.Unseen);
        var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (call.TargetMethod.MethodKind is MethodKind.LocalFunction)
                Add(parameter, new(argument.Value));
            if (parameter.RefKind is RefKind.Ref or RefKind.Out && IsItem(parameter.OriginalDefinition.Type, call.TargetMethod) && isKnown)
                AddItem(argument.Value, source);
            else if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                AddUnseen(argument.Value);
            if (isKnown
                && source is not null
                && argument.Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
                CollectLambda(lambda.Symbol, parameter, call.TargetMethod, source);
        }
    }

    /// <summary>What a library gives a lambda: the items of what it works on, or something that does not show.</summary>
    private void CollectLambda(IMethodSymbol lambda, IParameterSymbol parameter, IMethodSymbol target, IOperation source)
    {
        var given = (parameter.OriginalDefinition.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters ?? [];
        for (int index = 0; index < lambda.Parameters.Length && index < given.Length; index++)
            Add(lambda.Parameters[index], IsItem(given[index].Type, target) ? new(source, IsPart: true) : AssignedValue.Unseen);
    }

    private static bool IsItem(ITypeSymbol type, IMethodSymbol target) =>
        type is ITypeParameterSymbol item && LibraryModel.IsItemOf((target.ReducedFrom ?? target).OriginalDefinition, item);

    private void AddItem(IOperation target, IOperation? source)
    {
        foreach (var part in target.DescendantsAndSelf())
            Add(Variable(part), new(source, IsPart: true));
    }

    /// <summary>Variables bound to values that no expression shows.</summary>
    private void AddUnseen(IOperation target)
    {
        foreach (var part in target.DescendantsAndSelf())
            Add(Variable(part), AssignedValue.Unseen);
    }

    private void Add(ISymbol? variable, AssignedValue value)
    {
        if (variable is null)
            return;
        if (!_values.TryGetValue(variable, out var values))
            _values.Add(variable, values = []);
        values.Add(value);
    }

    /// <summary>The variable that holds the structure of which a member is assigned.</summary>
    private static ISymbol? StructureOf(IOperation target)
    {
        while (target is IMemberReferenceOperation { Instance: { Type.IsValueType: true } structure })
        {
            if (Variable(structure) is { } variable)
                return variable;
            target = structure;
        }

        return null;
    }

    private static ISymbol? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
