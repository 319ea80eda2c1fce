namespace Pipeline.Traces;

/// <summary>A sample of all that has been added, each with the same chance to be in it (Vitter's algorithm R). Not thread-safe.</summary>
internal sealed class Reservoir<T>(int size)
{
    private readonly List<T> _items = [];

    /// <summary>How many have been added.</summary>
    public long Count { get; private set; }

    /// <summary>The sample.</summary>
    public IReadOnlyList<T> Items => [.. _items];

    public void Add(T item)
    {
        Count++;
        if (_items.Count < size)
            _items.Add(item);
        else if (Random.Shared.NextInt64(Count) is var place && place < size)
            _items[(int)place] = item;
    }
}
