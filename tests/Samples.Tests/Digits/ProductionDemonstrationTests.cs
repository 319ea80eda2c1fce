using System.Text.RegularExpressions;
using Pipeline.TestKit;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>The three demonstrations in one run, as a person reads them. The lines are joined: where they break is a matter of width.</summary>
public sealed partial class ProductionDemonstrationTests
{
    private SampleProcess _process = null!;
    private string _text = "";

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        _process = await SampleProcess.RunAsync("Digits", "--limits", "--deadline", "--flaky");
        _text = Whitespace().Replace(_process.Output, " ");
    }

    [Test]
    public void Run_AllThree_ShowsThemInsteadOfMeasuring()
    {
        Assert.That(_process.ExitCode, Is.Zero);
        Assert.That(_text, Does.Match("Limits: .*Deadline: .*Flaky: "));
        Assert.That(_text, Does.Not.Contain("took / floor"));
    }

    [Test]
    public void Limits_TwelveCalls_RunsOneLetsFourWaitAndTurnsSevenAway()
    {
        Assert.That(_text, Does.Contain("Pipeline:Services:ReadingDesk:Concurrency = 1 Pipeline:Services:ReadingDesk:QueueLimit = 4"));
        Assert.That(_text, Does.Contain("called 12 times at once ran 1 at a time, at most waited 4 refused 7, each at once"));
        Assert.That(_text, Does.Contain("ServiceOverloadedException: ReadingDesk is overloaded: 1 running, 4 waiting."));
    }

    [Test]
    public void Limits_CallsThatAreAdmitted_AreAnsweredAsTheModelAloneAnswers() =>
        Assert.That(_text, Does.Match(@"answered 5; 5 as the model answers alone, 9\d\.\d % of their digits read right"));

    [Test]
    public void Deadline_ShorterThanTheSlowModel_NamesThePathTheBudgetAndWhereTheTimeWent()
    {
        Assert.That(_text, Does.Contain("Pipeline:Services:FrontDesk:Timeout = 1s"));
        Assert.That(_text, Does.Match(
            "ServiceTimeoutException: FrontDesk → Committee → SleepyModel did not answer in time: FrontDesk.Read has 1000 ms. "
            + @"It took: Committee.Score [\d.]+ ms, still running; FrontDesk.Read [\d.]+ ms\."));
        Assert.That(_text, Does.Contain("path FrontDesk → Committee → SleepyModel budget 1000 ms spent Committee.Score "));
    }

    [Test]
    public void Deadline_AtTheSlowModel_HasShrunkAndStopsIt()
    {
        Match left = TimeLeft().Match(_text);

        Assert.That(left.Success, Is.True, _text);
        Assert.That(int.Parse(left.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(0, 1000));
    }

    [Test]
    public void Flaky_WithoutRetries_ThrowsTheFirstFailureAndSaysWhere()
    {
        Assert.That(_text, Does.Match(
            @"configured Pipeline:Services:FlakyModel:Timeout = 5m log Warning: FlakyModel.Predict failed at attempt 1 after [\d.]+ ms\. "
            + @"thrown IOException: the connection to the model broke CallFailure.Of\(exception\): FlakyModel.Predict, attempt 1, after [\d.]+ ms configured"));
    }

    [Test]
    public void Flaky_WithRetries_AnswersAtTheThirdAttempt()
    {
        Assert.That(_text, Does.Contain("Pipeline:Services:FlakyModel:Resilience:Retry:MaxRetryAttempts = 3"));
        Assert.That(_text, Does.Match(
            @"log Warning: FlakyModel.Predict failed at attempt 1 after [\d.]+ ms\. Information: FlakyModel.Predict is tried again in 50 ms\. "
            + @"Warning: FlakyModel.Predict failed at attempt 2 after [\d.]+ ms\. Information: FlakyModel.Predict is tried again in 100 ms\. "
            + @"Information: FlakyModel answers at attempt 3\. answered 9\d\.\d % of the digits read right"));
    }

    [Test]
    public void Readme_ShowsWhatIsPrinted()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "samples", "Digits", "README.md")).ReplaceLineEndings("\n");
        string[] shown = [.. TextBlock().Matches(readme).Select(block => WithoutFigures(block.Groups[1].Value))];

        Assert.That(shown, Has.Length.EqualTo(3));
        Assert.That(shown.Where(block => !WithoutFigures(_text).Contains(block, StringComparison.Ordinal)), Is.Empty);
    }

    private static string WithoutFigures(string text) => Measured().Replace(Whitespace().Replace(text, " "), "…").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex("SleepyModel saw that it had ([0-9]+) ms left, and was told to stop when they were over")]
    private static partial Regex TimeLeft();

    [GeneratedRegex(@"[\d.]+ (?=ms|%)")]
    private static partial Regex Measured();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex TextBlock();
}
