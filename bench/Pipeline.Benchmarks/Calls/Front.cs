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

    /// <summary>That many calls on the async view.</summary>
    [Api]
    public async Task<int> AddAllLaterAsync(int calls, bool suspends, CancellationToken cancellationToken)
    {
        int value = 0;
        for (int call = 0; call < calls; call++) value = await target.ToAsync.AddLater(value, suspends, cancellationToken);
        return value;
    }
}
