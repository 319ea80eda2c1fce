using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Parallelism;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>The sample's parallel patterns, written one call after another.</summary>
public sealed class MissedParallelismTests
{
    private const string Parallel = """
        Scores first = await kernel.ToAsync.Predict(images, cancellationToken);
        Scores second = await perceptron.ToAsync.Predict(images, cancellationToken);
        Scores third = await prototype.ToAsync.Predict(images, cancellationToken);
        return Scores.Mean(first, second, third).Digits();
        """;

    private const string Mixed = """
        float[][] edges = await gradients.ToAsync.Extract(images, cancellationToken);
        Scores byGradients = await gradientModel.ToAsync.Predict(edges, cancellationToken);
        float[][] sums = await profiles.ToAsync.Extract(images, cancellationToken);
        Scores byProfiles = await profileModel.ToAsync.Predict(sums, cancellationToken);
        return await ranker.ToAsync.Rank(images, Scores.Mean(byGradients, byProfiles), cancellationToken);
        """;

    private static readonly DigitsSource Source = DigitsSource.Read();

    [Test]
    public async Task Sample_AsItIs_IsNotReported() => Assert.That(await ReportsAsync(Source), Is.Empty);

    [TestCase(
        "ReadParallelAsync",
        Parallel,
        "'perceptron.Predict' and 'prototype.Predict' do not need the result of 'kernel.Predict'; run them together (3 calls in "
        + "sequence, 1 needed)",
        TestName = "the parallel pattern")]
    [TestCase(
        "ReadMixedAsync",
        Mixed,
        "'profiles.Extract' and 'profileModel.Predict' do not need the result of 'gradients.Extract'; run them together (4 calls in "
        + "sequence, 2 needed)",
        TestName = "the mixed pattern")]
    public async Task Pattern_WrittenInSequence_IsReported(string method, string body, string message) =>
        Assert.That(await ReportsAsync(Source.WithBody(method, body)), Is.EqualTo(new[] { "PIPE001: " + message }));

    private static async Task<string[]> ReportsAsync(DigitsSource source)
    {
        var compilation = source.Compile();
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error), Is.Empty);
        ImmutableArray<DiagnosticAnalyzer> analyzers = [new SequentialAwaitsAnalyzer(), new SequentialAwaitsInLoopAnalyzer(), new AwaitInsideGatherAnalyzer()];
        var reports = await compilation.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync();
        return [.. reports.Select(report => $"{report.Id}: {report.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];
    }
}
