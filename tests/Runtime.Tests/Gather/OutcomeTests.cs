namespace Pipeline.Runtime.Tests;

public sealed class OutcomeTests
{
    private static readonly InvalidOperationException Error = new("no");

    [Test]
    public void Value_OfSuccess_IsTheResult()
    {
        var outcome = Outcome.FromResult("x");

        Assert.That((outcome.IsSuccess, outcome.IsCanceled, outcome.Value, outcome.Exception), Is.EqualTo((true, false, "x", (Exception?)null)));
        Assert.That(outcome.TryGetValue(out var value) ? value : null, Is.EqualTo("x"));
        Assert.That(outcome.ValueOr("y"), Is.EqualTo("x"));
    }

    [Test]
    public async Task Value_OfFailure_ThrowsTheOriginalWithItsStack()
    {
        var (outcome, _) = await Gather.Settle(Branches.FailLater<int>("no"), Task.FromResult(1));

        for (int i = 0; i < 2; i++)
        {
            var thrown = Assert.Throws<InvalidOperationException>(() => _ = outcome.Value);
            Assert.That(thrown, Is.SameAs(outcome.Exception));
            Assert.That(thrown!.StackTrace, Does.Contain(nameof(Branches.FailLater)));
        }
        Assert.That(outcome.TryGetValue(out _), Is.False);
        Assert.That(outcome.ValueOr(7), Is.EqualTo(7));
    }

    [Test]
    public async Task Exception_OfCancellation_IsTheOriginalWithItsToken()
    {
        using var source = new CancellationTokenSource();
        var original = new OperationCanceledException("mine", source.Token);
        async Task<int> Throw()
        {
            await Task.Yield();
            throw original;
        }

        var (outcome, _) = await Gather.Settle(Throw(), Task.FromResult(1));

        Assert.That(outcome.Exception, Is.SameAs(original));
        Assert.That(outcome.IsCanceled);
        Assert.That(() => outcome.Value, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Outcome_InPatterns_Matches()
    {
        static string Describe(Outcome<int> outcome) => outcome switch
        {
            (true, var value, _) => $"{value}",
            { IsCanceled: true } => "canceled",
            (_, _, var exception) => exception!.Message,
        };
        var (isSuccess, result, failure) = Outcome.FromException<int>(Error);
        var (isDone, reason) = Outcome.FromException(Error);

        Assert.That(Describe(Outcome.FromResult(1)), Is.EqualTo("1"));
        Assert.That(Describe(Outcome.FromException<int>(new OperationCanceledException())), Is.EqualTo("canceled"));
        Assert.That(Describe(Outcome.FromException<int>(Error)), Is.EqualTo("no"));
        Assert.That((isSuccess, result, failure), Is.EqualTo((false, 0, Error)));
        Assert.That((isDone, reason), Is.EqualTo((false, Error)));
        Assert.That(Outcome.FromException(Error) is (false, InvalidOperationException));
    }

    [Test]
    public void Default_IsNoSuccess()
    {
        Outcome<string> outcome = default;

        Assert.That(outcome.IsSuccess || outcome.IsCanceled, Is.False);
        Assert.That(outcome.Exception, Is.TypeOf<InvalidOperationException>());
        Assert.That(() => outcome.Value, Throws.InvalidOperationException);
        Assert.That(default(Outcome).IsSuccess, Is.False);
        Assert.That(() => default(Outcome).ThrowIfFailed(), Throws.InvalidOperationException);
    }

    [Test]
    public void ThrowIfFailed_OfVoidOutcome_ThrowsOnlyForFailure()
    {
        Assert.That(() => Outcome.Success.ThrowIfFailed(), Throws.Nothing);
        Assert.That(() => Outcome.FromException(Error).ThrowIfFailed(), Throws.Exception.SameAs(Error));
        Assert.That(() => Outcome.FromException(null!), Throws.ArgumentNullException);
    }

    [Test]
    public void Equals_ComparesValuesAndExceptionObjects()
    {
        Assert.That(Outcome.FromResult(1) == Outcome.FromResult(1), Is.True);
        Assert.That(Outcome.FromResult(1) != Outcome.FromResult(2), Is.True);
        Assert.That(Outcome.FromResult(0) == default, Is.False);
        Assert.That(Outcome.FromResult(0).Equals((object)Outcome.FromException<int>(Error)), Is.False);
        Assert.That(new HashSet<Outcome<int>> { Outcome.FromException<int>(Error), Outcome.FromException<int>(Error) }, Has.Count.EqualTo(1));
        Assert.That(Outcome.FromException(Error) == Outcome.FromException(Error), Is.True);
        Assert.That(Outcome.FromException(Error) != Outcome.FromException(new InvalidOperationException("no")), Is.True);
        Assert.That(Outcome.Success.Equals((object)Outcome.Success), Is.True);
    }

    [Test]
    public void ToString_SaysHowItEnded()
    {
        Assert.That(Outcome.FromResult(1).ToString(), Is.EqualTo("Success(1)"));
        Assert.That(Outcome.FromException<int>(Error).ToString(), Is.EqualTo("Failure(InvalidOperationException: no)"));
        Assert.That(Outcome.FromException<int>(new TaskCanceledException()).ToString(), Is.EqualTo("Canceled"));
        Assert.That(Outcome.Success.ToString(), Is.EqualTo("Success"));
        Assert.That(Outcome.FromException(Error).ToString(), Does.StartWith("Failure("));
    }
}
