using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Slots of some size, calls that come to them, and the model of both: every step is taken by the two side by side.</summary>
internal sealed class QueueTrial
{
    private readonly VirtualScheduler _scheduler;
    private readonly CallSlots _slots;
    private readonly QueueModel _model;
    private readonly ScriptedCall[] _calls;
    private readonly string _size;

    public QueueTrial(VirtualScheduler scheduler)
    {
        var random = scheduler.Random;
        var instances = random.Next(1, 4);
        var perInstance = random.Next(3) is > 0 and var limit ? limit : int.MaxValue;
        var total = perInstance == int.MaxValue ? random.Next(1, 4) : instances * perInstance;
        var queueLimit = random.Next(2) == 0 ? random.Next(4) : int.MaxValue;
        _size = $"total {total}, {instances} instances, {perInstance} each, queue of {queueLimit}";
        _scheduler = scheduler;
        scheduler.Scenario = this;
        _slots = new(total, instances, perInstance, queueLimit);
        _model = new(total, instances, perInstance, queueLimit);
        _calls = [.. Enumerable.Range(0, random.Next(1, 15)).Select(index => MakeUp($"call {index:00}", instances))];
    }

    public void Run()
    {
        var random = _scheduler.Random;
        foreach (var call in _calls)
        {
            _scheduler.Post($"{call.Name} comes", () => Enter(call), random.Next(10));
            if (random.Next(3) == 0)
                _scheduler.Post($"{call.Name} is given up", () => Cancel(call), random.Next(15));
        }

        _scheduler.RunToRest(Check);
        Assert.That(_slots.Load, Is.EqualTo((0, 0)), "calls that run and wait when all is over");
        foreach (var call in _calls)
        {
            Assert.That(call.State, Is.AnyOf(CallState.Ended, CallState.TurnedAway, CallState.Canceled), $"{call}");
            call.CheckAnswer();
        }
    }

    public override string ToString() => string.Join(Environment.NewLine, [_size, .. _calls]);

    private ScriptedCall MakeUp(string name, int instances)
    {
        var random = _scheduler.Random;
        int? required = random.Next(3) == 0 ? random.Next(instances) : null;
        return random.Next(3) switch
        {
            0 => new PlainCall(name, required, isRefusable: random.Next(4) > 0),
            1 => new AwaitedCall(_scheduler, name, required, new CancellationTokenSource()),
            _ => new ThreadlessCall(name, fails: random.Next(4) == 0, new CancellationTokenSource()),
        };
    }

    private void Enter(ScriptedCall call)
    {
        call.State = _model.Enter(call);
        Assert.That(call.Enter(_slots), Is.EqualTo(call.State is not CallState.TurnedAway), $"whether there was room for {call}");
        if (call.State is CallState.Running)
        {
            Start(call);
        }
        else if (call.State is CallState.Waiting && call.IsCanceled)
        {
            call.State = CallState.Canceled;
            _model.Withdraw(call);
        }
    }

    private void Cancel(ScriptedCall call)
    {
        call.Cancel();
        if (!call.IsCanceled || call.State is CallState.TurnedAway)
            return;

        // One that has not come yet is canceled when it comes.
        var waited = call.State is CallState.Waiting;
        call.State = CallState.Canceled;
        if (waited)
            _model.Withdraw(call);
    }

    private void End(ScriptedCall call)
    {
        call.State = CallState.Ended;
        var next = _model.Release(call.Waiter.Taken.Instance);
        call.End(_slots);
        if (next is null)
            return;

        next.State = CallState.Running;
        Start(next);
    }

    private void Start(ScriptedCall call)
    {
        Assert.That(call.Starts, Is.EqualTo(1), $"how often the queue started {call}");
        _model.Start(call);
        _scheduler.Post($"{call.Name} ends", () => End(call), _scheduler.Random.Next(6));
    }

    private void Check()
    {
        _scheduler.Settle(() => _calls.All(static call => call.IsSettled));
        Assert.That(_slots.Load, Is.EqualTo(_model.Load), "calls that run and wait");
        foreach (var call in _calls)
        {
            var starts = call.State is CallState.Running or CallState.Ended ? 1 : 0;
            Assert.That(call.Starts, Is.EqualTo(starts), $"how often the queue started {call}");
        }
    }
}
