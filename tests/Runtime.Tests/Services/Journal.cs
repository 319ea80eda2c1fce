namespace Pipeline.Runtime.Tests.Services;

/// <summary>Records what the nodes of a test's graph do, and lets the test act at any of it.</summary>
internal sealed class Journal
{
    private readonly Dictionary<string, Func<CancellationToken, Task>> _actions = [];
    private readonly List<string> _events = [];

    public IReadOnlyList<string> Events
    {
        get
        {
            lock (_events)
                return [.. _events];
        }
    }

    /// <summary>Makes a node act when it gets to an event: <c>start A</c>, say.</summary>
    public Journal At(string name, Func<CancellationToken, Task> action)
    {
        _actions.Add(name, action);
        return this;
    }

    public Journal FailAt(string name) => At(name, _ => throw new InvalidDataException(name));

    public Task NoteAsync(string name, CancellationToken cancellationToken)
    {
        lock (_events)
            _events.Add(name);
        return _actions.TryGetValue(name, out var action) ? action(cancellationToken) : Task.CompletedTask;
    }

    public void Note(string name) => NoteAsync(name, CancellationToken.None).GetAwaiter().GetResult();
}
