namespace Pipeline.Calls;

/// <summary>A stage that runs the rest of the call itself: not at all, once, or several times.</summary>
internal abstract class WrappingStage : CallStage
{
    /// <summary>Runs the rest by <see cref="Call.PassAsync"/>. Completes synchronously where the call is blocking.</summary>
    /// <param name="call">The call.</param>
    /// <param name="rest">The stage to go on with.</param>
    public abstract ValueTask InvokeAsync(Call call, int rest);
}
