using System.Runtime.CompilerServices;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>A stream of the other side: opened at the first item asked for, closed when its reader is done.</summary>
internal static class RemoteStream
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Peer peer, Func<(Frame Request, IReadOnlyList<long> Offered)> open, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        long id = peer.NewId();
        var (request, offered) = open();
        try
        {
            peer.Send(request with { Id = id, IsCanceled = cancellationToken.IsCancellationRequested });
            await using var cancellation = peer.CancelOn(id, cancellationToken);
            try
            {
                while (await NextAsync() is { IsEmpty: false } item)
                    yield return peer.Serializer.Deserialize<T>(item);
            }
            finally
            {
                await peer.AskAsync(new(FrameKind.Close, peer.NewId(), id), cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            peer.Withdraw(offered);
        }

        async Task<ReadOnlyMemory<byte>> NextAsync() => await peer.AskAsync(
            new(FrameKind.Next, peer.NewId(), id, cancellationToken.IsCancellationRequested), cancellationToken).ConfigureAwait(false);
    }
}
