namespace Pipeline.Soak.Calls;

/// <summary>Holds bodies until the test ends them, and knows which have begun. Thread-safe.</summary>
public sealed class Gates
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, TaskCompletionSource<int>> _open = [];
    private readonly List<int> _begun = [];
    private int _running;
    private int _passing;

    /// <summary>The calls whose bodies have begun, in their order.</summary>
    public IReadOnlyList<int> Begun
    {
        get
        {
            lock (_lock)
                return [.. _begun];
        }
    }

    /// <summary>How many bodies run.</summary>
    public int Running
    {
        get
        {
            lock (_lock)
                return _running;
        }
    }

    /// <summary>How many bodies wait for the other service.</summary>
    public int Passing => Volatile.Read(ref _passing);

    /// <summary>Notes that a body waits for the other service, until it is disposed of.</summary>
    public IDisposable Pass()
    {
        Interlocked.Increment(ref _passing);
        return new Passage(this);
    }

    /// <summary>The body of a call: runs until it is ended, or until its token is canceled.</summary>
    public async Task<int> HoldAsync(int call, CancellationToken cancellationToken)
    {
        TaskCompletionSource<int> open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _open.Add(call, open);
            _begun.Add(call);
            _running++;
        }

        try
        {
            return await open.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_lock)
                _running--;
        }
    }

    /// <summary>Ends the body of a call.</summary>
    public void End(int call)
    {
        lock (_lock)
            _open[call].TrySetResult(call);
    }

    private sealed class Passage(Gates gates) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref gates._passing);
    }
}
