namespace Pipeline.Benchmarks.Calls;

/// <summary>A service whose calls are what is measured, within its own.</summary>
[Service]
public partial class Front(Target.Proxy target)
{
    /// <summary>That many calls on the sync view.</summary>
    [Api]
    public int AddAll(int calls)
    {
        int value = 0;
        for (int call = 0; call < calls; call++) value = target.Add(value);
        return value;
    }

    /// <summary>That many calls, all at the same time.</summary>
    [Api]
    public async Task<int> AddAllAtOnceAsync(int calls, CancellationToken cancellationToken)
    {
        var all = new Task<int>[calls];
        for (int call = 0; call < calls; call++) all[call] = target.ToAsync.AddLater(call, true, cancellationToken);
        return (await Task.WhenAll(all)).Length;
    }

    /// <summary>That many calls on the async view.</summary>
    [Api]
    public async Task<int> AddAllLaterAsync(int calls, bool suspends, CancellationToken cancellationToken)
    {
        int value = 0;
        for (int call = 0; call < calls; call++) value = await target.ToAsync.AddLater(value, suspends, cancellationToken);
        return value;
    }
}
