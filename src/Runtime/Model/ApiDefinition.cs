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

    /// <summary>The declared effect, the service's where the API declares none.</summary>
    public Effect Effect { get; init; }

    /// <summary>Whether calling twice has the same effect as calling once.</summary>
    public bool Idempotent { get; init; }

    /// <summary>The declared time one call may take, or null.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The API's signature.</summary>
    public override string ToString() => Signature;
}
