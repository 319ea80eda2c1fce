using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>What is answered against what happens when the thing is really changed.</summary>
public sealed class WhatIfTests
{
    private const int Requests = 400;

    [TestCase(2)]
    [TestCase(10)]
    [TestCase(0.5)]
    public void Faster_IsWithinTenPercentOfWhatReallyHappens(double factor)
    {
        var change = new WhatIf().Faster("Service0/Run", factor);
        var really = Enumerable.Range(0, Requests)
            .Select(seed => RandomRequest.Create(seed, name => name == "Service0" ? factor : 1).Root.Duration).ToArray();
        var (answered, real) = (Profile(0, Requests).WhatIf(change), Quantiles.Of(really));

        Assert.That(answered.P50 / real.P50, Is.EqualTo(1).Within(0.1));
        Assert.That(answered.P95 / real.P95, Is.EqualTo(1).Within(0.1));
        var near = Enumerable.Range(0, Requests).Count(seed => Math.Abs((Profile(seed, 1).WhatIf(change).P50 / really[seed]) - 1) <= 0.1);
        Assert.That(near, Is.GreaterThan(Requests * 95 / 100), "requests by themselves");
    }

    [Test]
    public void Nothing_TakesAsLongAsItDid([Range(0, Requests - 1, 20)] int first)
    {
        for (int seed = first; seed < first + 20; seed++)
        {
            var request = Profile(seed, 1);
            Assert.That(request.WhatIf(new WhatIf()).P50, Is.EqualTo(request.Sample[0].Duration).Within(TimeSpan.FromTicks(1)), $"{seed}");
        }
    }

    [Test]
    public void Branch_ThatWorksBetweenItsCalls_KeepsThatTime()
    {
        TracedCall[] calls = [Call("A", 0, 2), Call("C", 0, 6), Call("B", 3, 2)];
        var root = Call("R", 0, 6, calls);
        var profile = new ApiProfile("R/Run", 1, [new("", default, root)]);

        Assert.That(profile.WhatIf(new WhatIf()).P50, Is.EqualTo(TimeSpan.FromSeconds(6)));
        Assert.That(profile.WhatIf(new WhatIf().Faster("C/Run", 2)).P50, Is.EqualTo(TimeSpan.FromSeconds(5)), "2, a pause of 1, 2");
        Assert.That(profile.WhatIf(new WhatIf().Faster("C/Run", 2).Faster("A/Run", 2)).P50, Is.EqualTo(TimeSpan.FromSeconds(4)));
    }

