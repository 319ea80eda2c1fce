using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

public sealed class CriticalPathTests
{
    [Test]
    public void Sequence_IsOnThePathWhole()
    {
        var root = Call("R", 0, 10, Call("A", 1, 4), Call("B", 5, 9));

        Assert.That(Text(root), Is.EqualTo("R 0-1, A 1-4, R 4-5, B 5-9, R 9-10"));
        Assert.That(CriticalPath.Of(root).AchievedParallelism, Is.EqualTo(1));
    }

    [Test]
    public void Gather_TheLongestIsOnThePath_TheOthersHaveSlack()
    {
        var (a, b) = (Call("A", 1, 4), Call("B", 1, 9));
        var root = Call("R", 0, 10, a, b);
        var path = CriticalPath.Of(root);

        Assert.That(Text(root), Is.EqualTo("R 0-1, B 1-9, R 9-10"));
        Assert.That(path.SlackOf(a), Is.EqualTo(Seconds(5)));
        Assert.That(path.SlackOf(b), Is.EqualTo(TimeSpan.Zero));
        Assert.That(path.TimeOf(b), Is.EqualTo(Seconds(8)));
        Assert.That(path.Work, Is.EqualTo(Seconds(13)));
        Assert.That(path.AchievedParallelism, Is.EqualTo(1.3).Within(0.001));
    }

    [Test]
    public void Queue_IsAPartOfItsOwn()
    {
        var root = Call("R", 0, 10, Call("A", 1, 9, wait: 3));

        Assert.That(Text(root), Is.EqualTo("R 0-1, A 1-4 queue, A 4-9, R 9-10"));
    }

    [Test]
    public void Retries_AreOnThePathWithTheirPauses()
    {
        var root = Call("R", 0, 10, Attempt(1, 0, 3), Attempt(2, 5, 10));

        Assert.That(Text(root), Is.EqualTo("R #1 0-3, R 3-5, R #2 5-10"));
    }

    [Test]
    public void Hedge_ThatLost_IsNotOnThePath([Values(7, 8, 9)] int end)
    {
        var lost = Attempt(1, 0, end, canceledBy: "hedge");
        var root = Call("R", 0, 8, lost, Attempt(2, 3, 8));

        Assert.That(Text(root), Is.EqualTo("R 0-3, R #2 3-8"));
        Assert.That(CriticalPath.Of(root).SlackOf(lost), Is.Null);
    }

    [Test]
    public void CallLeftRunning_IsNotOnThePath()
    {
        var root = Call("R", 0, 10, Call("A", 1, 4), Call("Left", 2, 12));

        Assert.That(Text(root), Is.EqualTo("R 0-1, A 1-4, R 4-10"));
    }

    [Test]
    public void Stream_IsOnThePathWhileItsConsumerDoesNothingElse()
    {
        var root = Call("R", 0, 12, Stream("S", 1, 11, Call("In", 1, 2)), Call("A", 3, 5), Call("A", 7, 9));

        Assert.That(Text(root), Is.EqualTo("R 0-1, In 1-2, S 2-3, A 3-5, S 5-7, A 7-9, S 9-11, R 11-12"));
        Assert.That(CriticalPath.Of(root).Work, Is.EqualTo(Seconds(12)));
    }

    [Test]
    public void FailedRequest_HasAPathToItsEnd()
    {
        var root = Call("R", 0, 6, Call("A", 1, 3), Call("B", 1, 6, failure: "System.IO.IOException"));

        Assert.That(Text(root), Is.EqualTo("R 0-1, B 1-6"));
    }

    [Test]
    public void Dependences_SayWhatCouldHaveRunTogether()
    {
        var root = Call("R", 0, 9, Call("A", 0, 4), Call("B", 4, 7), Call("C", 7, 9));
        var known = KnownCalls.Of(("A", []), ("B", []), ("C", [0, 1]));

        var path = CriticalPath.Of(root, known);
        Assert.That(path.IsFromTimesAlone, Is.False);
        Assert.That(path.Chain, Is.EqualTo(Seconds(6)), "A, then C, which needs it; B beside A");
        Assert.That(path.PossibleParallelism, Is.EqualTo(1.5));
        Assert.That(path.AchievedParallelism, Is.EqualTo(1));
    }

