using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Calls;
using Pipeline.Analyzers.Dependence.Harmless;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>What the analysis knows of a body before it walks it.</summary>
internal sealed class BodyContext
{
    private readonly Dictionary<IInvocationOperation, ServiceCall> _calls = [];
    private readonly List<TextSpan> _waits = [];
    private readonly List<ILoopOperation> _loops = [];
    private VariableFacts? _variables;

    public BodyContext(IOperation root, CallRecognizer recognizer, TypeFacts types, SemanticModel model, CancellationToken cancellationToken)
    {
        (Root, Types, Model, CancellationToken) = (root, types, model, cancellationToken);
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (operation is ILoopOperation loop)
                _loops.Add(loop);
            if (AmbientScopes.Begins(operation))
                AmbientScope = operation;
            if (operation is IAwaitOperation)
                _waits.Add(operation.Syntax.Span);
            else if (operation is IInvocationOperation invocation && recognizer.Recognize(invocation, cancellationToken) is { } call)
                Add(call);
        }
    }

    public IOperation Root { get; }

    /// <summary>What begins a transaction or another scope that calls join without being told.</summary>
    public IOperation? AmbientScope { get; }

    public TypeFacts Types { get; }

    public SemanticModel Model { get; }

    public CancellationToken CancellationToken { get; }

    /// <summary>The calls of the kinds looked for, in no order.</summary>
    public IReadOnlyCollection<ServiceCall> Calls => _calls.Values;

    /// <summary>How many calls of the kinds looked for the body holds.</summary>
    public int CallCount => _calls.Count;

    public IReadOnlyList<ILoopOperation> Loops => _loops;

    public VariableFacts Variables => _variables ??= new(Root);

    public ServiceCall? CallOf(IInvocationOperation invocation) => _calls.TryGetValue(invocation, out var call) ? call : null;

    /// <summary>The first call that stands anywhere inside.</summary>
    public ServiceCall? FirstCallIn(IOperation operation) => _calls.Values
        .Where(call => operation.Syntax.Span.Contains(call.Invocation.Syntax.Span))
        .OrderBy(static call => call.Invocation.Syntax.SpanStart)
        .FirstOrDefault();

    /// <summary>Whether a call, or an await of anything, lies inside: then it is worth a trace of its own.</summary>
    public bool HoldsCalls(IOperation operation)
    {
        var span = operation.Syntax.Span;
        foreach (var wait in _waits)
        {
            if (span.Contains(wait))
                return true;
        }

        return false;
    }

    public bool IsNotNull(IOperation operation) => Nullness.IsNotNull(operation, this);

    /// <summary>Whether the local is made here, as an empty list, an empty dictionary or an array, and never made another.</summary>
    public bool IsFresh(ILocalSymbol variable) => Variables.InitialValue(variable) switch
    {
        IArrayCreationOperation => true,
        IObjectCreationOperation { Constructor: { } constructor, Initializer: null, Arguments: var arguments } =>
            Constructors.IsFrameworkCollection(constructor) && arguments.All(static argument => argument.Value.Type?.SpecialType is SpecialType.System_Int32),
        ICollectionExpressionOperation collection => CollectionTypes.BuildsPlainly(collection),
        _ => false,
    };

    /// <summary>The array creation that is the variable's only value.</summary>
    public IArrayCreationOperation? CreationOf(ISymbol variable) => Variables.InitialValue(variable) as IArrayCreationOperation;

    private void Add(ServiceCall call)
    {
        _calls.Add(call.Invocation, call);
        _waits.Add(call.Invocation.Syntax.Span);
    }
}
