using System.Runtime.CompilerServices;

namespace Pipeline.Transports;

/// <summary>
/// The way to a service that runs at several addresses: one call to each in turn. An address where nobody answers is left out for a while;
/// the call goes on to the next, since it was never sent.
/// </summary>
internal sealed class AddressedChannel(IEnumerable<ServiceChannel> channels, TimeProvider time) : ServiceChannel
{
    private readonly ServiceAddress[] _addresses = [.. channels.Select(channel => new ServiceAddress(channel, time))];
    private uint _turn;

    public override TResult Invoke<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        var order = Order();
        for (int place = 0; ; place++)
        {
            var address = order[place];
            try
            {
                var result = address.Channel.Invoke(endpoint, args, cancellationToken);
                address.TakeIn();
                return result;
            }
            catch (Exception exception) when (WasNeverSent(address, exception) && place < order.Length - 1)
            {
                // The next address.
            }
        }
    }

    public override async Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        var order = Order();
        for (int place = 0; ; place++)
        {
            var address = order[place];
            try
            {
                var result = await address.Channel.InvokeAsync(endpoint, args, cancellationToken).ConfigureAwait(false);
                address.TakeIn();
                return result;
            }
            catch (Exception exception) when (WasNeverSent(address, exception) && place < order.Length - 1)
            {
                // The next address.
            }
        }
    }

    public override IEnumerable<TItem> Stream<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, CancellationToken cancellationToken)
    {
        var order = Order();
        IEnumerator<TItem> items;
        bool any;
        for (int place = 0; ; place++)
        {
            var address = order[place];
            items = address.Channel.Stream(endpoint, args, cancellationToken).GetEnumerator();
            try
            {
                any = items.MoveNext();
                address.TakeIn();
                break;
            }
            catch (Exception exception) when (WasNeverSent(address, exception) && place < order.Length - 1)
            {
                items.Dispose();
            }
        }

        using (items)
        {
            for (; any; any = items.MoveNext())
                yield return items.Current;
        }
    }

    public override async IAsyncEnumerable<TItem> StreamAsync<TProxy, TArgs, TItem>(
        StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var order = Order();
        IAsyncEnumerator<TItem> items;
        bool any;
        for (int place = 0; ; place++)
        {
            var address = order[place];
            items = address.Channel.StreamAsync(endpoint, args, cancellationToken).GetAsyncEnumerator(cancellationToken);
            try
            {
                any = await items.MoveNextAsync().ConfigureAwait(false);
                address.TakeIn();
                break;
            }
            catch (Exception exception) when (WasNeverSent(address, exception) && place < order.Length - 1)
            {
                await items.DisposeAsync().ConfigureAwait(false);
            }
        }

        await using (items.ConfigureAwait(false))
        {
            for (; any; any = await items.MoveNextAsync().ConfigureAwait(false))
                yield return items.Current;
        }
    }

    /// <summary>One address that answers is enough.</summary>
    public override async Task CheckHealthAsync(CancellationToken cancellationToken)
    {
        var outcomes = await Gather.Settle(_addresses.Select(address => address.Channel.CheckHealthAsync(cancellationToken)))
            .ConfigureAwait(false);
        if (Array.TrueForAll(outcomes, static outcome => !outcome.IsSuccess))
            throw new AggregateException("No address answers.", outcomes.Select(static outcome => outcome.Exception!));
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var address in _addresses)
            await address.Channel.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    // All that are out are tried when no other is left: a service is not unavailable because nobody asked it.
    private ServiceAddress[] Order()
    {
        int first = (int)(Interlocked.Increment(ref _turn) % (uint)_addresses.Length);
        ServiceAddress[] order = [.. _addresses[first..], .. _addresses[..first]];
        return [.. order.Where(static address => address.IsIn), .. order.Where(static address => !address.IsIn)];
    }

    private static bool WasNeverSent(ServiceAddress address, Exception exception)
    {
        if (exception is not ServiceUnavailableException { MayHaveRun: false })
            return false;

        address.TakeOut();
        return true;
    }
}
