using Pipeline.Differential.Comparing;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>The oracle's own test: transformations that are wrong, each in its way, are told apart from the original.</summary>
public class OracleTests
{
    private const string Loop =
        "var list = new List<int>(); foreach (var v in values) list.Add(await model.ToAsync.Predict(v, ct)); return Show.All(list);";

    [Test]
    public void Compare_SameBody_NoDifference() => Assert.That(
        Between("var a = await ledger.ToAsync.Balance(name, ct); await ledger.ToAsync.Post(a, ct); return Show.All(a);",
                "var a = await ledger.ToAsync.Balance(name, ct); await ledger.ToAsync.Post(a, ct); return Show.All(a);"),
        Is.Null);

    [Test]
    public void Compare_IndependentQueriesTogether_NoDifference() => Assert.That(
        Between("var a = await model.ToAsync.Predict(x, ct); var b = await catalog.ToAsync.GetName(y, ct); return Show.All(a, b);",
                "var (a, b) = await Gather.All(model.ToAsync.Predict(x, ct), catalog.ToAsync.GetName(y, ct)); return Show.All(a, b);"),
        Is.Null);

    [TestCase(
        "await ledger.ToAsync.Post(1, ct); await ledger.ToAsync.Post(2, ct); return \"\";",
        "await ledger.ToAsync.Post(2, ct); await ledger.ToAsync.Post(1, ct); return \"\";",
        TestName = "Compare_CommandsSwapped_Differs")]
    [TestCase(
        "await ledger.ToAsync.Post(1, ct); var a = await ledger.ToAsync.Balance(name, ct); return Show.All(a);",
        "var a = await ledger.ToAsync.Balance(name, ct); await ledger.ToAsync.Post(1, ct); return Show.All(a);",
        TestName = "Compare_QueryBeforeCommand_Differs")]
    [TestCase(
        "await ledger.ToAsync.Post(1, ct); var a = await ledger.ToAsync.Balance(name, ct); return Show.All(a);",
        "var t = ledger.ToAsync.Post(1, ct); var u = ledger.ToAsync.Balance(name, ct); await Task.WhenAll(t, u); return Show.All(await u);",
        TestName = "Compare_QueryBesideCommand_Differs")]
    [TestCase(
        "var a = await model.ToAsync.Predict(x, ct); await ledger.ToAsync.Post(1, ct); return Show.All(a);",
        "var t = model.ToAsync.Predict(x, ct); var u = ledger.ToAsync.Post(1, ct); await Gather.All(t, Done(u)); return Show.All(await t); static async Task<int> Done(Task task) { await task; return 0; }",
        TestName = "Compare_CommandBesideQueryThatFails_Differs")]
    [TestCase(
        "var a = await model.ToAsync.Predict(x, ct); var b = await model.ToAsync.Predict(y + 7, ct); return Show.All(a, b);",
        "var t = model.ToAsync.Predict(x, ct); var u = model.ToAsync.Predict(y + 7, ct); var b = await u; var a = await t; return Show.All(a, b);",
        TestName = "Compare_LaterFailureThrownFirst_Differs")]
    [TestCase(
        "var a = await model.ToAsync.Predict(x, ct); box.Value = 77; var b = await model.ToAsync.Inspect(box, ct); return Show.All(a, b);",
        "var u = model.ToAsync.Inspect(box, ct); var a = await model.ToAsync.Predict(x, ct); box.Value = 77; var b = await u; return Show.All(a, b);",
        TestName = "Compare_ArgumentReadTooEarly_Differs")]
    [TestCase(
        "var lazy = values.Where(v => v != x); x = await model.ToAsync.Predict(x, ct); return Show.All(await model.ToAsync.Total(lazy, ct));",
        "var lazy = values.Where(v => v != x); var u = model.ToAsync.Total(lazy, ct); x = await model.ToAsync.Predict(x, ct); return Show.All(await u);",
        TestName = "Compare_CapturedVariableReadTooEarly_Differs")]
    [TestCase(
        "var n = 0; try { n = await model.ToAsync.Predict(x, ct); var b = await model.ToAsync.Predict(y + 7, ct); return Show.All(b); } catch (Exception) { return Show.All(n); }",
        "var n = 0; try { (n, var b) = await Gather.All(model.ToAsync.Predict(x, ct), model.ToAsync.Predict(y + 7, ct)); return Show.All(b); } catch (Exception) { return Show.All(n); }",
        TestName = "Compare_VariableUnsetInCatch_Differs")]
    [TestCase(
        "using (new Scope()) { await catalog.ToAsync.GetName(1, ct); } return await catalog.ToAsync.GetName(2, ct);",
        "using (new Scope()) { var t = catalog.ToAsync.GetName(2, ct); await catalog.ToAsync.GetName(1, ct); return await t; }",
        TestName = "Compare_CallMovedIntoScope_Differs")]
    [TestCase(
        "var a = await model.ToAsync.Predict(x, ct); return Show.All(a);",
        "var a = await model.ToAsync.Predict(x, ct); await catalog.ToAsync.GetName(x, ct); return Show.All(a);",
        TestName = "Compare_ExtraQueryWithoutFailure_Differs")]
    [TestCase(
        "var (a, b) = await Gather.All(model.ToAsync.Predict(x, ct), catalog.ToAsync.GetName(y, ct)); return Show.All(a, b);",
        "var a = await model.ToAsync.Predict(x, ct); var b = await catalog.ToAsync.GetName(y, ct); return Show.All(a, b);",
        TestName = "Compare_OneAfterTheOther_IsSlower")]
    [TestCase(
        "var a = await catalog.ToAsync.GetName(1, ct); var b = await catalog.ToAsync.GetName(1, ct); return Show.All(a, b);",
        "var (a, b) = await Gather.All(catalog.ToAsync.GetName(1, ct), catalog.ToAsync.GetName(1, ct)); return Show.All(a, b);",
        TestName = "Compare_SameQuestionTwiceAtOnce_Differs")]
    [TestCase(
        "var a = await gpu.ToAsync.Render(1, ct); var b = await gpu.ToAsync.Render(2, ct); var c = await gpu.ToAsync.Render(3, ct); return Show.All(a, b, c);",
        "var (a, b, c) = await Gather.All(gpu.ToAsync.Render(1, ct), gpu.ToAsync.Render(2, ct), gpu.ToAsync.Render(3, ct)); return Show.All(a, b, c);",
        TestName = "Compare_MoreCallsThanTheServiceTakes_Differs")]
    [TestCase(
        "var a = await press.ToAsync.Estimate(1, ct); var b = await press.ToAsync.Estimate(2, ct); return Show.All(a, b);",
        "var (a, b) = await Gather.All(press.ToAsync.Estimate(1, ct), press.ToAsync.Estimate(2, ct)); return Show.All(a, b);",
        TestName = "Compare_CallsThatWaitBeyondTheirTimeout_Differs")]
    [TestCase(
        "var a = await ledger.ToAsync.Enrich(box, ct); var b = await model.ToAsync.Inspect(box, ct); return Show.All(a, b);",
        "var t = model.ToAsync.Inspect(box, ct); var a = await ledger.ToAsync.Enrich(box, ct); return Show.All(a, await t);",
        TestName = "Compare_ReadWhatACommandWrites_Differs")]
    [TestCase(
        "var list = new List<int>(); foreach (var v in values) list.Add(await model.ToAsync.Predict(v)); return Show.All(list);",
        "var list = await Gather.Each(values, (v, _) => model.ToAsync.Predict(v), maxConcurrency: 8, cancellationToken: ct); return Show.All(list);",
        TestName = "Compare_LoopThatNowObservesCancellation_Differs")]
    [TestCase(
        "return Show.All(await model.ToAsync.Predict(x, ct));",
        "return Show.All(await model.ToAsync.Predict(x));",
        TestName = "Compare_TokenDropped_Differs")]
    public void Compare_WrongTransformation_Differs(string before, string after)
    {
        var difference = Between(before, after);

        Assert.That(difference, Is.Not.Null);
        TestContext.Out.WriteLine(difference);
    }

