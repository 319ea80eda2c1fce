using System.Diagnostics;

namespace Pipeline.Calls;

/// <summary>What all calls of an API have in common: its names and the clock. Immutable.</summary>
internal class CalledApi(string service, string api, TimeProvider time)
{
    /// <summary>What <see cref="CallContext.Current"/> is of outside of any call.</summary>
    public static readonly CalledApi None = new("", "", TimeProvider.System);

    /// <summary>The name of the service.</summary>
    public string Service { get; } = service;

    /// <summary>The name of the API.</summary>
    public string Api { get; } = api;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;
}

/// <summary>The API that a caller in another process has called.</summary>
internal sealed class IncomingApi(string service, string api, TimeProvider time) : CalledApi(service, api, time)
{
    /// <summary>The span of the call; null where nobody wants it.</summary>
    public Activity? Span { get; set; }
}
