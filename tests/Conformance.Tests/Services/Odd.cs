namespace Pipeline.Conformance.Tests.Services;

/// <summary>Has what cannot be turned into bytes.</summary>
[Service]
public sealed partial class Odd(Probe probe)
{
    [Api]
    public Task<int> LengthAsync(Link link) => Task.FromResult(link.Next is null ? 1 : 2);

    [Api]
    public Task<Link> RingAsync() => Task.FromResult(Link.Ring());

    [Api]
    public async IAsyncEnumerable<Link> LinksAsync()
    {
        yield return new();
        await Task.Yield();
        yield return Link.Ring();
    }

    [Api]
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        probe.Signal("started");
        try
        {
            await probe.SeenAsync("never", cancellationToken);
        }
        catch (OperationCanceledException)
        {
            probe.Signal("canceled");
            throw;
        }
    }
}

/// <summary>Refers to another, or to itself.</summary>
public sealed class Link
{
    public Link? Next { get; set; }

    public static Link Ring()
    {
        var link = new Link();
        link.Next = link;
        return link;
    }
}
