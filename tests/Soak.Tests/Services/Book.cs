using System.Collections.Concurrent;

namespace Pipeline.Soak.Services;

/// <summary>Where services write down which calls they have begun and ended. Thread-safe.</summary>
public sealed class Book
{
    private const int ContextsOfEvery = 16;

    private readonly ConcurrentDictionary<(string Service, Ticket Ticket, int Attempt), bool> _isRunning = [];
    private readonly ConcurrentQueue<WeakReference> _contexts = [];
    private readonly ConcurrentQueue<string> _surprises = [];
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _begun;
    private long _ended;
    private int _held;

    /// <summary>How many calls have begun in all services.</summary>
    public long Begun => Interlocked.Read(ref _begun);

    /// <summary>How many of them have ended.</summary>
    public long Ended => Interlocked.Read(ref _ended);

    /// <summary>How many calls are being held.</summary>
    public int Held => Volatile.Read(ref _held);

    /// <summary>What must never happen and did.</summary>
    public IReadOnlyCollection<string> Surprises => _surprises;

    /// <summary>The calls that run.</summary>
    public IEnumerable<string> Running => _isRunning
        .Where(static call => call.Value)
        .Select(static call => $"{call.Key.Service} for {call.Key.Ticket}, attempt {call.Key.Attempt}");

    /// <summary>Begins a call; the result ends it.</summary>
    public IDisposable Begin(string service, Ticket ticket, int attempt = 1)
    {
        Interlocked.Increment(ref _begun);
        if (!_isRunning.TryAdd((service, ticket, attempt), true))
            Surprise($"{service} has been called twice for {ticket}, attempt {attempt}.");
        if (ticket.Call % ContextsOfEvery == 0 && CallContext.Current is { Path: not [] } context)
            _contexts.Enqueue(new(context));
        return new Entry(this, service, ticket, attempt);
    }

    /// <summary>Writes down what must never happen.</summary>
    public void Surprise(string what) => _surprises.Enqueue(what);

    /// <summary>Holds a call while the gate is closed.</summary>
    public async Task HoldAsync()
    {
        Interlocked.Increment(ref _held);
        await Volatile.Read(ref _gate).Task;
        Interlocked.Decrement(ref _held);
    }

    public void CloseGate() => Volatile.Write(ref _gate, new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Lets go the calls that are being held, and those that are still to come.</summary>
    public void OpenGate() => Volatile.Read(ref _gate).SetResult();

    /// <summary>Forgets what has ended.</summary>
    /// <returns>Of how many calls the book knew the context, and how many of those are still alive.</returns>
    public (int Known, int Alive) Forget()
    {
        _isRunning.Clear();
        var contexts = _contexts.ToArray();
        _contexts.Clear();
        return (contexts.Length, contexts.Count(static context => context.IsAlive));
    }

    private sealed class Entry(Book book, string service, Ticket ticket, int attempt) : IDisposable
    {
        public void Dispose()
        {
            book._isRunning[(service, ticket, attempt)] = false;
            Interlocked.Increment(ref book._ended);
        }
    }
}
