namespace Pipeline.Traces;

/// <summary>The slots of a service or an API in virtual time: first come, first served.</summary>
/// <param name="count">How many there are.</param>
internal sealed class ReplayedSlots(int count)
{
    private readonly Queue<Action> _waiting = new();
    private int _used;

    /// <summary>Goes on once there is a slot: at once, or when another call gives its own back.</summary>
    public void Enter(Action goOn)
    {
        if (_used < count)
        {
            _used++;
            goOn();
        }
        else
        {
            _waiting.Enqueue(goOn);
        }
    }

    /// <summary>Gives a slot back; the first that waits has it then.</summary>
    public void Leave()
    {
        if (_waiting.TryDequeue(out var next))
            next();
        else
            _used--;
    }
}
