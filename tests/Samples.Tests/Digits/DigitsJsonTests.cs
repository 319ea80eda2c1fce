using System.Text.Json;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>One run of the sample, as a program that reads its document sees it.</summary>
public sealed class DigitsJsonTests
{
    private SampleProcess _process = null!;
    private JsonElement _document;

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        _process = await SampleProcess.RunAsync("Digits", "--json", "--rounds", "1");
        _document = JsonDocument.Parse(_process.Output).RootElement;
    }

    [Test]
    public void Json_AnyRun_HasTheDocumentedShape()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Names(_document), Is.EqualTo(new[] { "cores", "patterns", "models" }));
            Assert.That(_document.GetProperty("cores").GetInt32(), Is.EqualTo(Environment.ProcessorCount));
            foreach (JsonElement pattern in Patterns)
                Assert.That(Names(pattern), Is.EqualTo(new[] { "name", "accuracy", "elapsedMs", "callsMs", "sumMs", "longestMs" }));
            foreach (JsonElement model in Models)
                Assert.That(Names(model), Is.EqualTo(new[] { "name", "accuracy" }));
        });
    }

    [Test]
    public void Json_Patterns_AreTheFiveWithAllTheirCalls()
    {
        Assert.That(
            Patterns.Select(pattern => (pattern.GetProperty("name").GetString(), Calls(pattern).Length)),
            Is.EqualTo(new[] { ("sync", 3), ("sequential", 3), ("parallel", 3), ("mixed", 5), ("resilient", 4) }));
    }

    [Test]
    public void Json_SumAndLongest_AreThoseOfTheCalls()
    {
        Assert.Multiple(() =>
        {
            foreach (JsonElement pattern in Patterns)
            {
                Assert.That(pattern.GetProperty("sumMs").GetDouble(), Is.EqualTo(Calls(pattern).Sum()).Within(1e-6));
                Assert.That(pattern.GetProperty("longestMs").GetDouble(), Is.EqualTo(Calls(pattern).Max()));
            }
        });
    }

    [Test]
    public void Ensemble_ThreeModels_BeatsTheirMean()
    {
        double mean = Models.Take(3).Average(model => model.GetProperty("accuracy").GetDouble());

        Assert.That(Accuracy("parallel"), Is.GreaterThanOrEqualTo(mean));
        Assert.That(Accuracy("sync"), Is.EqualTo(Accuracy("parallel")));
        Assert.That(Accuracy("resilient"), Is.EqualTo(Accuracy("parallel")));
    }

    [Test]
    public void Models_Trained_ReadNineteenOfTwentyDigits()
    {
        Assert.That(Models, Has.Length.EqualTo(5));
        Assert.That(Models.Select(model => model.GetProperty("accuracy").GetDouble()), Has.Exactly(5).GreaterThan(0.95));
    }

    [Test]
    public void Progress_WhileItRuns_GoesToStandardError()
    {
        Assert.That(_process.ExitCode, Is.Zero);
        Assert.That(_process.Errors, Does.Contain("(6 of 6)").And.Contain("measuring, round 1 of 1"));
    }

    private JsonElement[] Patterns => [.. _document.GetProperty("patterns").EnumerateArray()];

    private JsonElement[] Models => [.. _document.GetProperty("models").EnumerateArray()];

    private double Accuracy(string name) =>
        Patterns.Single(pattern => pattern.GetProperty("name").GetString() == name).GetProperty("accuracy").GetDouble();

    private static double[] Calls(JsonElement pattern) =>
        [.. pattern.GetProperty("callsMs").EnumerateArray().Select(call => call.GetDouble())];

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
