using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Every value a body puts into each of its locals and parameters, as far as assignments show it.</summary>
internal sealed class BodyLocals
{
    private readonly Dictionary<ISymbol, List<IOperation?>> _values = new(SymbolEqualityComparer.Default);

    public BodyLocals(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
            Collect(operation);
    }

    /// <summary>The values assigned to the variable; null among them is a value that no expression shows.</summary>
    public IReadOnlyList<IOperation?> ValuesOf(ISymbol variable) => _values.TryGetValue(variable, out var values) ? values : [];

    private void Collect(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Symbol: var local } declarator:
                if (declarator.GetVariableInitializer() is { } initializer)
                    Add(local, initializer.Value);
                else if (IsLoopVariable(declarator))
                    Add(local, null);
                break;
            case ISimpleAssignmentOperation { IsRef: false } assignment:
                Add(Variable(assignment.Target), assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                Add(Variable(assignment.Target), assignment.Value);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                AddUnseen(deconstruction.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument:
                AddUnseen(argument.Value);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                AddUnseen(assignment.Target);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                Add(symbol, null);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                Add(symbol, null);
                break;
            case IListPatternOperation { DeclaredSymbol: { } symbol }:
                Add(symbol, null);
                break;
        }
    }

    private static bool IsLoopVariable(IVariableDeclaratorOperation declarator) =>
        declarator.Parent is IForEachLoopOperation or ICatchClauseOperation
        || declarator.Parent?.Parent?.Parent is IForEachLoopOperation;

    /// <summary>Variables bound to parts of a value: what the part is, no expression of its own shows.</summary>
    private void AddUnseen(IOperation target)
    {
        foreach (var part in target.DescendantsAndSelf())
            Add(Variable(part), null);
    }

    private void Add(ISymbol? variable, IOperation? value)
    {
        if (variable is null)
            return;
        if (!_values.TryGetValue(variable, out var values))
            _values.Add(variable, values = []);
        values.Add(value);
    }

    private static ISymbol? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
