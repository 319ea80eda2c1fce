namespace Pipeline;

/// <summary>Results that come in any order and from any thread, kept in the order of their places.</summary>
internal sealed class OrderedResults<T>(int expected)
{
    private readonly Lock _lock = new();
    private T[] _results = new T[expected];
    private int _count;

    /// <summary>Puts a result in its place.</summary>
    public void Set(int index, T result)
    {
        lock (_lock)
        {
            if (index >= _results.Length)
                Array.Resize(ref _results, Math.Max(index + 1, Math.Max(4, _results.Length * 2)));
            _results[index] = result;
            _count = Math.Max(_count, index + 1);
        }
    }

    /// <summary>All results, once the last has been set.</summary>
    public T[] ToArray()
    {
        lock (_lock)
        {
            Array.Resize(ref _results, _count);
            return _results;
        }
    }
}
