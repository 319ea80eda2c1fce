namespace Pipeline.Samples.Tests.Digits;

public sealed class DigitsCommandLineTests
{
    [TestCase("--nonsense", "Unrecognized command or argument '--nonsense'")]
    [TestCase("surplus", "Unrecognized command or argument 'surplus'")]
    [TestCase("--rounds", "--rounds")]
    [TestCase("--rounds=0", "--rounds takes a whole number from 1 up, not '0'")]
    [TestCase("--rounds=many", "--rounds takes a whole number from 1 up, not 'many'")]
    public async Task Run_BadArgument_SaysWhatIsWrongAndExitsWithOne(string argument, string message)
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", argument);

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.Contain(message).And.Not.Contain("   at "));
        Assert.That(process.Output.Trim(), Is.Empty);
    }

    [Test]
    public async Task Run_Help_ListsTheOptions()
    {
        SampleProcess process = await SampleProcess.RunAsync("Digits", "--help");

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(process.Output, Does.Contain("--json").And.Contain("--rounds"));
    }
}
