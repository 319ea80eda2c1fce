using System.Runtime.CompilerServices;

namespace Pipeline.Conformance.Tests.Services;

/// <summary>Streams out.</summary>
[Service]
public sealed partial class Streams(Probe probe)
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
    public IEnumerable<int> SyncCount(string name, int to)
    {
        probe.Signal($"{name} started");
        try
        {
            for (int item = 1; item <= to; item++)
                yield return item;
        }
        finally
        {
            probe.Signal($"{name} disposed");
        }
    }

    /// <summary>Says of each item whether the token was canceled by then.</summary>
    [Api]
    public IEnumerable<bool> Heedless(int count, CancellationToken cancellationToken)
    {
        for (int item = 0; item < count; item++)
            yield return cancellationToken.IsCancellationRequested;
    }

    [Api]
    public async IAsyncEnumerable<string?> TextsAsync()
    {
        await Task.Yield();
        yield return null;
        yield return "";
        yield return "\uD800";
    }

    [Api]
    public async IAsyncEnumerable<byte[]> BlocksAsync(int count, int size)
    {
        for (int item = 0; item < count; item++)
        {
            await Task.Yield();
            byte[] block = new byte[size];
            Array.Fill(block, (byte)item);
            yield return block;
        }
    }

    /// <summary>Gives one item; the second when told so, or never.</summary>
    [Api]
    public async IAsyncEnumerable<int> PauseAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            yield return 1;
            probe.Signal($"{name} pauses");
            await probe.SeenAsync($"{name} go", cancellationToken);
            yield return 2;
        }
        finally
        {
            probe.Signal($"{name} disposed");
        }
    }

    /// <inheritdoc cref="PauseAsync"/>
    [Api]
    public async IAsyncEnumerable<int> PauseWithoutTokenAsync(string name)
    {
        try
        {
            yield return 1;
            probe.Signal($"{name} pauses");
            await probe.SeenAsync($"{name} go");
            yield return 2;
        }
        finally
        {
            probe.Signal($"{name} disposed");
        }
    }
}
