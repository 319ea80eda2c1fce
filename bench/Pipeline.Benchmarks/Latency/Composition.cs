namespace Pipeline.Benchmarks.Latency;

/// <summary>The three calls composed by a service, through their proxies.</summary>
[Service]
public partial class Composition(ShortCall.Proxy first, MiddleCall.Proxy second, LongCall.Proxy third)
{
    /// <summary>One after the other: the sum.</summary>
    [Api]
    public async Task<int> SequentialAsync(CancellationToken cancellationToken)
    {
#pragma warning disable PIPE001 // The analyzer is right: here it is what is measured.
        int sum = await first.ToAsync.Wait(cancellationToken);
        sum += await second.ToAsync.Wait(cancellationToken);
        return sum + await third.ToAsync.Wait(cancellationToken);
#pragma warning restore PIPE001
    }

    /// <summary>Together: the longest.</summary>
    [Api]
    public async Task<int> ParallelAsync(CancellationToken cancellationToken)
    {
        var (a, b, c) = await Gather.All(
            first.ToAsync.Wait(cancellationToken), second.ToAsync.Wait(cancellationToken), third.ToAsync.Wait(cancellationToken));
        return a + b + c;
    }
}
