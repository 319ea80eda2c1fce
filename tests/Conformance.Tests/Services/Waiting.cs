namespace Pipeline.Conformance.Tests.Services;

/// <summary>Waits to be told <c>go</c>, each API with another attitude to its token.</summary>
[Service]
public sealed partial class Waiting(Probe probe)
{
    [Api]
    public async Task<string> HeedAsync(string name, CancellationToken cancellationToken)
    {
        probe.Signal($"{name} started");
        try
        {
            await probe.SeenAsync($"{name} go", cancellationToken);
            return $"{name} went";
        }
        catch (OperationCanceledException)
        {
            probe.Signal($"{name} canceled");
            throw;
        }
    }

    [Api]
    public async Task<string> IgnoreAsync(string name, CancellationToken cancellationToken)
    {
        probe.Signal($"{name} started");
        await probe.SeenAsync($"{name} go", CancellationToken.None);
        return $"{name} {cancellationToken.IsCancellationRequested}";
    }

    [Api]
    public async ValueTask<string> RunOnAsync(string name)
    {
        probe.Signal($"{name} started");
        await probe.SeenAsync($"{name} go");
        probe.Signal($"{name} ended");
        return $"{name} went";
    }

    [Api]
    public string SyncHeed(string name, CancellationToken cancellationToken)
    {
        probe.Signal($"{name} started");
        probe.SeenAsync($"{name} go", cancellationToken).GetAwaiter().GetResult();
        return $"{name} went";
    }

    [Api]
    public string SyncIgnore(string name, CancellationToken cancellationToken)
    {
        probe.Signal($"{name} started");
        probe.SeenAsync($"{name} go", CancellationToken.None).GetAwaiter().GetResult();
        probe.Signal($"{name} ended");
        return $"{name} {cancellationToken.IsCancellationRequested}";
    }

    [Api]
    public string SyncRunOn(string name)
    {
        probe.Signal($"{name} started");
        probe.SeenAsync($"{name} go").GetAwaiter().GetResult();
        probe.Signal($"{name} ended");
        return $"{name} went";
    }

    /// <summary>Gives up by itself, whatever its caller wants.</summary>
    [Api]
    public async Task GiveUpAsync(CancellationToken cancellationToken)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await own.CancelAsync();
        await Task.Delay(Timeout.Infinite, own.Token);
    }
}
