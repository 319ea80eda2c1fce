namespace Pipeline.Integration.Tests.Lifecycle;

/// <summary>Counts, and does what a test wants to happen at each count.</summary>
internal sealed class Counter
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Action Action { get; set; } = static () => { };

    public void Note()
    {
        Interlocked.Increment(ref _count);
        Action();
    }
}
