using System.Runtime.CompilerServices;

namespace Pipeline.Conformance.Tests.Services;

/// <summary>Streams in, and streams through.</summary>
[Service]
public sealed partial class Listening(Probe probe)
{
    [Api]
    public async IAsyncEnumerable<int> CountAsync(string name, int to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        probe.Signal($"{name} started");
        try
        {
            for (int item = 1; item <= to; item++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
        finally
        {
            await Task.Yield();
            probe.Signal($"{name} disposed");
        }
    }

    [Api]
    public Task KeepStreamAsync(IAsyncEnumerable<int> stream)
    {
        probe.Keep("stream", stream);
        return Task.CompletedTask;
    }

    [Api]
    public async IAsyncEnumerable<int> DoubleAsync(IAsyncEnumerable<int> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (int item in source.WithCancellation(cancellationToken))
            yield return item * 2;
    }

    /// <summary>Reads so many items at most.</summary>
    [Api]
    public async Task<int> SumAsync(IAsyncEnumerable<int> source, int atMost = int.MaxValue, CancellationToken cancellationToken = default)
    {
        int sum = 0;
        int read = 0;
        await foreach (int item in source.WithCancellation(cancellationToken))
        {
            sum += item;
            probe.Signal($"read {++read}");
            if (read == atMost)
                break;
        }

        return sum;
    }

    [Api]
    public async Task<int> SumOfBothAsync(IAsyncEnumerable<int> left, IAsyncEnumerable<int>? right) =>
        await left.SumAsync() + (right is null ? 0 : await right.SumAsync() * 100);

    [Api]
    public async Task<(int First, int Second)> ReadTwiceAsync(IAsyncEnumerable<int> source) => (await source.SumAsync(), await source.SumAsync());
}
