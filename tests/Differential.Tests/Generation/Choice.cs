namespace Pipeline.Differential.Generation;

/// <summary>Random decisions, the same for the same seed.</summary>
internal sealed class Choice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int bound) => _random.Next(bound);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params IReadOnlyList<T> options) => options[_random.Next(options.Count)];

    public T Weighted<T>(IReadOnlyList<T> options, Func<T, int> weight)
    {
        var left = _random.Next(options.Sum(weight));
        return options.First(option => (left -= weight(option)) < 0);
    }
}
