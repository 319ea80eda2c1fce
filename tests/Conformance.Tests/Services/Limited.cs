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
}
