using Pipeline.Http.Tests.Services;

namespace Pipeline.Http.Tests.Client;

/// <summary>The shop as its callers declare it: they have the interface and not the service.</summary>
[Service(Name = "Shop")]
public sealed partial class RemoteShop
{
    [Api]
    public int Add(int left, int right = 2) => throw new NotSupportedException();

    [Api]
    public Task<float> SumUpAsync(float[] allValues) => throw new NotSupportedException();

    [Api]
    public string? Greet(string? name) => throw new NotSupportedException();

    [Api]
    public Task<Item> RaiseAsync(Item item) => throw new NotSupportedException();

    [Api]
    public Colour Paint(Colour colour, DateTime when = default) => throw new NotSupportedException();

    [Api]
    public Task NothingAsync(int? number = null) => throw new NotSupportedException();

    [Api]
    public Task<string> SizeAsync(byte[] file, string label = "none") => throw new NotSupportedException();

    [Api]
    public byte[] Make(int size) => throw new NotSupportedException();

    [Api]
    public IAsyncEnumerable<string> WordsAsync(int count) => throw new NotSupportedException();

    [Api]
    public IAsyncEnumerable<Item> ItemsAsync(int count, string? failure = null) => throw new NotSupportedException();

    [Api]
    public IAsyncEnumerable<int> TicksAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    [Api]
    public Task WaitAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    [Api]
    public string Left() => throw new NotSupportedException();

    [Api]
    public double[] Odd() => throw new NotSupportedException();

    [Api]
    public Task<int> FailAsync(string how) => throw new NotSupportedException();
}

[Service]
public sealed partial class RemoteUser(RemoteShop.Proxy remote)
{
    [Api]
    public Task<int> AddAsync(int left) => remote.ToAsync.Add(left);
}

[Service]
public sealed partial class Streamed
{
    [Api]
    public Task<int> TotalAsync(IAsyncEnumerable<int> numbers) => throw new NotSupportedException();
}

[Service]
public sealed partial class StreamedUser(Streamed.Proxy remote)
{
    [Api]
    public Task<int> TotalAsync(int number) => remote.ToAsync.Total(AsyncEnumerable.Repeat(number, 1));
}