    [Test]
    public void Compare_CallLeftRunningAfterFailure_Differs() => Assert.That(
        Between("var a = await model.ToAsync.Predict(x, ct); var b = await model.ToAsync.Predict(y + 7, ct); return Show.All(a, b);",
                "var t = model.ToAsync.Predict(x, ct); var u = model.ToAsync.Predict(y + 7, ct); var a = await t; var b = await u; return Show.All(a, b);",
                mayLeaveRunning: false)?.What,
        Does.Contain("still running"));

    [Test]
    public void Of_WaitsForNothing_Deadlock()
    {
        using var batch = BodyBatch.Compile(BodyGenerator.Wrap("Stuck", "await new TaskCompletionSource().Task; return \"\";"));

        Assert.That(() => BodyRun.Of(batch.Find(batch.Bodies[0]), Assignment.WithoutFailure(1)), Throws.TypeOf<DeadlockException>());
    }

    [Test]
    public void Compare_LoopOnThePool_NoDifference() => Assert.That(
        Between(Loop, "var list = await Task.WhenAll(values.Select(v => Task.Run(async () => { await Task.Yield(); return await model.ToAsync.Predict(v, ct); }))); return Show.All(list);"),
        Is.Null);

    [Test]
    public void Compare_LoopAsEach_NoDifference() => Assert.That(
        Between(Loop, "var list = await Gather.Each(values, (v, _) => model.ToAsync.Predict(v, ct), maxConcurrency: 8); return Show.All(list);"),
        Is.Null);

