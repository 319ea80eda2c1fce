namespace Pipeline.Conformance.Tests.Services;

/// <summary>One call at a time, two may wait, and each has a minute.</summary>
[Service(Concurrency = 1, QueueLimit = 2, Timeout = "1m")]
public sealed partial class Pressed(Probe probe) : IDisposable
{
    [ThreadStatic]
    private static string? _mark;

    private bool _isDisposed;

    /// <summary>What a caller has left on its own thread: nobody else's call may find it.</summary>
    public static string? Mark
    {
        get => _mark;
        set => _mark = value;
    }

    /// <summary>Waits to be told to go on, and says what it finds on its thread.</summary>
    [Api]
    public string? Work(string name, CancellationToken cancellationToken)
    {
        probe.Signal($"{name} started");
        probe.SeenAsync($"{name} go", cancellationToken).GetAwaiter().GetResult();
        return Mark;
    }

    [Api]
    public async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (int item = 1; item <= to; item++)
        {
            await Task.Yield();
            yield return item;
        }
    }

    [Api]
    public Task KeepTokenAsync(CancellationToken cancellationToken)
    {
        probe.Keep("token", cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Holds what it is given until it is canceled.</summary>
    [Api]
    public async Task<int> HoldAsync(byte[] payload, CancellationToken cancellationToken)
    {
        probe.Signal("held");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return payload.Length;
    }

    /// <summary>Says at its end whether the service was disposed of before.</summary>
    [Api]
    public async Task UseAsync()
    {
        probe.Signal("in use");
        await probe.SeenAsync("go");
        probe.Keep("was disposed", _isDisposed);
    }

    public void Dispose() => _isDisposed = true;
}

/// <summary>One call at a time, which may be one that reads what another gives.</summary>
[Service(Concurrency = 1, Timeout = "1m")]
public sealed partial class Narrow
{
    [Api]
    public async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (int item = 1; item <= to; item++)
        {
            await Task.Yield();
            yield return item;
        }
    }

    [Api]
    public async Task<int> SumAsync(IAsyncEnumerable<int> source, CancellationToken cancellationToken) =>
        await source.SumAsync(cancellationToken);
}
