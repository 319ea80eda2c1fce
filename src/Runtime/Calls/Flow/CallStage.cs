namespace Pipeline.Calls;

/// <summary>
/// One stage of the call path: what it does before the body of a call, and after it. The stages of a call are entered in the order of
/// its route and left in reverse; none knows another.
/// </summary>
internal abstract class CallStage
{
    /// <summary>Whether the stage is entered for each step of a stream, instead of once for the whole stream.</summary>
    public virtual bool IsPerStep => false;

    /// <summary>Does what comes before the body. Completes synchronously, blocking if it must, where the call is blocking.</summary>
    public virtual ValueTask EnterAsync(Call call) => default;

    /// <summary>Undoes it once the body has ended, whatever came of it; only of a stage that was entered.</summary>
    public virtual void Leave(Call call)
    {
    }

    /// <summary>What a blocking call fails with where the stage has not completed.</summary>
    public virtual Exception CreatePendingException() =>
        new InvalidOperationException($"{GetType().Name} did not complete within a call on the sync view.");
}
