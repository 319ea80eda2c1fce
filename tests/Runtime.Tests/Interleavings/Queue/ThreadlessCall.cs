using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A sync call for the pool, except that the test is the pool: it executes the call some time after it has its slot.</summary>
internal sealed class ThreadlessCall : ScriptedCall
{
    private readonly CancellationTokenSource _caller;
    private readonly Pooled _call;
    private Task<string>? _answer;

    /// <param name="name">The call's name, and its answer.</param>
    /// <param name="fails">Whether it fails instead.</param>
    /// <param name="caller">What gives it up.</param>
    public ThreadlessCall(string name, bool fails, CancellationTokenSource caller)
        : base(name)
    {
        _caller = caller;
        _call = new(name, fails, caller.Token);
    }

    public override SlotWaiter Waiter => _call;

    public override int Starts => _call.Starts;

    public override bool Enter(CallSlots slots)
    {
        _answer = _call.Start(slots, _caller.Token);
        return true;
    }

    public override void Cancel()
    {
        IsCanceled = Starts == 0;
        _caller.Cancel();
    }

    public override void End(CallSlots slots) => _call.Execute();

    public override void CheckAnswer()
    {
        var wasCanceled = _caller.IsCancellationRequested && _call.Invocations == 0;
        Assert.That(_call.Invocations, Is.EqualTo(State is CallState.Ended && !wasCanceled ? 1 : 0), $"invocations of {this}");
        if (_answer is null || wasCanceled)
            Assert.That(_answer?.IsCanceled is null or true, $"{this}");
        else if (_call.Fails)
            Assert.That(_answer.Exception?.InnerException, Is.TypeOf<ScriptedException>());
        else
            Assert.That(_answer.Result, Is.EqualTo(Name));
    }

    private sealed class Pooled(string name, bool fails, CancellationToken cancellationToken) : PooledCall<string>(cancellationToken)
    {
        public int Starts { get; private set; }

        public int Invocations { get; private set; }

        public bool Fails => fails;

        public override void Start() => Starts++;

        protected override string Invoke()
        {
            Invocations++;
            return fails ? throw new ScriptedException(name) : name;
        }
    }
}
