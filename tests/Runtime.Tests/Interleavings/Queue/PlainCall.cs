using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A waiter and nothing else: started by the queue, or withdrawn.</summary>
internal sealed class PlainCall(string name, int? required, bool isRefusable) : ScriptedCall(name)
{
    private readonly PlainWaiter _waiter = new() { Required = required, IsRefusable = isRefusable };

    public override SlotWaiter Waiter => _waiter;

    public override int Starts => _waiter.Starts;

    public override bool Enter(CallSlots slots) => IsCanceled || slots.TryEnter(_waiter);

    public override void Cancel() => IsCanceled = _waiter.Slots?.Withdraw(_waiter) ?? true;

    public override void End(CallSlots slots) => slots.Release(_waiter.Taken);

    public override void CheckAnswer()
    {
    }

    private sealed class PlainWaiter : SlotWaiter
    {
        public int Starts { get; private set; }

        public override void Start() => Starts++;
    }
}
