using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A sync call for the pool, except that the test is the pool: it executes the call some time after it has its slot.</summary>
internal sealed class ThreadlessCall : ScriptedCall
{
    private readonly CancellationTokenSource _caller;
    private readonly Pooled _call;
    private readonly bool _isTakenByAnother;
    private Task<string>? _answer;

    /// <param name="slots">The queue.</param>
    /// <param name="name">The call's name, and its answer.</param>
    /// <param name="fails">Whether it fails instead.</param>
    /// <param name="isTakenByAnother">Whether a thread that waits for another slot runs it before the pool gets to it.</param>
    /// <param name="caller">What gives it up.</param>
    public ThreadlessCall(CallSlots slots, string name, bool fails, bool isTakenByAnother, CancellationTokenSource caller)
        : base(name)
    {
        _caller = caller;
        _call = new(slots, name, fails, caller.Token);
        _isTakenByAnother = isTakenByAnother && slots.CanBlock;
    }

    public override SlotWaiter Waiter => _call;

    public override int Starts => _call.Starts;

    public override bool Enter(CallSlots slots)
    {
        _answer = _call.Start(_caller.Token);
        return _answer is not null;
    }

    public override bool Cancel()
    {
        IsCanceled = Starts == 0;
        _caller.Cancel();
        return true;
    }

    public override void End(CallSlots slots)
    {
        if (_isTakenByAnother && slots.TryTake(_call))
            _call.ExecuteHere();
        _call.Execute();
    }

    public override void CheckAnswer()
    {
        var wasCanceled = _caller.IsCancellationRequested && _call.Invocations == 0;
        Assert.That(_call.Invocations, Is.EqualTo(State is CallState.Ended && !wasCanceled ? 1 : 0), $"invocations of {this}");
        if (_answer is null)
            Assert.That(State, Is.EqualTo(CallState.TurnedAway), $"{this}");
        else if (wasCanceled)
            Assert.That(_answer.IsCanceled, $"{this}");
        else if (_call.Fails)
            Assert.That(_answer.Exception?.InnerException, Is.TypeOf<ScriptedException>());
        else
            Assert.That(_answer.Result, Is.EqualTo(Name));
    }

    private sealed class Pooled(CallSlots slots, string name, bool fails, CancellationToken cancellationToken)
        : PooledCall<string>(slots, cancellationToken)
    {
        public int Starts { get; private set; }

        public int Invocations { get; private set; }

        public bool Fails => fails;

        public override bool TryStart()
        {
            Starts++;
            if (Slots.CanBlock)
                Slots.Granted(this);
            return true;
        }

        protected override string Invoke()
        {
            Invocations++;
            return fails ? throw new ScriptedException(name) : name;
        }
    }
}
