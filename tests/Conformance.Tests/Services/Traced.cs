using System.Diagnostics;

namespace Pipeline.Conformance.Tests.Services;

/// <summary>Tells what it sees of its caller's trace.</summary>
[Service]
public sealed partial class Traced
{
    [Api]
    public async Task<string> TellAsync()
    {
        await Task.Yield();
        var span = Activity.Current;
        return $"{span?.TraceId} {span?.TraceStateString} {span?.GetBaggageItem("tenant")} {span?.GetBaggageItem("secret")}".Trim();
    }
}

/// <summary>Calls it, wherever it runs.</summary>
[Service]
public sealed partial class Tracing(Traced.Proxy traced)
{
    [Api]
    public async Task<string> TellAsync() => await traced.ToAsync.Tell();
}
