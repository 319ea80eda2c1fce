namespace Pipeline.Integration.Services;

/// <summary>Calls that end when the test says so, and tell it when they begin.</summary>
public sealed class Gates
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, TaskCompletionSource> _open = [];
    private readonly Dictionary<int, TaskCompletionSource> _begun = [];
    private readonly List<int> _order = [];
    private readonly TaskCompletionSource<Exception> _later = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;

    /// <summary>The calls that began, in their order.</summary>
    public IReadOnlyList<int> Order
    {
        get
        {
            lock (_gate)
                return [.. _order];
        }
    }

    /// <summary>The most calls that ran at one time.</summary>
    public int Most { get; private set; }

    /// <summary>What a call failed with that was made after its caller had given up.</summary>
    public Task<Exception> Later => _later.Task;

    /// <summary>Ends the call of that number, or lets it pass when it comes.</summary>
    public void Open(int id) => Source(_open, id).TrySetResult();

    /// <summary>Ends when the call of that number has begun.</summary>
    public Task Begun(int id) => Source(_begun, id).Task;

    internal Task EnterAsync(int id)
    {
        lock (_gate)
        {
            _order.Add(id);
            Most = Math.Max(Most, ++_running);
        }

        Source(_begun, id).TrySetResult();
        return Source(_open, id).Task;
    }

    internal void ReportLater(Exception exception) => _later.TrySetResult(exception);

    internal void Leave()
    {
        lock (_gate)
            _running--;
    }

    private TaskCompletionSource Source(Dictionary<int, TaskCompletionSource> sources, int id)
    {
        lock (_gate)
        {
            if (!sources.TryGetValue(id, out var source))
                sources[id] = source = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return source;
        }
    }
}
