using System.Diagnostics;

namespace Pipeline.Http.Tests.Telemetry;

/// <summary>Tells what it sees of its caller's trace.</summary>
[Service]
public sealed partial class Teller
{
    [Api]
    public async Task<string> TraceAsync()
    {
        await Task.Yield();
        var span = Activity.Current;
        return $"{span?.TraceId} {span?.TraceStateString} {span?.GetBaggageItem("tenant")} {span?.GetBaggageItem("secret")}".Trim();
    }

    [Api]
    public Task<int> FailAsync() => throw new InvalidOperationException("broken");

    [Api]
    public async IAsyncEnumerable<int> CountAsync(int last)
    {
        for (int number = 1; number <= last; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }
}

/// <summary>Calls it by its URL.</summary>
[Service]
public sealed partial class Asker(Teller.Proxy teller)
{
    [Api]
    public async Task<string> TraceAsync(CancellationToken cancellationToken) => await teller.ToAsync.Trace(cancellationToken);
}
