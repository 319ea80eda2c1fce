using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Runtime.Tests.Interleavings;

namespace Pipeline.Soak.Calls;

/// <summary>
/// A limited service below deadlines, the calls to it, and the model of both: each event, a call that comes, is given up or has its body
/// ended, or a millisecond that passes, is taken by the two side by side.
/// </summary>
internal sealed class CallTrial : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CallSize _size;
    private readonly PipelineApp _app;
    private readonly Gates _gates;
    private readonly FakeTimeProvider _time;
    private readonly List<HeldCall> _calls = [];
    private readonly List<HeldCall> _waiting = [];
    private readonly List<int> _begun = [];
    private readonly List<string> _events = [];
    private long _now;
    private int _threadsAtWork;

    private CallTrial(CallSize size, PipelineApp app, Gates gates, FakeTimeProvider time)
    {
        _size = size;
        _app = app;
        _gates = gates;
        _time = time;
    }

    public IEnumerable<HeldCall> Running => _calls.Where(static call => call.IsRunning);

    public IEnumerable<HeldCall> Unanswered => _calls.Where(static call => call.End is null);

    public static async Task<CallTrial> StartAsync(CallSize size)
    {
        var (gates, time) = (new Gates(), new FakeTimeProvider());
        var app = await PipelineApp.StartAsync<Holder>(builder =>
        {
            builder.Services.AddSingleton(gates).AddSingleton<TimeProvider>(time);
            foreach (var (key, value) in size.Configuration())
                builder.Configuration[$"Pipeline:Services:{key}"] = value;
        });
        return new(size, app, gates, time);
    }

    /// <summary>Runs events, on this thread.</summary>
    public void Run(Action events) => new ThreadsAtWork(change => Interlocked.Add(ref _threadsAtWork, change)).Watch(events);

    public void Come(HeldCallKind kind)
    {
        var (id, caller) = (_calls.Count, new CancellationTokenSource());
        var isFull = Running.Count() >= _size.Concurrency && _waiting.Count >= _size.QueueLimit;
        var answer = isFull ? Start(kind, id, caller.Token) : StartWhereThereIsRoom(kind, id, caller.Token);
        var call = new HeldCall(id, kind, _now + _size.TimeoutOf(kind), answer, caller);
        _calls.Add(call);
        if (Running.Count() < _size.Concurrency)
            Begin(call);
        else if (_waiting.Count < _size.QueueLimit)
            _waiting.Add(call);
        else
            call.End = HeldCallEnd.TurnedAway;
        Check($"{kind} {id} comes");
    }

    public void GiveUp(HeldCall call)
    {
        call.GiveUp();

        // What a body has called without a token goes on, within the deadline.
        if (call.Kind is HeldCallKind.PassBlindly || _waiting.Remove(call) || !call.WaitsForItsBody)
            call.End = HeldCallEnd.Canceled;
        else if (call.HeedsItsCaller)
            End(call, HeldCallEnd.Canceled);
        Check($"{call.Id} is given up");
    }

    public void EndBody(HeldCall call)
    {
        _gates.End(call.Id);
        End(call, HeldCallEnd.Answered);
        Check($"the body of {call.Id} ends");
    }

    public void PassTime()
    {
        _now++;
        _time.Advance(TimeSpan.FromMilliseconds(1));
        if (_calls.SingleOrDefault(call => call.Due == _now) is { } late)
        {
            late.End ??= late.HasGivenUp ? HeldCallEnd.Canceled : HeldCallEnd.TimedOut;
            if (!_waiting.Remove(late) && late.IsRunning && late.HeedsItsDeadline)
                End(late, late.End.Value);
        }

        Check($"it is {_now}");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public override string ToString() => string.Join(Environment.NewLine, [$"{_size}", string.Join("; ", _events), .. _calls]);

    // A body that its deadline has ended gives its slot back a moment after its caller has heard; one that never does is lost.
    private Task<int> StartWhereThereIsRoom(HeldCallKind kind, int id, CancellationToken caller)
    {
        var answer = Start(kind, id, caller);
        SpinWait.SpinUntil(
            () => answer.Exception?.InnerException is not ServiceOverloadedException || (answer = Start(kind, id, caller)).IsCompletedSuccessfully,
            Patience);
        return answer;
    }

    private Task<int> Start(HeldCallKind kind, int id, CancellationToken caller)
    {
        var (held, holder) = (_app.GetProxy<Held.Proxy>().ToAsync, _app.GetProxy<Holder.Proxy>().ToAsync);
        return kind switch
        {
            HeldCallKind.Work => held.Work(id, caller),
            HeldCallKind.WorkOn => held.WorkOn(id, caller),
            HeldCallKind.WorkBlindly => held.WorkBlindly(id, caller),
            HeldCallKind.Pass => holder.Pass(id, caller),
            _ => holder.PassBlindly(id, caller),
        };
    }

    private void Begin(HeldCall call)
    {
        call.IsRunning = true;
        _begun.Add(call.Id);
    }

    private void End(HeldCall call, HeldCallEnd end)
    {
        call.IsRunning = false;
        call.End ??= end;
        if (_waiting is not [var next, ..])
            return;

        _waiting.RemoveAt(0);
        Begin(next);
    }

    private void Check(string what)
    {
        _events.Add(what);
        var hasCome = SpinWait.SpinUntil(
            () => Volatile.Read(ref _threadsAtWork) == 0
                && _gates.Running == Running.Count()
                && _gates.Passing == Running.Concat(_waiting).Count(static call => call.Passes)
                && _gates.Begun.Count == _begun.Count
                && _calls.All(static call => call.End is null || call.Answer.IsCompleted)

                // Once more: one that has taken up work meanwhile may have done only part of it.
                && Volatile.Read(ref _threadsAtWork) == 0,
            Patience);
        Assert.That(
            hasCome,
            $"What must happen does not: {_gates.Running} bodies run, {_gates.Passing} wait for the other service, "
            + $"{_gates.Begun.Count} of {_begun.Count} have begun, {Volatile.Read(ref _threadsAtWork)} threads are at work.");
        Assert.That(_gates.Begun, Is.EqualTo(_begun), "calls in the order they began");
        foreach (var call in _calls)
        {
            if (call.End is null)
                Assert.That(call.Answer.IsCompleted, Is.False, $"{call}");
            else
                call.Check(_size);
        }
    }
}
