using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>The room of a service that takes so many calls at a time, in the order they come. Its owner locks.</summary>
internal sealed class Room(Limits limits)
{
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _running;

    /// <summary>What the call has to wait for; an exception where nobody else may wait.</summary>
    public Task Enter()
    {
        if (_running < limits.Concurrency)
        {
            _running++;
            return Task.CompletedTask;
        }

        if (_waiting.Count >= limits.QueueLimit)
            throw new InvalidOperationException("The service is overloaded.");
        var turn = new TaskCompletionSource();
        _waiting.Enqueue(turn);
        return turn.Task;
    }

    /// <summary>The turn that begins as a call ends, or null.</summary>
    public TaskCompletionSource? Leave()
    {
        if (_waiting.TryDequeue(out var next))
            return next;
        _running--;
        return null;
    }
}
