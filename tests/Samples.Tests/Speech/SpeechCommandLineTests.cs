using Speech;

namespace Pipeline.Samples.Tests.Speech;

public sealed class SpeechCommandLineTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("speech").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Run_NoArguments_HearsItsOwnRecordings()
    {
        SampleProcess process = await SampleProcess.RunAsync("Speech");

        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(process.Output, Does.Contain("announcement.wav  2 segments").And.Contain("rain.wav          0 segments").And.Contain("weather.wav       4 segments"));
        Assert.That(process.Errors, Does.Contain("3 of 3 recordings done"));
    }

    private static IEnumerable<TestCaseData> BadFiles()
    {
        yield return Bad("noise", [.. Enumerable.Range(0, 4_000).Select(value => (byte)(value * 31))], "is not a WAV file");
        yield return Bad("empty", [], "is empty");
        yield return Bad("silent", WavBytes.Pcm16([]), "holds no sound");
        yield return Bad("rate", WavBytes.Pcm16(new short[8_000], rate: 44_100), "has 44100 samples a second");
        yield return Bad("stereo", WavBytes.Pcm16(new short[8_000], channels: 2), "has 2 channels");
        yield return Bad("bits", WavBytes.Pcm8(new byte[8_000]), "has 8-bit samples");
        yield return Bad("short", WavBytes.Pcm16(new short[8_000])[..9_000], "is cut short");

        static TestCaseData Bad(string name, byte[] content, string message) => new TestCaseData(name, content, message).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(BadFiles))]
    public async Task Run_BadFile_SaysWhatIsWrongAndExitsWithOne(string name, byte[] content, string message)
    {
        string path = Path.Combine(_folder, $"{name}.wav");
        await File.WriteAllBytesAsync(path, content);

        AssertRefused(await SampleProcess.RunAsync("Speech", path), $"error: {path}: {message}");
    }

    [Test]
    public async Task Run_MissingFile_SaysSoAndExitsWithOne()
    {
        string path = Path.Combine(_folder, "missing.wav");

        AssertRefused(await SampleProcess.RunAsync("Speech", path), $"error: {path}: no such file");
    }

    [Test]
    public async Task Run_Directory_SaysSoAndExitsWithOne() =>
        AssertRefused(await SampleProcess.RunAsync("Speech", _folder), $"error: {_folder}: is a directory");

    [Test]
    public async Task Run_UnknownOption_SaysSoAndExitsWithOne() =>
        AssertRefused(await SampleProcess.RunAsync("Speech", "--nonsense"), "'--nonsense'");

    [Test]
    public async Task Run_BadFileAmongGoodOnes_StillHearsTheGood()
    {
        string weather = SpeechRun.OwnRecordings.Single(path => path.EndsWith("weather.wav", StringComparison.Ordinal));

        SampleProcess process = await SampleProcess.RunAsync("Speech", weather, Path.Combine(_folder, "missing.wav"));

        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Output, Does.Contain("4 segments"));
    }

    private static void AssertRefused(SampleProcess process, string message)
    {
        Assert.That(process.ExitCode, Is.EqualTo(1));
        Assert.That(process.Errors, Does.Contain(message).And.Not.Contain("   at "));
    }
}
