using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>
/// A body with calls that count, and what the analysis knows of it. It outlives the request that made it, so it keeps no token.
/// </summary>
internal sealed class BodyContext
{
    private readonly BodyScan _scan;
    private VariableFacts? _variables;
    private IReadOnlyList<CallTrace>? _traces;

    public BodyContext(IOperation root, BodyScan scan, TypeFacts types, SemanticModel model) =>
        (Root, _scan, Types, Model) = (root, scan, types, model);

    public IOperation Root { get; }

    public TypeFacts Types { get; }

    public SemanticModel Model { get; }

    /// <summary>Whether the project names the method of a call among those that nobody minds between two others.</summary>
    public required Func<IInvocationOperation, bool> IsNamedHarmless { get; init; }

    public int CallCount => _scan.Calls.Count;

    /// <summary>The calls that count, in no order.</summary>
    public IReadOnlyCollection<ServiceCall> Calls => _scan.Calls.Values;

    public IReadOnlyList<ILoopOperation> Loops => _scan.Loops;

    public IOperation? AmbientScope => _scan.AmbientScope;

    public VariableFacts Variables => _variables ??= new(Root);

    /// <summary>
    /// The straight lines of the body's regions, as far as they hold calls. Several rules may ask at once; they get the same.
    /// </summary>
    public IReadOnlyList<CallTrace> Trace(CancellationToken cancellationToken) => _traces ??= FlowTracer.Run(this, cancellationToken);

    public ServiceCall? CallOf(IInvocationOperation invocation) => _scan.Calls.TryGetValue(invocation, out var call) ? call : null;

    /// <summary>The first call that stands anywhere inside.</summary>
    public ServiceCall? FirstCallIn(IOperation operation) => _scan.Calls.Values
        .Where(call => operation.Syntax.Span.Contains(call.Invocation.Syntax.Span))
        .OrderBy(static call => call.Invocation.Syntax.SpanStart)
        .FirstOrDefault();

    /// <summary>Whether a call, or an await of anything, lies inside: then it is worth a trace of its own.</summary>
    public bool HoldsCalls(IOperation operation)
    {
        var span = operation.Syntax.Span;
        foreach (var wait in _scan.Waits)
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
            Constructors.IsFrameworkCollection(constructor)
                && arguments.All(static argument => argument.Value.Type?.SpecialType is SpecialType.System_Int32),
        ICollectionExpressionOperation collection => CollectionTypes.BuildsPlainly(collection),
        _ => false,
    };

    /// <summary>Whether the disposable is made here, and nobody but the end of its block disposes of it.</summary>
    public bool IsAlive(IOperation disposable) =>
        disposable is ILocalReferenceOperation { Local: var variable }
        && Variables.InitialValue(variable) is IObjectCreationOperation
            or IInvocationOperation { TargetMethod.Name: "CreateLinkedTokenSource" }
        && Variables.References(variable).All(
            static reference =>
                reference.Parent is IPropertyReferenceOperation or IInvocationOperation { TargetMethod.Name: not "Dispose" });

    /// <summary>The array creation that is the variable's only value.</summary>
    public IArrayCreationOperation? CreationOf(ISymbol variable) => Variables.InitialValue(variable) as IArrayCreationOperation;
}
