using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Runtime.Tests;

/// <summary>Calls that would drop a branch's result do not compile.</summary>
public sealed class GatherResultLossTests
{
    [TestCase("Gather.FailFast(c, x => I(x), x => V(x))")]
    [TestCase("Gather.FailFast(c, x => V(x), x => V(x), x => I(x))")]
    [TestCase("Gather.FailFast(c, I, V)")]
    [TestCase("Gather.FailFast(c, V, V, V, V, V, V, V, I)")]
    [TestCase("Gather.FailFast(c, async x => await I(x), async x => await V(x))")]
    [TestCase("Gather.FailFast(c, f, x => V(x))")]
    public void FailFast_BranchesWithAndWithoutResults_IsAnErrorThatSaysWhy(string call) =>
        Assert.That(Errors(call), Has.Some.StartsWith("CS0619").And.Contains("result would be lost"));

    [TestCase("Gather.FailFast(c, [x => I(x), x => V(x)])")]
    [TestCase("Gather.FailFast(c, [x => I(x), x => S(x)])")]
    [TestCase("Gather.FailFast(c, V, V, V, V, V, V, V, V, I)")]
    [TestCase("Gather.First(c, x => I(x), x => V(x))")]
    [TestCase("Gather.First(c, x => I(x), x => S(x))")]
    [TestCase("Gather.First(c, [x => I(x), x => V(x)])")]
    [TestCase("Gather.Quorum(1, c, I, V)")]
    [TestCase("Gather.Quorum(1, c, [x => I(x), x => S(x)])")]
    public void Gather_ResultsOfNoCommonType_IsAnError(string call) => Assert.That(Errors(call), Is.Not.Empty);

    [TestCase("Gather.FailFast(c, I, I)")]
    [TestCase("Gather.FailFast(c, V, V)")]
    [TestCase("Gather.First(c, I, I)")]
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
