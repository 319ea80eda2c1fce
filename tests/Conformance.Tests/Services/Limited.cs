namespace Pipeline.Conformance.Tests.Services;

/// <summary>One call at a time, none waits, and each has a minute.</summary>
[Service(Concurrency = 1, QueueLimit = 0, Timeout = "1m")]
public sealed partial class Limited(Probe probe)
{
    [Api]
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        probe.Signal("started");
        await probe.SeenAsync("go", cancellationToken);
        return 1;
    }

    [Api]
    public async Task<int> RunOnAsync()
    {
        probe.Signal("started");
        await probe.SeenAsync("go");
        probe.Signal("ended");
        return 1;
    }

    /// <summary>Fails as a client does whose connection is broken off by its token.</summary>
    [Api]
    public async Task<int> BreakAsync(CancellationToken cancellationToken)
    {
        var connection = new TaskCompletionSource<int>();
        using var registration = cancellationToken.Register(() => connection.TrySetException(new IOException("broken off")));
        probe.Signal("started");
        return await connection.Task;
    }

    /// <summary>Has registered what blocks whoever cancels its token.</summary>
    [Api]
    public async Task<int> BlockAsync(CancellationToken cancellationToken)
    {
        var canceled = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(() =>
        {
            probe.Signal("canceled");
            probe.SeenAsync("go").Wait();
            canceled.TrySetCanceled(cancellationToken);
        });
        probe.Signal("started");
        return await canceled.Task;
    }
}
