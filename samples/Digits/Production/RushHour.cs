namespace Digits.Production;

/// <summary>
/// Counts the calls that run, and holds them until all calls have been made: however fast the machine is, the same number has to
/// wait, and the same number finds no place. Thread-safe.
/// </summary>
public sealed class RushHour
{
    private readonly TaskCompletionSource _allCalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();

    /// <summary>How many calls run.</summary>
    public int Running { get; private set; }

    /// <summary>How many calls ran at the same time, at most.</summary>
    public int Most { get; private set; }

    /// <summary>All calls have been made: those that run go on.</summary>
    public void LetGo() => _allCalled.SetResult();

    /// <summary>Runs a call, once all have been made.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        Count(+1);
        try
        {
            await _allCalled.Task.WaitAsync(cancellationToken);
            return await call();
        }
        finally
        {
            Count(-1);
        }
    }

    private void Count(int change)
    {
        lock (_gate)
        {
            Running += change;
            Most = Math.Max(Most, Running);
        }
    }
}
