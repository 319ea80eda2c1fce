namespace Pipeline.Calls;

/// <summary>A stage that wraps a stream: it runs until it goes on with the rest, and again when the enumeration has ended.</summary>
internal sealed class StreamPassage
{
    private readonly TaskCompletionSource _reached = new();
    private readonly TaskCompletionSource _ended = new();
    private Task _stage = Task.CompletedTask;

    /// <summary>Called by the stage to go on; the task ends with the enumeration.</summary>
    public Task Reach()
    {
        _reached.TrySetResult();
        return _ended.Task;
    }

    /// <summary>Runs the stage until it goes on; false if it has ended without.</summary>
    public async ValueTask<bool> EnterAsync(ValueTask stage)
    {
        _stage = stage.AsTask();
        await Task.WhenAny(_stage, _reached.Task).ConfigureAwait(false);
        if (_reached.Task.IsCompleted)
            return true;

        await _stage.ConfigureAwait(false);
        return false;
    }

    /// <summary>Runs the stage to its end.</summary>
    /// <param name="failure">What the enumeration failed with, or null.</param>
    /// <exception cref="Exception">What comes out of the stage.</exception>
    public Task LeaveAsync(Exception? failure)
    {
        if (failure is null)
        {
            _ended.TrySetResult();
        }
        else
        {
            _ended.TrySetException(failure);
            _ = _ended.Task.Exception;
        }

        return _stage;
    }
}
