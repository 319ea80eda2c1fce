using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Who else, in a whole body, has to do with its locals and parameters.</summary>
internal sealed class VariableFacts
{
    private readonly Dictionary<ISymbol, Facts> _facts = new(SymbolEqualityComparer.Default);

    public VariableFacts(IOperation root) => Collect(root, function: null);

    /// <summary>Whether the variable can be written behind the back of the function that reads or writes it here.</summary>
    public bool MayChangeUnseen(ISymbol variable, IOperation here) =>
        _facts.TryGetValue(variable, out var facts)
        && (facts.TakenByReference || facts.WrittenInside || (facts.WrittenOutside && !IsOwn(variable, FunctionOf(here))));

    /// <summary>
    /// Where the first lambda that captures the variable stands; null if none does. Local functions can be called from anywhere.
    /// </summary>
    public int? FirstCapture(ISymbol variable) => _facts.TryGetValue(variable, out var facts) ? facts.FirstCapture : null;

    /// <summary>Whether a value given to the variable may be null although the compiler believes it is not.</summary>
    public bool HoldsUnproved(ISymbol variable) => _facts.TryGetValue(variable, out var facts) && facts.Unproved;

    /// <summary>The value the variable is declared with, if it never gets another.</summary>
    public IOperation? InitialValue(ISymbol variable) =>
        _facts.TryGetValue(variable, out var facts) && !facts.WrittenInside && !facts.WrittenOutside && !facts.TakenByReference
            ? facts.InitialValue?.Unwrapped()
            : null;

    /// <summary>Every mention of the variable.</summary>
    public IReadOnlyList<IOperation> References(ISymbol variable) => _facts.TryGetValue(variable, out var facts) ? facts.References : [];

    /// <summary>Every value the variable is given, or what that value is part of.</summary>
    public IReadOnlyList<IOperation> Origins(ISymbol variable) => _facts.TryGetValue(variable, out var facts) ? facts.Origins : [];

    private void Collect(IOperation operation, IOperation? function)
    {
        foreach (var (variable, origin) in VariableOrigins.Of(operation))
            FactsOf(variable).Origins.Add(origin);
        foreach (var child in operation.ChildOperations)
        {
            if (child.ReferencedVariable() is { } variable)
                Record(variable, child, function);
            else if (child is IVariableDeclaratorOperation { Initializer.Value: var value } declarator)
                Record(FactsOf(declarator.Symbol), value);
            Collect(child, child is IAnonymousFunctionOperation or ILocalFunctionOperation ? child : function);
        }
    }

    private void Record(ISymbol variable, IOperation reference, IOperation? function)
    {
        var facts = FactsOf(variable);
        facts.References.Add(reference);
        bool written = reference.IsWritten();
        if (function is not null && !IsOwn(variable, function))
        {
            int position = function is ILocalFunctionOperation ? 0 : function.Syntax.SpanStart;
            facts.FirstCapture = Math.Min(facts.FirstCapture ?? int.MaxValue, position);
            facts.WrittenInside |= written;
        }
        else
        {
            facts.WrittenOutside |= written;
        }

        facts.TakenByReference |= reference.IsAliased();
        facts.Unproved |= reference.Parent is IAssignmentOperation assignment
            && assignment.Target == reference
            && assignment.Value.IsUnproved();
    }

    private static void Record(Facts facts, IOperation initialValue)
    {
        facts.InitialValue = initialValue;
        facts.Unproved |= initialValue.IsUnproved();
    }

    private Facts FactsOf(ISymbol variable)
    {
        if (!_facts.TryGetValue(variable, out var facts))
            _facts.Add(variable, facts = new());
        return facts;
    }

    private static IOperation? FunctionOf(IOperation operation)
    {
        var function = operation.Parent;
        while (function is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
            function = function.Parent;
        return function;
    }

    private static bool IsOwn(ISymbol variable, IOperation? function) => function switch
    {
        IAnonymousFunctionOperation lambda => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, lambda.Symbol),
        ILocalFunctionOperation local => SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, local.Symbol),
        _ => true,
    };

    private sealed class Facts
    {
        public List<IOperation> References { get; } = [];

        public List<IOperation> Origins { get; } = [];

        public IOperation? InitialValue { get; set; }

        public int? FirstCapture { get; set; }

        public bool WrittenInside { get; set; }

        public bool WrittenOutside { get; set; }

        public bool TakenByReference { get; set; }

        public bool Unproved { get; set; }
    }
}
