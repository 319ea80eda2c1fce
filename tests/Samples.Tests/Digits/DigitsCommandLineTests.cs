namespace Pipeline.Samples.Tests.Digits;

public sealed class DigitsCommandLineTests
{
    [TestCase("--nonsense", "Unrecognized command or argument '--nonsense'")]
    [TestCase("surplus", "Unrecognized command or argument 'surplus'")]
    [TestCase("--rounds", "--rounds")]
    [TestCase("--rounds=0", "--rounds takes a whole number from 1 up, not '0'")]
    [TestCase("--rounds=many", "--rounds takes a whole number from 1 up, not 'many'")]
    [TestCase("--flaky=maybe", "Unrecognized command or argument 'maybe'")]
    public async Task Run_BadArgument_SaysWhatIsWrongAndExitsWithOne(string argument, string message)
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", argument);

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(process.Output.Trim(), Is.Empty);
    }

    [Test]
    public async Task Run_MisspelledFlag_SaysWhichIsMeant()
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--limit");

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.Contain("Unrecognized command or argument '--limit'"));
        Assert.That(process.Output, Does.Contain("--limits").And.Not.Contain("configured"));
    }

    [Test]
    public async Task Run_RoundsOfADemonstration_SaysThatNothingIsMeasured()
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--deadline", "--rounds", "3");

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.Contain("--rounds is for measuring, which --limits, --deadline and --flaky do not."));
    }

    [TestCase("--json")]
    [TestCase("--limits")]
    [TestCase("--rounds=3")]
    public async Task Run_TraceWithAnother_SaysToUseItAlone(string other)
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--trace", other);

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.Contain("--trace draws its requests and nothing else: use it alone."));
    }

    [Test]
    public async Task Run_Trace_DrawsARequestOfEachPattern()
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--trace");

        Assert.That(process.ExitCode, Is.Zero);
        string[] lines = ["sync", "resilient", "Ensemble/ReadMixed", "KernelModel/Predict", "on the path", "slack", "at a time"];
        foreach (string line in lines)
            Assert.That(process.Output, Does.Contain(line));
        Assert.That(process.Output, Does.Contain(" possible").And.Not.Contain("as far as times tell"), "its dependences lie beside it");
    }

    [Test]
    public async Task Run_Help_ListsTheOptions()
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--help");

        Assert.That(process.ExitCode, Is.Zero);
        foreach (string option in new[] { "--limits", "--deadline", "--flaky", "--trace", "--json", "--rounds" })
            Assert.That(process.Output, Does.Contain(option));
    }
}
