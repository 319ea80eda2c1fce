using Pipeline.Differential.Services;

namespace Pipeline.Differential.Execution;

/// <summary>The far side of every service: takes the calls of one run, lets virtual time pass, answers or fails.</summary>
/// <remarks>
/// An answer depends on the call's arguments as they are when it starts and when it ends, on the ambient state at its start,
/// and, for what reads, on the commands so far. So a call that runs at the wrong moment answers something else.
/// </remarks>
public sealed class World
{
    private const int MostCalls = 400;

    private readonly Lock _lock = new();
    private readonly Assignment _assignment;
    private readonly VirtualTime _time;
    private readonly Answers _answers = new();
    private readonly List<Call> _calls = [];
    private readonly List<string> _running = [];
    private readonly HashSet<string> _overlapped = [];
    private readonly HashSet<string> _askedAtOnce = [];
    private readonly Dictionary<string, Room> _rooms = [];
    private ulong _state;

    internal World(Assignment assignment, VirtualTime time) => (_assignment, _time) = (assignment, time);

    internal IReadOnlyList<Call> Calls => _calls;

    /// <summary>The calls under way.</summary>
    internal IReadOnlyList<string> Running => _running;

    /// <summary>The calls during which another one started.</summary>
    internal IReadOnlySet<string> Overlapped => _overlapped;

    /// <summary>The questions that were asked again before they were answered.</summary>
    internal IReadOnlySet<string> AskedAtOnce => _askedAtOnce;

    /// <summary>What makes the run worthless, even where the body caught it.</summary>
    internal Exception? Misuse { get; private set; }

    internal string State => $"{_state:X16}";

    /// <summary>A call that waits: fails before it returns, before the first wait, or at the end; may end early when it is canceled.</summary>
    internal Task<T> CallAsync<T>(Api api, object?[] arguments, CancellationToken token)
    {
        var entry = Enter(api, arguments, token);
        if (entry.Failure is { } failure && entry.Draw("at once") % 3 == 0)
            return FailAtOnceAsync<T>(failure);
        return FinishAsync<T>(entry, TakeTurn(entry), _time.Now, entry.ObservesItsToken ? token : CancellationToken.None);
    }

    // An async view is called bare and must not throw: what fails at once is in the task.
    private static async Task<T> FailAtOnceAsync<T>(Exception failure)
    {
        await Task.CompletedTask;
        throw failure;
    }

    /// <summary>A call that blocks the caller.</summary>
    internal T Call<T>(Api api, object?[] arguments, CancellationToken token)
    {
        var entry = Enter(api, arguments, token);
        _time.Block(entry.Latency);
        return Leave<T>(entry);
    }

    private Entry Enter(Api api, object?[] arguments, CancellationToken token)
    {
        lock (_lock)
        {
            if (_calls.Count == MostCalls)
                Misuse = new RunawayException();
            if (Misuse is not null)
                throw Misuse;
            var entry = new Entry(api, arguments, _assignment, _state, token);
            _overlapped.UnionWith(_running);
            _calls.Add(new Call(entry.Key, api.Effect == Effect.Writes, entry.Failure is not null || (entry.ObservesItsToken && token.IsCancellationRequested)));
            if (entry.WritesAtStart)
                Write(entry);
            return entry;
        }
    }

    /// <summary>What the call has to wait for where its service takes only so many at a time.</summary>
    private Task TakeTurn(Entry entry)
    {
        lock (_lock)
        {
            var turn = RoomOf(entry)?.Enter() ?? Task.CompletedTask;
            if (entry.Api.Effect == Effect.Reads && _running.Contains(entry.Key))
                _askedAtOnce.Add(entry.Key);
            _running.Add(entry.Key);
            return turn;
        }
    }

    private Room? RoomOf(Entry entry)
    {
        if (entry.Api.Limits is not { } limits)
            return null;
        if (!_rooms.TryGetValue(entry.Api.Service, out var room))
            _rooms[entry.Api.Service] = room = new Room(limits);
        return room;
    }

    private async Task<T> FinishAsync<T>(Entry entry, Task turn, long start, CancellationToken token)
    {
        try
        {
            await turn;
            var left = entry.Api.Limits is { Timeout: var limit } && limit < long.MaxValue ? Math.Max(0, start + limit - _time.Now) : long.MaxValue;
            await _time.Delay(Math.Min(entry.Latency, left), token);
            return left < entry.Latency ? throw new TimeoutException("The service has no time left for the call.") : Leave<T>(entry);
        }
        finally
        {
            TaskCompletionSource? next;
            lock (_lock)
            {
                _running.Remove(entry.Key);
                next = RoomOf(entry)?.Leave();
            }

            next?.SetResult();
        }
    }

    private T Leave<T>(Entry entry)
    {
        lock (_lock)
        {
            if (entry.WritesAtEnd)
                Write(entry);
            return entry.Failure is { } failure ? throw failure : _answers.Make<T>(entry.Digest(_state), entry.Api.MayBeNull);
        }
    }

    private void Write(Entry entry)
    {
        _state = Hash.Of(_state, entry.Key);
        entry.Change();
    }
}