    [Test]
    public void WithoutQueue_TakesTheWaitsOff()
    {
        var call = new TracedCall
        {
            Service = "A",
            Api = "Run",
            SpanId = "",
            Start = TimeSpan.Zero,
            Duration = TimeSpan.FromSeconds(5),
            QueueWait = TimeSpan.FromSeconds(3),
        };
        var root = new TracedCall
        {
            Service = "R",
            Api = "Run",
            SpanId = "",
            Start = TimeSpan.Zero,
            Duration = call.Duration,
            Calls = [call],
        };
        var profile = new ApiProfile("R/Run", 1, [new("", default, root)]);

        Assert.That(profile.WhatIf(new WhatIf().WithoutQueue("A/Run")).P50, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(
            profile.Callees.Select(static callee => (callee.Name, callee.Share)), Is.EqualTo(new[] { ("A/Run", 1.0), ("R/Run", 0.0) }));
        Assert.That(profile.Callees[0].Saves, Is.EqualTo(TimeSpan.FromSeconds(2.5)));
    }

    [Test]
    public void Calls_BelowAStream_HoldItsConsumerUp([Range(0, 199, 20)] int seed)
    {
        var random = new Random(seed);
        var (time, really) = (1.0, 1.0);
        var (produced, consumed) = (new List<TracedCall>(), new List<TracedCall>());
        for (int item = 0; item < 5; item++)
        {
            Add(produced, "Producer", 3);
            Add(consumed, "Consumer", 1);
        }

        var stream = new TracedCall
        {
            Service = "S",
            Api = "Run",
            SpanId = "",
            Start = TimeSpan.FromSeconds(1),
            Duration = TimeSpan.FromSeconds(time - 1),
            IsStream = true,
            Calls = produced,
        };
        var root = Call("R", 0, time + 2, [.. consumed.Append(stream).OrderBy(static call => call.Start)]);
        var profile = new ApiProfile("R/Run", 1, [new("", default, root)]);

        Assert.That(profile.WhatIf(new WhatIf()).P50, Is.EqualTo(root.Duration).Within(TimeSpan.FromTicks(50)));
        Assert.That(
            profile.WhatIf(new WhatIf().Faster("Producer/Run", 3)).P50,
            Is.EqualTo(TimeSpan.FromSeconds(really + 2)).Within(TimeSpan.FromTicks(50)));
        var consumer = TimeSpan.FromSeconds(consumed.Sum(static call => call.Duration.TotalSeconds));
        Assert.That(
            profile.WhatIf(new WhatIf().Faster("S/Run", 2)).P50,
            Is.EqualTo(TimeSpan.FromSeconds(3) + consumer + ((stream.Duration - consumer) / 2)).Within(TimeSpan.FromTicks(50)),
            "with all below it, and without what its consumer calls");

        void Add(List<TracedCall> calls, string name, double factor)
        {
            var (own, length) = (random.NextDouble(), random.NextDouble());
            calls.Add(Call(name, time + own, length));
            (time, really) = (time + own + length, really + own + (length / factor));
        }
    }

    [Test]
    public void Stream_WithoutItsQueue_OrFromACache_HoldsItsConsumerUpLess()
    {
        // Open from 1 to 9, of which a call below it takes two, its consumer's call one, and waits for slots three.
        var inner = Stream("T", 3, 1, wait: 0);
        var stream = Stream("S", 1, 8, wait: 3, Call("P", 2, 1), inner, Call("P", 5, 1));
        var profile = new ApiProfile("R/Run", 1, [new("", default, Call("R", 0, 10, stream, Call("C", 6.5, 1)))]);
        double Takes(WhatIf change) => profile.WhatIf(change).P50.TotalSeconds;

        Assert.That(Takes(new WhatIf()), Is.EqualTo(10).Within(1e-6));
        Assert.That(Takes(new WhatIf().WithoutQueue("S/Run")), Is.EqualTo(7).Within(1e-6));
        Assert.That(Takes(new WhatIf().WithoutQueue("S/Run").Faster("S/Run", 2)), Is.EqualTo(5).Within(1e-6), "1 + 4 / 2 + 1 + 1");
        Assert.That(Takes(new WhatIf().Cached("S/Run", 1)), Is.EqualTo(3).Within(1e-6), "what its consumer does and calls");
        Assert.That(Takes(new WhatIf().Faster("T/Run", 2)), Is.EqualTo(9.5).Within(1e-6), "a stream that a stream consumes");
        Assert.That(Takes(new WhatIf().Cached("T/Run", 1).Faster("S/Run", 2)), Is.EqualTo(6).Within(1e-6));
    }

    [Test]
    public void Streams_WhoseServiceHasSlots_AreNamedInTheAnswer()
    {
        using var traces = new PipelineTraces(
            new(), TimeProvider.System, static _ => false, static () => new Dictionary<string, int> { ["S"] = 1 });
        var stream = Stream("S", 1, 8, wait: 3, Call("P", 2, 1));
        traces.Record(new("", default, Call("R", 0, 10, stream, Stream("Free", 1, 2, wait: 0))));
        var answer = traces.WhatIf("R/Run", new WhatIf().WithSlots("S", 4))!;

        Assert.That(answer.QueuesAsMeasured, Is.EqualTo(new[] { "S/Run" }));
        Assert.That(answer.After, Is.EqualTo(answer.Before), "as measured");
        Assert.That(
            traces.WhatIf("R/Run", new WhatIf().WithSlots("Free.Run", 4))!.QueuesAsMeasured, Is.EqualTo(new[] { "Free/Run", "S/Run" }));
        Assert.That(traces.WhatIf("R/Run", new WhatIf().WithoutQueue("S/Run"))!.After.P50, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public void Requests_ThatComputeAtTheSameTime_ShareTheProcessors_ThoughNothingHasSlots()
    {
        using var traces = new PipelineTraces(
            new(), TimeProvider.System, static _ => false, static () => new Dictionary<string, int>());
        traces.Record(new("", default, Call("R", 0, 3)));
        traces.Record(new("", default, Call("R", 0, 3)));

        Assert.That(traces.WhatIf("R/Run", new WhatIf().WithProcessors(2))!.After.P95, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(traces.WhatIf("R/Run", new WhatIf().WithProcessors(1))!.After.P95, Is.EqualTo(TimeSpan.FromSeconds(6)));
    }

    [Test]
    public void Together_OfAnotherCaller_OrWhereAStreamIsConsumed_ChangesNothing()
    {
        var known = KnownCalls.Of(("A", []), ("B", []));
        var plain = new ApiProfile("R/Run", 1, [new("", default, Call("R", 0, 6, Call("A", 0, 3), Call("B", 3, 3)))]);
        var consumer = new ApiProfile(
            "R/Run", 1, [new("", default, Call("R", 0, 9, Call("A", 0, 3), Stream("S", 3, 6, wait: 0, Call("B", 4, 3))), known)]);

        Assert.That(plain.WhatIf(new WhatIf().Together("R/Run", "A/Run", "B/Run")).P50, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(plain.WhatIf(new WhatIf().Together("Q/Run", "A/Run", "B/Run")).P50, Is.EqualTo(TimeSpan.FromSeconds(6)));
        Assert.That(consumer.WhatIf(new WhatIf().Together("R/Run")).P50, Is.EqualTo(TimeSpan.FromSeconds(9)), "not its own calls");
    }

    [Test]
    public void Together_OnFewProcessors_SavesLess()
    {
        var root = Call("R", 0, 9, Call("A", 0, 3), Call("B", 3, 3), Call("C", 6, 3));
        var profile = new ApiProfile("R/Run", 1, [new("", default, root)]);
        TimeSpan Takes(WhatIf change) =>
            profile.WhatIf(change.Together("R/Run", "A/Run", "B/Run").Together("R/Run", "B/Run", "C/Run")).P50;

        Assert.That(Takes(new WhatIf()), Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(Takes(new WhatIf().WithProcessors(2)), Is.EqualTo(TimeSpan.FromSeconds(6)));
        Assert.That(Takes(new WhatIf().WithProcessors(1)), Is.EqualTo(TimeSpan.FromSeconds(9)));
        Assert.That(() => new WhatIf().WithProcessors(0), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Sequences_AreThePairsThatMayRunTogether_AndSayWhichNeedOneAnother()
    {
        var known = KnownCalls.Of(("A", []), ("B", []), ("C", [1]));
        var root = Call("R", 0, 10, Call("A", 1, 3), Call("B", 4, 2), Call("C", 7, 2));

        Assert.That(
            new ApiProfile("R/Run", 2, [new("", default, root, known), new("", default, root, known)]).Sequences
                .Select(static pair => (pair.Caller, pair.First, pair.Second, pair.IsNeeded)),
            Is.EqualTo(new (string, string, string, bool?)[] { ("R/Run", "A/Run", "B/Run", false), ("R/Run", "B/Run", "C/Run", true) }));
        Assert.That(new ApiProfile("R/Run", 1, [new("", default, root)]).Sequences[0].IsNeeded, Is.Null);
        Assert.That(
            new ApiProfile("R/Run", 1, [new("", default, Call("R", 0, 4, Call("A", 0, 3), Call("B", 1, 3)))]).Sequences, Is.Empty, "beside each other");
        var gathered = Call("R", 0, 9, Call("A", 0, 4), Call("B", 0, 3), Call("C", 5, 3));
        Assert.That(
            new ApiProfile("R/Run", 1, [new("", default, gathered)]).Sequences.Select(static pair => (pair.First, pair.Second)),
            Is.EqualTo(new[] { ("A/Run", "C/Run") }),
            "what ended last is what the next one followed");
    }

    [Test]
    public void Missed_SaysWhereCallsWaitWithoutNeedAndWhatItCosts()
    {
        var known = KnownCalls.Of(("A", []), ("B", []), ("C", [0, 1]));
        var root = Call("R", 0, 10, Call("A", 1, 3), Call("B", 4, 2), Call("C", 7, 2));
        var missed = new ApiProfile("R/Run", 1, [new("", default, root, known)]).Missed.Single();

        Assert.That((missed.Caller, missed.Waiting.Line, missed.For.Line), Is.EqualTo(("R/Run", 8, 7)));
        Assert.That(missed.Saves, Is.EqualTo(TimeSpan.FromSeconds(2)), "B beside A, C a second after A");
        Assert.That(new ApiProfile("R/Run", 1, [new("", default, root)]).Missed, Is.Empty);
    }

    [Test]
    public void Slots_OfASampleAlone_AreRefused() => Assert.That(
        () => Profile(0, 1).WhatIf(new WhatIf().WithSlots("A", 2)), Throws.InvalidOperationException.With.Message.Contains("PipelineTraces.WhatIf"));

    [Test]
    public void Quantiles_AreTheSmallestTimesThatThatPartIsNotAbove()
    {
        var times = Enumerable.Range(1, 100).Select(static time => TimeSpan.FromSeconds(time));

        Assert.That(Quantiles.Of(times), Is.EqualTo(new Quantiles
        {
            P50 = TimeSpan.FromSeconds(50),
            P95 = TimeSpan.FromSeconds(95),
            P99 = TimeSpan.FromSeconds(99),
        }));
        Assert.That(Quantiles.Of([]), Is.EqualTo(default(Quantiles)));
    }

    private static TracedCall Call(string service, double start, double duration, params TracedCall[] calls) => new()
    {
        Service = service,
        Api = "Run",
        SpanId = "",
        Start = TimeSpan.FromSeconds(start),
        Duration = TimeSpan.FromSeconds(duration),
        Calls = calls,
    };

    private static TracedCall Stream(string service, double start, double duration, double wait, params TracedCall[] calls) => new()
    {
        Service = service,
        Api = "Run",
        SpanId = "",
        Start = TimeSpan.FromSeconds(start),
        Duration = TimeSpan.FromSeconds(duration),
        QueueWait = TimeSpan.FromSeconds(wait),
        IsStream = true,
        Calls = calls,
    };

    private static ApiProfile Profile(int first, int count) => new(
        "Root/Run",
        count,
        [.. Enumerable.Range(first, count).Select(static seed => new RequestTrace("", default, RandomRequest.Create(seed).Root))]);
}
