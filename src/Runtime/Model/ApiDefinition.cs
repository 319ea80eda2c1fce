namespace Pipeline;

/// <summary>One API of a service. Immutable.</summary>
public sealed class ApiDefinition
{
    /// <summary>The API's name: <see cref="ApiAttribute.Name"/>, or the method's name without an <c>Async</c> suffix.</summary>
    public required string Name { get; init; }

    /// <summary>The service's method as C# shows it: <c>PredictAsync(float[], CancellationToken)</c>.</summary>
    public required string Signature { get; init; }

    /// <summary>Whether the method is synchronous, asynchronous, or a stream.</summary>
    public required ApiKind Kind { get; init; }

    /// <summary>The parameters in the order of their declaration, the cancellation token left out.</summary>
    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    /// <summary>The type of the bare result, or of a stream's items; null for an API without a result.</summary>
    public Type? ResultType { get; init; }

    /// <summary>The declared effect, the service's where the API declares none.</summary>
    public Effect Effect { get; init; }

    /// <summary>Whether calling twice has the same effect as calling once.</summary>
    public bool Idempotent { get; init; }

    /// <summary>The declared time one call may take, or null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The declared simultaneous calls of this API per instance of its service, or null.</summary>
    public int? Concurrency { get; init; }

    /// <summary>The exceptions after which a further attempt may succeed, besides those that say so of every API.</summary>
    public IReadOnlyList<Type> Transient { get; init; } = [];

    /// <summary>Whether a call from the sync view may run on the thread pool instead of its caller's thread.</summary>
    public bool RunsOnPool { get; init; }

    /// <summary>How many items of the stream may be asked for ahead of its consumer, or null for none.</summary>
    public int? ReadAhead { get; init; }

    /// <summary>The API's signature.</summary>
    public override string ToString() => Signature;
}