    [TestCase(
        "var list = new List<int>(); await Gather.Each(values, async (v, c) => { var n = await model.ToAsync.Predict(v, c); lock (list) list.Add(n); }, maxConcurrency: 8, cancellationToken: ct); return Show.All(list);",
        TestName = "Compare_LoopAsEachInOrderOfCompletion_Differs")]
    [TestCase(
        "var list = await Gather.FailFast(values.Select(v => (Func<CancellationToken, Task<int>>)(c => model.ToAsync.Predict(v, c))), ct); return Show.All(list);",
        TestName = "Compare_LoopAsFailFast_Differs")]
    public void Compare_WrongLoop_Differs(string after) => Assert.That(Between(Loop, after), Is.Not.Null);

    [Test]
    public void Of_ManyStepsOnThePool_TimePassesOnlyBetweenThem()
    {
        const string Work = "await Task.Run(async () => { for (var i = 0; i < 100; i++) await Task.Yield(); Thread.Sleep(5); return await model.ToAsync.Predict(x, ct); });";
        using var batch = BodyBatch.Compile(
            BodyGenerator.Wrap("Plain", "var a = await model.ToAsync.Predict(x, ct); return Show.All(a);"),
            BodyGenerator.Wrap("Pooled", $"var b = model.ToAsync.Predict(9, ct); var a = {Work} await b; return Show.All(a);"));
        var assignments = Enumerable.Range(0, 20).Select(seed => Assignment.WithoutFailure((ulong)seed)).ToArray();

        // The other call may take longer; the one on the pool starts at time zero however long it takes to get there.
        Assert.That(
            assignments.Select(assignment => BodyRun.Of(batch.Find(batch.Bodies[1]), assignment).End),
            Is.EqualTo(assignments.Select(assignment => Math.Max(BodyRun.Of(batch.Find(batch.Bodies[0]), assignment).End, assignment.LatencyOf("Model.Predict(9)")))));
    }

    private static Difference? Between(string before, string after, bool mayLeaveRunning = true)
    {
        using var batch = BodyBatch.Compile(BodyGenerator.Wrap("Before", before), BodyGenerator.Wrap("After", after));
        return new Trials(batch.Find(batch.Bodies[0]), Questions.AskedTwiceIn(batch.Bodies[0]), seed: 1).FirstDifference(batch.Find(batch.Bodies[1]), mayLeaveRunning);
    }
}
