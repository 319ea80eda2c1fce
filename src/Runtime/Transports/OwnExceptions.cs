namespace Pipeline.Transports;

/// <summary>The runtime's own exceptions, which are more than a message: taken apart, and created again from the parts.</summary>
internal static class OwnExceptions
{
    /// <summary>What the exception is created from; null for any other.</summary>
    public static RemoteFailureDetails? Details(Exception exception) => exception switch
    {
        ServiceOverloadedException overloaded => new()
        {
            Service = overloaded.Service,
            Running = overloaded.Running,
            Waiting = overloaded.Waiting,
        },
        ServiceUnavailableException unavailable => new()
        {
            Service = unavailable.Service,
            RetryAfter = unavailable.RetryAfter,
            MayHaveRun = unavailable.MayHaveRun,
        },
        ServiceDeadlockException deadlock => new() { Service = deadlock.Service, Chain = deadlock.Chain },
        ServiceTimeoutException timeout => new()
        {
            Path = timeout.Path,
            Call = timeout.Call,
            Budget = timeout.Budget,
            Spent = timeout.Spent,
            IsAttempt = timeout.IsAttempt,
        },
        _ => null,
    };

    /// <summary>The exception; null if it is none of these, or its details are not what they should be.</summary>
    public static Exception? TryCreate(Type type, string message, RemoteFailureDetails? details, Exception? cause)
    {
        if (details is null)
            return null;
        if (type == typeof(ServiceOverloadedException)
            && details is { Service: { } overloaded, Running: { } running, Waiting: { } waiting })
            return new ServiceOverloadedException(overloaded, running, waiting) { IsRemote = true };
        if (type == typeof(ServiceUnavailableException) && details.Service is { } service)
            return new ServiceUnavailableException(service, message, details.RetryAfter, cause) { MayHaveRun = details.MayHaveRun ?? true };
        if (type == typeof(ServiceDeadlockException) && details is { Service: { } stuck, Chain: { } chain })
            return new ServiceDeadlockException(stuck, chain);

        return type == typeof(ServiceTimeoutException) && details is { Path: { } path, Call: { } call, Budget: { } budget }
            ? new ServiceTimeoutException(path, call, budget, details.Spent ?? [], cause) { IsAttempt = details.IsAttempt ?? false }
            : null;
    }
}
