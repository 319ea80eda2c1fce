namespace Pipeline.Calls;

/// <summary>An attempt has taken too long.</summary>
/// <param name="call">The attempt.</param>
/// <param name="budget">The time it had.</param>
internal sealed class AttemptTimeout(Call call, TimeSpan budget) : CallEnding
{
    private readonly string _path = call.Context.Path;

    // The body of a sync API cannot be left behind: the next attempt would run beside it.
    /// <inheritdoc/>
    public override bool IsFinal { get; } = call.Route.Api.Kind is not ApiKind.Sync;

    /// <inheritdoc/>
    public override string Cause => "attempt_timeout";

    /// <inheritdoc/>
    public override Exception? Replace(Exception? failure) => new ServiceTimeoutException(
        _path, $"{call.Route.Service.Name}.{call.Route.Api.Name}", budget, [], failure)
    { IsAttempt = true };
}