    [TestCase("A", "B", "C", "C", TestName = "more calls than are written")]
    [TestCase("A", "B", "D", TestName = "a call that is not written")]
    [TestCase("C", "A", "B", TestName = "a call before what it needs")]
    public void Dependences_ThatDoNotFit_AreNotUsed(params string[] calls)
    {
        var root = Call("R", 0, 10, [.. calls.Select(static (name, place) => Call(name, 2 * place, (2 * place) + 1))]);
        var known = KnownCalls.Of(("A", []), ("B", []), ("C", [0, 1]));

        Assert.That(CriticalPath.Of(root, known).IsFromTimesAlone);
    }

    [Test]
    public void Dependences_WhereACallOverlapsWhatItNeeds_OrOneWasLeftRunning_AreNotUsed()
    {
        var known = KnownCalls.Of(("A", []), ("B", []), ("C", [0]));

        Assert.That(CriticalPath.Of(Call("R", 0, 9, Call("A", 0, 5), Call("B", 5, 9)), known).IsFromTimesAlone, Is.False);
        Assert.That(CriticalPath.Of(Call("R", 0, 9, Call("A", 0, 5), Call("C", 4, 9)), known).IsFromTimesAlone, "C before A has ended");
        Assert.That(
            CriticalPath.Of(Call("R", 0, 9, Call("A", 0, 5), Call("B", 5, 9), Call("C", 8, 20)), known).IsFromTimesAlone, "C left running");
    }

    [Test]
    public void Dependences_OfAnAttempt_AreNotUsed()
    {
        TracedCall[] calls = [Call("A", 0, 4), Call("B", 4, 9)];
        var known = KnownCalls.Of(("A", []), ("B", []));

        Assert.That(DependenceJoin.Of(Call("R", 0, 9, calls), calls, known), Is.Not.Null);
        Assert.That(DependenceJoin.Of(Attempt(1, 0, 9), calls, known), Is.Null, "it may have been given up in the middle");
    }

    [Test]
    public void Dependences_OnACallThatABranchLeftOut_GoOnToWhatThatOneNeeds()
    {
        var root = Call("R", 0, 9, Call("A", 0, 4), Call("C", 6, 9));
        var known = KnownCalls.Of(("A", []), ("B", [0]), ("C", [1]));

        var path = CriticalPath.Of(root, known);
        Assert.That(path.IsFromTimesAlone, Is.False);
        Assert.That(path.Chain, Is.EqualTo(Seconds(9)), "C needs B, which needs A");
    }

    [Test]
    public void Dependences_ThatAreAmbiguous_AreNotUsed()
    {
        var root = Call("R", 0, 9, Call("A", 0, 4), Call("B", 4, 9));
        var known = new CallDependences([KnownCalls.Api(("A", []), ("B", [])) with { Ambiguity = "in a loop" }]);

        Assert.That(CriticalPath.Of(root, known).IsFromTimesAlone);
    }

    [Test]
    public void Dependences_NotGiven_TheAnswerSaysSo()
    {
        var path = CriticalPath.Of(Call("R", 0, 9, Call("A", 0, 4), Call("B", 4, 9)));

        Assert.That(path.IsFromTimesAlone);
        Assert.That(path.Chain, Is.EqualTo(Seconds(9)));
    }

    private static string Text(TracedCall root) => string.Join(", ", CriticalPath.Of(root).Segments.Select(static segment =>
        $"{(segment.Call.Attempt is { } attempt ? $"{segment.Call.Service} #{attempt}" : segment.Call.Service)} "
        + $"{segment.Start.TotalSeconds}-{segment.End.TotalSeconds}{(segment.IsQueue ? " queue" : "")}"));

    private static TracedCall Attempt(int number, int start, int end, string? canceledBy = null) => new()
    {
        Service = "R",
        Api = "Run",
        SpanId = "",
        Start = Seconds(start),
        Duration = Seconds(end - start),
        Attempt = number,
        CanceledBy = canceledBy,
    };

    private static TracedCall Stream(string name, int start, int end, params TracedCall[] calls) => new()
    {
        Service = name,
        Api = "Run",
        SpanId = "",
        Start = Seconds(start),
        Duration = Seconds(end - start),
        IsStream = true,
        Calls = calls,
    };

    private static TracedCall Call(string name, int start, int end, params TracedCall[] calls) => new()
    {
        Service = name,
        Api = "Run",
        SpanId = "",
        Start = Seconds(start),
        Duration = Seconds(end - start),
        Calls = calls,
    };

    private static TracedCall Call(string name, int start, int end, int wait = 0, string? failure = null) => new()
    {
        Service = name,
        Api = "Run",
        SpanId = "",
        Start = Seconds(start),
        Duration = Seconds(end - start),
        QueueWait = Seconds(wait),
        Failure = failure,
    };

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
