using Microsoft.Extensions.Time.Testing;
using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

/// <summary>What ends a call before its body does, and what the caller sees then.</summary>
public sealed class CallEndingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public void Ending_ThatIsFinal_Stands()
    {
        var call = new BareCall(TimeProvider.System);
        var first = new CallerEnding(isFinal: true, default);
        call.End(first);
        call.End(new CallerEnding(isFinal: true, default));
        call.End(new CallerEnding(isFinal: false, default));

        Assert.That(call.Ending, Is.SameAs(first));
        Assert.That((call.EarlyAnswers, call.IsGivenUp), Is.EqualTo((1, true)));
    }

    [Test]
    public void Ending_ThatIsNotFinal_GivesWayToOneThatIs()
    {
        var call = new BareCall(TimeProvider.System);
        var (first, final) = (new CallerEnding(isFinal: false, default), new CallerEnding(isFinal: true, default));
        call.End(first);
        call.End(new CallerEnding(isFinal: false, default));
        Assert.That(call.Ending, Is.SameAs(first));
        Assert.That((call.EarlyAnswers, call.IsGivenUp), Is.EqualTo((0, false)), "the body is waited for");

        call.End(final);
        Assert.That(call.Ending, Is.SameAs(final));
        Assert.That((call.EarlyAnswers, call.IsGivenUp), Is.EqualTo((1, true)));
    }

    [Test]
    public void Ending_WhileAttemptsRun_IsTheirsToAnswer()
    {
        var call = new BareCall(TimeProvider.System) { IsInAttempts = true };
        var attempt = call.CreateAttempt(1);
        Assert.That(attempt.IsGivenUp, Is.False);
        call.End(new CallerEnding(isFinal: true, default));

        Assert.That(call.EarlyAnswers, Is.Zero);
        Assert.That(attempt.IsGivenUp);
    }

    [Test]
    public void Deadline_WhoseTimerIsLate_IsWhatTheCallerSees([Values] bool isCanceled)
    {
        var time = new StillTime();
        var call = new BareCall(time);
        call.JoinDeadline(Second);
        if (isCanceled)
            call.End(new CallerEnding(isFinal: false, default));
        time.Now = Second;

        var seen = call.Replace(new IOException("closed"))!;
        Assert.That(seen, Is.TypeOf<ServiceTimeoutException>());
        Assert.That(CallFailure.Of(seen)!.Service, Is.EqualTo("Doubler"), "it says where");
    }

    [Test]
    public void Deadline_AfterAFinalEnding_ChangesNothing()
    {
        var time = new StillTime();
        var call = new BareCall(time);
        call.JoinDeadline(Second);
        call.End(new CallerEnding(isFinal: true, default));
        time.Now = Second;

        Assert.That(call.Replace(null), Is.TypeOf<OperationCanceledException>());
    }

    [Test]
    public void Call_ThatHasEnded_IsEndedByNothingMore([Values] bool isDeadline)
    {
        var time = new FakeTimeProvider();
        using var source = new CancellationTokenSource();
        var outer = new BareCall(time);
        outer.JoinDeadline(Second);
        outer.Run(() =>
        {
            var inner = new BareCall(time, takesToken: false, callersToken: source.Token);
            inner.ObserveCaller();
            inner.OwnToken();
            inner.JoinDeadline(null);
            Assert.That(outer.Context.Ledger!.Report(outer.Context)[0].IsRunning);
            inner.Close();
            Assert.That(outer.Context.Ledger!.Report(outer.Context)[0].IsRunning, Is.False);
            if (isDeadline)
                time.Advance(Second);
            else
                source.Cancel();

            Assert.That(inner.Ending, Is.Null);
            Assert.That(outer.Ending is not null, Is.EqualTo(isDeadline));
        });
    }

    [Test]
    public void Attempts_ShareTheFirstOnesContext_AndOnlyThat()
    {
        var call = new BareCall(TimeProvider.System);
        var (first, second) = ((BareCall)call.CreateAttempt(1), (BareCall)call.CreateAttempt(2));
        Assert.That(first.Context, Is.SameAs(call.Context));
        Assert.That(second.Context, Is.Not.SameAs(call.Context));
        Assert.That((call.IsAttempt, first.IsAttempt), Is.EqualTo((false, true)));

        second.Close();
        Assert.That(second.Context.Caller, Is.Null, "it has forgotten what it was made from");
        first.Close();
        Assert.That(call.Context.Caller, Is.Not.Null, "the call runs on");
        call.Close();
        Assert.That(call.Context.Caller, Is.Null);
    }

    [Test]
    public void Caller_ThatIsBlocked_IsHeldUp()
    {
        var outer = new BareCall(TimeProvider.System, isBlocking: true);
        Assert.That(outer.Context.HeldUp, Is.Null, "nobody is outside");
        outer.Run(() => Assert.That(
            new BareCall(TimeProvider.System, isBlocking: true).Context.HeldUp, Is.SameAs(outer.Context)));
        outer.Run(static () => Assert.That(new BareCall(TimeProvider.System).Context.HeldUp, Is.Null));
    }
}
