using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Names;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects;

/// <summary>What is found out about own code does not depend on who asks first, nor on how many ask at once.</summary>
public class OwnCodeOrderTests
{
    private const int Rounds = 100;

    /// <summary>Methods that call one another in cycles, some of which end in a write or in state.</summary>
    private const string Source = """
        using System.Net.Http;
        public sealed class Node(HttpClient http, Node? next, Leaf leaf)
        {
            public async Task<string> EvenAsync(int n) => n == 0 ? await http.GetStringAsync($"/even/{n}") : await OddAsync(n - 1);
            public async Task<string> OddAsync(int n) => n == 0 ? await http.GetStringAsync($"/odd/{n}") : await EvenAsync(n - 1);
            public async Task<string> WalkAsync(int n) => next is null ? await leaf.FindAsync(n) : await next.WalkAsync(n);
            public async Task<string> FirstAsync(int n) => n == 0 ? await SecondAsync(n) : await EvenAsync(n);
            public async Task<string> SecondAsync(int n) => n == 1 ? await ThirdAsync(n) : await OddAsync(n);
            public async Task<string> ThirdAsync(int n) => n == 2 ? await FirstAsync(n) : await leaf.CountAsync(n);
            public async Task<string> HereAsync(int n) => n == 0 ? await ThereAsync(n) : await leaf.ReadAsync(n);
            public async Task<string> ThereAsync(int n) => n == 0 ? await HereAsync(n) : await WalkAsync(n);
        }
        public sealed class Leaf(HttpClient http, Holder holder)
        {
            private static int s_count;
            public async Task<string> FindAsync(int n) => await http.GetStringAsync($"/leaf/{n}") + holder.Name;
            public async Task<string> CountAsync(int n) { s_count++; return await FindAsync(n); }
            public async Task<string> ReadAsync(int n) => s_count + await FindAsync(n);
        }
        public sealed class Holder(Leaf? back) { public string Name { get; } = ""; public Leaf? Back => back; }
        """;

    [Test]
    public void Answers_InRandomOrderAndAtOnce_AreTheSame()
    {
        string[] expected = [.. Ask(new(Seed: 0), degree: 1).Order(StringComparer.Ordinal)];
        int queries = expected.Count(answer => answer.Contains("Query", StringComparison.Ordinal));
        Assert.That(queries, Is.InRange(5, expected.Length - 5), string.Join("\n", expected));

        for (int seed = 1; seed <= Rounds; seed++)
            Assert.That(Ask(new(seed), degree: 4).Order(StringComparer.Ordinal), Is.EqualTo(expected), $"seed {seed}");
    }

    private static string[] Ask(Random random, int degree)
    {
        var compilation = ServiceCompilation.Create(Source);
        var effects = new EffectClassifier(compilation, new AnalyzerOptions([]).AnalyzerConfigOptionsProvider);
        var calls = compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(syntax => compilation.GetSemanticModel(tree).GetOperation(syntax)))
            .OfType<IInvocationOperation>()
            .Where(call => !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            .ToArray();
        random.Shuffle(calls);
        var options = new ParallelOptions { MaxDegreeOfParallelism = degree };
        var answers = new string[calls.Length];
        Parallel.For(0, calls.Length, options, index =>
        {
            var effect = effects.ClassifyOwn(calls[index]);

            // Why it is none may be told along another way through a cycle.
            string reason = effect.Kind is EffectKind.Query ? effect.Reason : "";
            answers[index] = $"{calls[index].Syntax.SpanStart} {calls[index].Syntax}: {effect.Kind} {reason}";
        });
        return answers;
    }
}
