using Microsoft.Extensions.Time.Testing;
using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

/// <summary>Which token a body is given.</summary>
public sealed class CallTokenTests : IDisposable
{
    private const int Patience = 30_000;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly CancellationTokenSource _source = new();

    public void Dispose() => _source.Dispose();

    [Test]
    public void Token_IsMadeOnce()
    {
        var call = new BareCall(_time, callersToken: _source.Token);
        Assert.That(call.Token, Is.EqualTo(_source.Token));
        call.OwnToken();
        var own = call.Token;
        call.OwnToken();

        Assert.That(own, Is.Not.EqualTo(_source.Token));
        Assert.That(call.Token, Is.EqualTo(own));
    }

    [Test]
    public void Token_OfACallThatWasCanceledBefore_IsCanceled()
    {
        var call = new BareCall(_time, callersToken: new CancellationToken(canceled: true));
        call.OwnToken();

        Assert.That(call.Token.IsCancellationRequested);
    }

    [Test]
    public void Token_OfACallThatWasEndedBefore_IsCanceled()
    {
        var call = new BareCall(_time);
        call.End(new CallerEnding(isFinal: true, default));
        call.OwnToken();

        Assert.That(() => call.Token.IsCancellationRequested, Is.True.After(Patience, 1));
    }

    [Test]
    public void Token_OfAnAttempt_FollowsTheCallsOwn()
    {
        var call = new BareCall(_time, callersToken: _source.Token);
        call.OwnToken();
        var attempt = call.CreateAttempt(1);
        Assert.That(attempt.Token, Is.EqualTo(call.Token));

        attempt.OwnToken();
        Assert.That(attempt.Token, Is.Not.EqualTo(call.Token));
        call.End(new CallerEnding(isFinal: true, default));
        Assert.That(() => attempt.Token.IsCancellationRequested, Is.True.After(Patience, 1));
    }

    [Test]
    public void Token_OfTheCallersOwnCall_IsPassedOnAsItIs_BelowItsDeadline()
    {
        var outer = new BareCall(_time);
        outer.JoinDeadline(Second);
        outer.Run(() =>
        {
            Assert.That(Below(null, outer.Token), Is.EqualTo(outer.Token));
            Assert.That(Below(Second / 2, outer.Token), Is.Not.EqualTo(outer.Token), "an earlier deadline of its own");
            Assert.That(Below(null, _source.Token), Is.Not.EqualTo(_source.Token), "another's token does not know the deadline");
            Assert.That(Below(null, default).CanBeCanceled);
        });
    }

    [Test]
    public void Token_OfAPartOfACallFromOutside_IsItsCallers()
    {
        var calls = new OutsideCalls();
        var outer = new BareCall(_time, callersToken: _source.Token);
        outer.JoinOutside(calls);
        Assert.That(outer.Token, Is.Not.EqualTo(_source.Token));
        outer.Run(() =>
        {
            var inner = new BareCall(_time, callersToken: outer.Token);
            inner.JoinOutside(calls);
            Assert.That(inner.Token, Is.EqualTo(outer.Token));
            inner.Close();
        });
        Assert.That(calls.Count, Is.EqualTo(1));
        outer.Close();
        Assert.That(calls.Count, Is.Zero);
    }

    private CancellationToken Below(TimeSpan? budget, CancellationToken token)
    {
        var call = new BareCall(_time, callersToken: token);
        call.JoinDeadline(budget);
        return call.Token;
    }
}
