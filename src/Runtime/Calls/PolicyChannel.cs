using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>
/// Calls a service through another channel, wherever that leads: within its time, again where that is configured, and so that a
/// failure tells where it happened.
/// </summary>
/// <param name="inner">The way to the service.</param>
/// <param name="policy">What holds for its calls.</param>
/// <param name="budget">The time this caller gives each call, or null.</param>
internal sealed partial class PolicyChannel(ServiceChannel inner, ServicePolicy policy, TimeSpan? budget) : ServiceChannel
{
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        if (policy.KindOf(endpoint) is not ApiKind.Sync)
            return base.Invoke(endpoint, args, cancellationToken);

        var caller = CallContext.Current;
        using var call = policy.Begin(endpoint, budget, cancellationToken);
        try
        {
            call.ThrowIfLate();
            var result = ResilienceOf(endpoint, call) is { } resilience
                ? resilience.Invoke(call, inner, endpoint, args)
                : inner.Invoke(endpoint, args, call.Token);
            call.ThrowIfLate();
            return result;
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
        finally
        {
            caller.Enter();
        }
    }

    public override async Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        using var call = policy.Begin(endpoint, budget, cancellationToken);
        try
        {
            call.ThrowIfLate();
            return ResilienceOf(endpoint, call) is { } resilience
                ? await resilience.InvokeAsync(call, inner, endpoint, args).ConfigureAwait(false)
                : await call.UntilLate(inner.InvokeAsync(endpoint, args, call.Token)).ConfigureAwait(false);
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
    }

    // What a token means that is canceled already is the service's to say; nobody asks twice.
    private ApiResilience? ResilienceOf(Endpoint endpoint, RunningCall call) =>
        call.Token.IsCancellationRequested ? null : policy.ResilienceOf(endpoint);
}
