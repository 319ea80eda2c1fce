namespace Pipeline.Conformance.Tests.Services;

/// <summary>Fails at first, or always; what was asked for counts its runs.</summary>
[Service]
public sealed partial class Trying(Probe probe)
{
    private int _runs;

    /// <summary>Its connection breaks twice.</summary>
    [Api(Idempotent = true)]
    public async Task<int> RecoverAsync()
    {
        await Task.Yield();
        return Run() < 3 ? throw new IOException("Not yet.") : _runs;
    }

    [Api(Idempotent = true)]
    public Task<int> BreakAsync() => throw new IOException($"Broken at {Run()}.");

    [Api(Idempotent = true)]
    public Task<int> RefuseAsync(int value) => throw new ArgumentException($"Not that one at {Run()}.", nameof(value));

    private int Run()
    {
        int runs = Interlocked.Increment(ref _runs);
        probe.Keep("runs", runs);
        return runs;
    }
}

/// <summary>Fails once it has read what it was given.</summary>
[Service]
public sealed partial class Reading(Probe probe)
{
    private int _runs;

    [Api(Idempotent = true)]
    public async Task<int> SumAsync(IAsyncEnumerable<int> source, CancellationToken cancellationToken)
    {
        int runs = Interlocked.Increment(ref _runs);
        probe.Keep("runs", runs);
        int sum = await source.SumAsync(cancellationToken);
        return runs == 1 ? throw new IOException("Too late.") : sum;
    }
}
