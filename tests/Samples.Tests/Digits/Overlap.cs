namespace Pipeline.Samples.Tests.Digits;

/// <summary>Counts the calls that are in progress at the same time.</summary>
/// <param name="expected">How many must be in progress before any may end.</param>
internal sealed class Overlap(int expected)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly List<string> _started = [];
    private int _running;

    /// <summary>The most calls that were in progress at once.</summary>
    public int Peak { get; private set; }

    /// <summary>Who was called, in order.</summary>
    public IReadOnlyList<string> Started => _started;

    /// <summary>Starts a call that ends when enough others have started too.</summary>
    public async Task<T> CallAsync<T>(string service, T result)
    {
        lock (_gate)
        {
            _started.Add(service);
            Peak = Math.Max(Peak, ++_running);
            if (_running == expected)
                _all.TrySetResult();
        }
        await _all.Task;
        lock (_gate)
            _running--;
        return result;
    }
}
