using Microsoft.Extensions.Time.Testing;
using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

public sealed class DeadlineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public void Deadline_ExpiringWhileItsCallEnds_DoesNotThrow()
    {
        var time = new StillTime();
        var deadline = Start(time);
        var call = new EndedCall();
        deadline.Add(call);
        deadline.Dispose();

        Assert.That(time.Fire, Throws.Nothing);
        Assert.That(call.Endings, Is.Zero);
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

    [Test]
    public void Deadline_HasExpired_WithItsTimerOrWithoutIt()
    {
        var time = new StillTime();
        using var late = Start(time);
        time.Now = Second / 2;
        Assert.That((late.HasExpired, late.Remaining), Is.EqualTo((false, Second / 2)));
        time.Now = Second;
        Assert.That((late.HasExpired, late.Remaining), Is.EqualTo((true, TimeSpan.Zero)));

        using var early = Start(time);
        time.Fire();
        Assert.That(early.HasExpired);
    }

    [Test]
    public void Deadline_ThatHasPassedBefore_ExpiresAtOnce()
    {
        var time = new FakeTimeProvider();
        using var deadline = Deadline.Shrink(Call(time), -Second, time)!;

        Assert.That((deadline.HasExpired, deadline.Remaining), Is.EqualTo((true, TimeSpan.Zero)));
    }

    [Test]
    public void Deadline_OfTheCaller_HoldsWhereTheOwnIsNotEarlier()
    {
        var time = new FakeTimeProvider();
        var call = Call(time);
        using var deadline = call.Deadline = Deadline.Shrink(call, Second, time)!;

        Assert.That(Deadline.Shrink(call, null, time), Is.Null);
        Assert.That(Deadline.Shrink(call, Second, time), Is.Null);
        using var earlier = Deadline.Shrink(call, Second / 2, time);
        Assert.That(earlier!.Remaining, Is.EqualTo(Second / 2));
    }

    [Test]
    public void Deadline_LastsWhileItsCallDoes_AndAnyBelowIt()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        var (first, second) = (new EndedCall(), new EndedCall());
        deadline.Add(first);
        deadline.Remove(first);
        Assert.That(deadline.HasEnded, Is.False, "its own call runs on");

        deadline.Add(first);
        deadline.Add(second);
        deadline.Retire();
        deadline.Remove(first);
        Assert.That(deadline.HasEnded, Is.False, "one below it runs on");
        deadline.Remove(second);
        Assert.That(deadline.HasEnded);
    }

    [Test]
    public void Deadline_RetiredWithNoCallLeft_Ends()
    {
        using var deadline = Start(new FakeTimeProvider());
        deadline.Retire();

        Assert.That(deadline.HasEnded);
    }

    [Test]
    public void Deadline_NamesAllFailuresUpToIt()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        deadline.Note(new IOException("first"));
        deadline.Note(new IOException("second"));
        time.Advance(Second);
        var all = (AggregateException)deadline.CreateException(new IOException("last")).InnerException!;

        Assert.That(all.InnerExceptions.Select(static one => one.Message), Is.EqualTo(new[] { "first", "second", "last" }));
    }

    [Test]
    public void Deadline_SaysWhatRanWhenItExpired()
    {
        var time = new FakeTimeProvider();
        var owner = Call(time);
        using var deadline = owner.Deadline = Deadline.Shrink(owner, Second, time)!;
        var inner = owner.Call(new("B", "Load", time));
        inner.BeginInLedger();
        deadline.Add(new EndedCall { Ended = inner.EndInLedger });
        time.Advance(Second);
        var exception = deadline.CreateException(null);

        Assert.That(exception.Message, Does.Contain("B.Load"));
        Assert.That(exception.Spent.Single(static spent => spent.Call is "B.Load").IsRunning);
    }

    [Test]
    public void Deadline_OfACallThatMadeNone_HasNothingToSayOfOthers()
    {
        var time = new FakeTimeProvider();
        using var deadline = Start(time);
        time.Advance(Second);

        Assert.That(deadline.CreateException(null).Spent, Is.Empty);
    }

    private static Deadline Start(TimeProvider time) => Deadline.Shrink(Call(time), Second, time)!;

    private static CallContext Call(TimeProvider time) => CallContext.Current.Call(new("A", "Predict", time));

    private sealed class EndedCall : EndableCall
    {
        public int Endings { get; private set; }

        public Action Ended { get; init; } = static () => { };

        public override void End(CallEnding ending)
        {
            Endings++;
            Ended();
        }
    }
}
