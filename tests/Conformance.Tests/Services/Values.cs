namespace Pipeline.Conformance.Tests.Services;

/// <summary>Gives back what it gets, one API for each kind of value.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Values(Probe probe)
{
    [Api]
    public string? Text(string? value) => value;

    [Api]
    public Task<char> CharacterAsync(char value) => Task.FromResult(value);

    [Api]
    public double Real(double value) => value;

    [Api]
    public async Task<float?> SingleAsync(float? value)
    {
        await Task.Yield();
        return value;
    }

    [Api]
    public ValueTask<decimal> ExactAsync(decimal value) => new(value);

    [Api]
    public long? Whole(long? value) => value;

    [Api]
    public byte[]? Bytes(byte[]? value) => value;

    [Api]
    public Task<int[]?> NumbersAsync(int[]? value) => Task.FromResult(value);

    [Api]
    public async ValueTask<List<string?>?> TextsAsync(List<string?>? value)
    {
        await Task.Yield();
        return value;
    }

    [Api]
    public Dictionary<string, int?> Table(Dictionary<string, int?> value) => value;

    [Api]
    public Task<IReadOnlyCollection<int>> LazyAsync(IEnumerable<int> value) => Task.FromResult<IReadOnlyCollection<int>>([.. value]);

    [Api]
    public Colour? Paint(Colour? value) => value;

    [Api]
    public Task<Order?> OrderAsync(Order? value) => Task.FromResult(value);

    [Api]
    public (int Number, (string? Text, double Real) Parts) Pair((int Number, (string? Text, double Real) Parts) value) => value;

    [Api]
    public Task<(int, int, int, int, int, int, int, int, string?)> NineAsync((int, int, int, int, int, int, int, int, string?) value) =>
        Task.FromResult(value);

    [Api]
    public DateTime Moment(DateTime value) => value;

    [Api]
    public (DateTimeOffset, TimeSpan, DateOnly, TimeOnly, Guid, Uri?) Others((DateTimeOffset, TimeSpan, DateOnly, TimeOnly, Guid, Uri?) value) => value;

    /// <summary>Changes what it got, which no API should, and gives the same object back.</summary>
    [Api(Effect = Effect.Writes)]
    public Task<int[]> OverwriteAsync(int[] value)
    {
        probe.Keep("argument", value);
        value[0] = -1;
        return Task.FromResult(value);
    }

    /// <summary>Reads its argument only when it is told to.</summary>
    [Api]
    public async Task<int> FirstLaterAsync(int[] value)
    {
        await probe.SeenAsync("go");
        return value[0];
    }
}
