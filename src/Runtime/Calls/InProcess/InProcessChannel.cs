using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>Calls whichever instance in this process has room, within the limits that all calls to the service share.</summary>
internal sealed partial class InProcessChannel(InProcessService service) : ServiceChannel
{
    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        if (service.KindOf(endpoint) is not ApiKind.Sync)
            return base.Invoke(endpoint, args, cancellationToken);
        if (service.Limits is not { } limits)
            return endpoint.Invoke(service.NextInstance<TProxy>(), args, cancellationToken);

        if (!limits.TryTake(required: null, out var instance))
        {
            var slot = new BlockedCall();
            if (!limits.TryEnterBlocking(slot, cancellationToken))
                throw service.Overloaded(limits);
            instance = slot.Instance;
        }

        try
        {
            return endpoint.Invoke(service.Instance<TProxy>(instance), args, cancellationToken);
        }
        finally
        {
            limits.Release(instance);
        }
    }

    public override Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        if (service.KindOf(endpoint) is not ApiKind.Sync)
        {
            return service.Limits is { } limits
                ? InvokeInSlotAsync(limits, endpoint, args, cancellationToken)
                : endpoint.InvokeAsync(service.NextInstance<TProxy>(), args, cancellationToken);
        }

        return new EndpointCall<TProxy, TArgs, TResult>(service, endpoint, args, cancellationToken).Start(cancellationToken)
            ?? Task.FromException<TResult>(service.Overloaded(service.Pool));
    }

    private async Task<TResult> InvokeInSlotAsync<TProxy, TArgs, TResult>(
        CallSlots limits, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        if (!endpoint.TakesToken)
            cancellationToken.ThrowIfCancellationRequested();

        if (!limits.TryTake(required: null, out var instance))
        {
            var slot = new AwaitedSlot();
            if (!await slot.EnterAsync(limits, cancellationToken).ConfigureAwait(false))
                throw service.Overloaded(limits);
            instance = slot.Instance;
        }

        if (endpoint.TakesToken || !cancellationToken.CanBeCanceled)
        {
            try
            {
                return await endpoint.InvokeAsync(service.Instance<TProxy>(instance), args, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                limits.Release(instance);
            }
        }

        // The slot belongs to the work: one that cannot be told to stop keeps it when its caller gives up.
        var work = endpoint.InvokeAsync(service.Instance<TProxy>(instance), args, CancellationToken.None);
        limits.ReleaseAfter(work, instance);
        return await ProxyCall.Abandonable(work, cancellationToken).ConfigureAwait(false);
    }
}
