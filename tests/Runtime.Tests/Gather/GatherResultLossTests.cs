using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Runtime.Tests;

/// <summary>No call drops a branch's result without a word.</summary>
public sealed class GatherResultLossTests
{
    [TestCase("Gather.FailFast(x => I(x), x => V(x), c)")]
    [TestCase("Gather.FailFast(x => V(x), x => V(x), x => I(x), c)")]
    [TestCase("Gather.FailFast(I, V, c)")]
    [TestCase("Gather.FailFast(V, V, V, V, V, V, V, I, c)")]
    [TestCase("Gather.FailFast(async x => await I(x), async x => await V(x), c)")]
    [TestCase("Gather.FailFast(f, x => V(x), c)")]
    public void FailFast_BranchesWithAndWithoutResults_ReturnsTheirTasks(string call) =>
        Assert.That(Errors($"Task.FromResult(({call}).Result)"), Is.Empty);

    [Test]
    public async Task FailFast_BranchesWithAndWithoutResults_KeepsTheResultsInTheTasks()
    {
        var (number, nothing) = await Gather.FailFast(
            async _ => { await Task.Yield(); return 1; },
            async _ => { await Task.Yield(); });

        Assert.That(number.IsCompletedSuccessfully && nothing.IsCompletedSuccessfully);
        Assert.That(await number, Is.EqualTo(1));
    }

    [TestCase("Gather.FailFast([x => I(x), x => V(x)], c)")]
    [TestCase("Gather.FailFast([x => I(x), x => S(x)], c)")]
    [TestCase("Gather.FailFast([V, V, V, V, V, V, V, V, I], c)")]
    [TestCase("Gather.First([x => I(x), x => V(x)], c)")]
    [TestCase("Gather.First([x => I(x), x => S(x)], c)")]
    [TestCase("Gather.Quorum(1, [I, V], c)")]
    [TestCase("Gather.Quorum(1, [x => I(x), x => S(x)], c)")]
    public void Gather_ResultsOfNoCommonType_IsAnError(string call) => Assert.That(Errors(call), Is.Not.Empty);

    [TestCase("Gather.FailFast(I, I, c)")]
    [TestCase("Gather.FailFast(V, V, c)")]
    [TestCase("Gather.First([I, I], c)")]
    public void Gather_BranchesOfOneKind_Compiles(string call) => Assert.That(Errors(call), Is.Empty);

    private static IEnumerable<string> Errors(string call) =>
        ServiceCompilation.Create($$"""
            using Pipeline;
            static class C
            {
                static Task Run(CancellationToken c, Func<CancellationToken, Task<int>> f) => {{call}};
                static Task<int> I(CancellationToken c) => Task.FromResult(1);
                static Task<string> S(CancellationToken c) => Task.FromResult("");
                static Task V(CancellationToken c) => Task.CompletedTask;
            }
            """)
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"{d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}");
}
