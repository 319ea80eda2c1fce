using Pipeline.Channels;
using Pipeline.Generated;

namespace Pipeline.Calls;

/// <summary>Calls a service in this process within its limits and its time.</summary>
/// <param name="service">The service.</param>
/// <param name="budget">The time this caller gives each call, or null.</param>
internal sealed partial class InProcessChannel(InProcessService service, TimeSpan? budget) : ServiceChannel
{
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        if (service.KindOf(endpoint) is not ApiKind.Sync)
            return base.Invoke(endpoint, args, cancellationToken);

        var caller = CallContext.Current;
        using var call = service.Begin(endpoint, budget, cancellationToken);
        try
        {
            call.ThrowIfOver();
            var result = InvokeHere(call, endpoint, args);
            call.ThrowIfOver();
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
        using var call = service.Begin(endpoint, budget, cancellationToken);
        try
        {
            call.ThrowIfOver();
            return service.KindOf(endpoint) is ApiKind.Sync
                ? await InvokeOnPoolAsync(call, endpoint, args).ConfigureAwait(false)
                : await InvokeServiceAsync(call, endpoint, args).ConfigureAwait(false);
        }
        catch (Exception exception) when (call.Replace(exception) is { } other)
        {
            throw other;
        }
    }

    private TResult InvokeHere<TProxy, TArgs, TResult>(RunningCall call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        if (service.Limits is not { } limits)
            return endpoint.Invoke(service.Instance<TProxy>(service.NextInstance()), args, call.Token);

        var slot = new BlockedCall();
        if (!limits.TryEnterBlocking(slot, call.Token))
            throw service.Overloaded(limits);
        try
        {
            return endpoint.Invoke(service.Instance<TProxy>(slot.Instance), args, call.Token);
        }
        finally
        {
            limits.Release(slot.Instance);
        }
    }

    private Task<TResult> InvokeOnPoolAsync<TProxy, TArgs, TResult>(
        RunningCall call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct =>
        new EndpointCall<TProxy, TArgs, TResult>(service, endpoint, args, call.Token).Start(call.Token)
        ?? throw service.Overloaded(service.Pool);

    private async Task<TResult> InvokeServiceAsync<TProxy, TArgs, TResult>(
        RunningCall call, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var token = endpoint.TakesToken ? call.Token : CancellationToken.None;
        if (service.Limits is not { } limits)
        {
            var unlimited = endpoint.InvokeAsync(service.Instance<TProxy>(service.NextInstance()), args, token);
            return await ProxyCall.Abandonable(unlimited, call.GivesUp(endpoint.TakesToken)).ConfigureAwait(false);
        }

        var slot = new AwaitedSlot();
        if (!await slot.EnterAsync(limits, call.Token).ConfigureAwait(false))
            throw service.Overloaded(limits);
        var answer = endpoint.InvokeAsync(service.Instance<TProxy>(slot.Instance), args, token);
        limits.ReleaseAfter(answer, slot.Instance);
        return await ProxyCall.Abandonable(answer, call.GivesUp(endpoint.TakesToken)).ConfigureAwait(false);
    }
}
