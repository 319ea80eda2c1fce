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
    public void Deadline_Expired_EndsEveryCallThatIsBelowItByThen()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        var calls = Enumerable.Range(0, 5).Select(static _ => new EndedCall()).ToArray();
        Array.ForEach(calls, deadline.Add);
        deadline.Remove(calls[0]);
        deadline.Remove(calls[2]);
        deadline.Remove(calls[4]);
        time.Advance(Second);

        Assert.That(calls.Select(static call => call.Endings), Is.EqualTo(new[] { 0, 1, 0, 1, 0 }));
        Assert.That(deadline.HasExpired);
    }

    [Test]
    public void Deadline_Expired_EndsWhatComesLater()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        time.Advance(Second);
        var late = new EndedCall();
        deadline.Add(late);

        Assert.That(late.Endings, Is.EqualTo(1));
    }

    [Test]
    public void Deadline_OfACallThatWasGivenUp_EndsWithTheLastThatRunsOn()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        var call = new EndedCall();
        deadline.Add(call);
        deadline.Retire();
        Assert.That(deadline.HasEnded, Is.False);

        deadline.Remove(call);
        Assert.That(deadline.HasEnded);
    }

    [Test]
    public void Deadline_OfManyCalls_ThrowsOneException()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        deadline.Note(new IOException("first"));
        time.Advance(Second);
        var exception = deadline.CreateException(null);

        Assert.That(deadline.Replace(new TimeoutException("second")), Is.SameAs(exception));
        Assert.That(deadline.Replace(exception), Is.Null, "passed on as it is");
        Assert.That(exception.InnerException, Is.InstanceOf<IOException>());
    }

    private static Deadline Start(TimeProvider time) => Deadline.Shrink(Call(time), Second, time)!;

    private static CallContext Call(TimeProvider time) => CallContext.Current.Call(new("A", "Predict", time));

    private sealed class EndedCall : EndableCall
    {
        public int Endings { get; private set; }

        public override void End(CallEnding ending) => Endings++;
    }

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
