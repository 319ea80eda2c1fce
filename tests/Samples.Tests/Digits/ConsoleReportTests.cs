using Digits;
using Digits.Data;
using Digits.Measuring;
using Digits.Report;
using Spectre.Console;

namespace Pipeline.Samples.Tests.Digits;

public sealed class ConsoleReportTests
{
    [Test]
    public void Tree_OfTheEnsemble_ShowsEveryServiceUnderThoseThatCallIt()
    {
        string tree = Render(console => console.Write(CompositionTree.Of(Ensemble.Definition)));

        Assert.That(tree, Does.StartWith("Ensemble ReadSync, ReadSequential, ReadParallel, ReadMixed, ReadResilient"));
        Assert.That(tree, Does.Contain("├── KernelModel Predict").And.Contain("│   └── GradientFeatures Extract").And.Contain("└── Ranker Rank"));
    }

    [Test]
    public void Report_OneMeasuredPattern_ShowsItBesideItsFloor()
    {
        var pattern = new Pattern(
            "parallel", () => Task.FromResult<int[]>([]), [new("Left", () => Task.CompletedTask), new("Right", () => Task.CompletedTask)], Pattern.AllAtOnce(2));
        var report = new DigitsReport(
            DigitSet.Load(), Cores: 2, Copies: 3, [new ModelAccuracy("Left", 0.9, IsMember: true)],
            [new PatternResult(pattern, 0.95, ElapsedMs: 66, [60, 40])], "too old");

        string text = Render(console => new ConsoleReport(console).Write(report));

        Assert.That(text, Does.Contain("1797 handwritten digits: 1257 to learn from, 540 held out"));
        Assert.That(text, Does.Match(@"parallel +66 +100 +60 +60 +60 +1\.10"));
        Assert.That(text, Does.Match(@"ensemble, parallel +95\.0 %"));
        Assert.That(text, Does.Contain("which failed: too old"));
    }

    private static string Render(Action<IAnsiConsole> write)
    {
        using var text = new StringWriter();
        write(AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) }));
        return text.ToString();
    }
}
