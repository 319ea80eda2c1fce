using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public void Deadline_ExpiringWhileItsCallEnds_DoesNotThrow()
    {
        var time = new LateTime();
        Start(time).Dispose();

        Assert.That(time.Fire, Throws.Nothing);
    }

    [Test]
    public void Deadline_WhoseServiceFailsToBeCanceled_DoesNotThrow()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        using var registration = deadline.Token.Register(static () => throw new InvalidOperationException("not now"));

        Assert.That(() => time.Advance(Second), Throws.Nothing);
        Assert.That(deadline.HasExpired);
    }

    [Test]
    public void Deadline_EndedAfterTheOneAroundIt_HasCanceledItsToken()
    {
        using var outer = new CancellationTokenSource();
        var deadline = new Deadline(Call(TimeProvider.System), Second, TimeProvider.System, NullLogger.Instance, outer.Token);

        // Last to register is first to hear: the call ends before the deadline's own token has been canceled.
        using var registration = outer.Token.Register(deadline.Dispose);
        outer.Cancel();

        Assert.That(deadline.Token.IsCancellationRequested);
    }

    private static Deadline Start(TimeProvider time) => Deadline.Shrink(Call(time), Second, time, NullLogger.Instance)!;

    private static CallContext Call(TimeProvider time) => CallContext.Current.Call("A", "Predict", time);

    /// <summary>A timer whose callback is on its way when it is disposed of.</summary>
    private sealed class LateTime : TimeProvider
    {
        public Action Fire { get; private set; } = static () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Fire = () => callback(state);
            return base.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
