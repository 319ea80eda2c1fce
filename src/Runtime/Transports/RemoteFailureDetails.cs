using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>What one of the runtime's own exceptions says besides its message. A field that the exception does not have is null.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class RemoteFailureDetails
{
    /// <inheritdoc cref="ServiceUnavailableException.Service"/>
    public string? Service { get; init; }

    /// <inheritdoc cref="ServiceUnavailableException.RetryAfter"/>
    public TimeSpan? RetryAfter { get; init; }

    /// <inheritdoc cref="ServiceUnavailableException.MayHaveRun"/>
    public bool? MayHaveRun { get; init; }

    /// <inheritdoc cref="ServiceOverloadedException.Running"/>
    public int? Running { get; init; }

    /// <inheritdoc cref="ServiceOverloadedException.Waiting"/>
    public int? Waiting { get; init; }

    /// <inheritdoc cref="ServiceTimeoutException.Path"/>
    public string? Path { get; init; }

    /// <inheritdoc cref="ServiceTimeoutException.Call"/>
    public string? Call { get; init; }

    /// <inheritdoc cref="ServiceTimeoutException.Budget"/>
    public TimeSpan? Budget { get; init; }

    /// <inheritdoc cref="ServiceTimeoutException.Spent"/>
    public IReadOnlyList<CallTime>? Spent { get; init; }

    /// <inheritdoc cref="ServiceTimeoutException.IsAttempt"/>
    public bool? IsAttempt { get; init; }

    /// <inheritdoc cref="ServiceDeadlockException.Chain"/>
    public IReadOnlyList<string>? Chain { get; init; }
}
