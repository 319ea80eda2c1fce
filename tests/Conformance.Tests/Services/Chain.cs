namespace Pipeline.Conformance.Tests.Services;

/// <summary>The first of three.</summary>
[Service]
public sealed partial class Outer(Inner.Proxy inner)
{
    [Api]
    public async Task<string> DescribeAsync(string what) => await inner.ToAsync.Describe(what);

    [Api]
    public async Task<int> WaitAsync() => await inner.ToAsync.Wait();
}

/// <summary>The second, which the first may have to reach.</summary>
[Service]
public sealed partial class Inner(Innermost.Proxy innermost)
{
    [Api(Idempotent = true)]
    public async Task<string> DescribeAsync(string what) => await innermost.ToAsync.Describe(what);

    [Api]
    public async Task<int> WaitAsync() => await innermost.ToAsync.Wait();
}

/// <summary>The last.</summary>
[Service]
public sealed partial class Innermost(Probe probe)
{
    private int _failures;

    [Api(Idempotent = true)]
    public async Task<string> DescribeAsync(string what)
    {
        await Task.Yield();
        return what switch
        {
            "path" => CallContext.Current.Path,
            "remaining" => $"{CallContext.Current.Remaining}",
            "fails once" when _failures++ == 0 => throw new IOException("once"),
            "fails once" => "answers",
            _ => throw new InvalidOperationException(what),
        };
    }

    [Api]
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        probe.Signal("started");
        try
        {
            await probe.SeenAsync("go", cancellationToken);
            return 1;
        }
        catch (OperationCanceledException)
        {
            probe.Signal("canceled");
            throw;
        }
    }
}
