using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>A waiter of which the test decides all: between giving up and leaving the queue, others may come and go.</summary>
internal sealed class PlainCall(string name, int? required) : ScriptedCall(name)
{
    private readonly PlainWaiter _waiter = new() { Required = required };

    public override SlotWaiter Waiter => _waiter;

    public override int Starts => _waiter.Starts;

    public override bool Enter(CallSlots slots) => slots.TryEnter(_waiter);

    public override bool Cancel()
    {
        IsCanceled = _waiter.IsGivenUp = Starts == 0;
        return false;
    }

    public override void Leave(CallSlots slots) => slots.Withdraw(_waiter);

    public override void End(CallSlots slots) => slots.Release(_waiter.Instance);

    public override void CheckAnswer()
    {
    }

    private sealed class PlainWaiter : SlotWaiter
    {
        public int Starts { get; private set; }

        public bool IsGivenUp { get; set; }

        public override bool IsAnswered => IsGivenUp;

        public override bool TryStart()
        {
            Starts += IsGivenUp ? 0 : 1;
            return !IsGivenUp;
        }
    }
}
