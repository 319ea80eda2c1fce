using Microsoft.Extensions.DependencyInjection;
using Speech;

namespace Pipeline.Samples.Tests.Speech;

/// <summary>The real composition on the recordings that come with the sample; their README says where the speech is.</summary>
public sealed class SpeechFinderTests
{
    private PipelineApp _app = null!;

    [OneTimeSetUp]
    public async Task StartAsync() =>
        _app = await PipelineApp.StartAsync<SpeechFinder>(builder => builder.Services.AddSingleton(new SegmentOptions()));

    [OneTimeTearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [TestCase("rain.wav", new double[0])]
    [TestCase("announcement.wav", new[] { 0.80, 3.84, 5.34, 6.95 })]
    [TestCase("weather.wav", new[] { 0.60, 1.50, 1.75, 3.72, 4.92, 7.56, 8.36, 10.64 })]
    public async Task Find_Recording_GivesItsSpeech(string file, double[] ends)
    {
        List<SpeechSegment> segments = await FindAsync(Recording(file));

        Assert.That(segments.SelectMany(segment => new[] { segment.Start, segment.End }), Is.EqualTo(ends).Within(0.4));
    }

    [Test]
    public async Task Find_ThroughBothViews_GivesTheSame()
    {
        SpeechFinder.Proxy finder = _app.GetProxy<SpeechFinder.Proxy>();

        List<SpeechSegment> inAsync = await FindAsync(Recording("weather.wav"));
        List<SpeechSegment> inSync = await Task.Run(() => finder.Find(Recording("weather.wav")).ToList());

        Assert.That(inSync, Is.EqualTo(inAsync));
    }

    [Test]
    public async Task Find_SeveralRecordingsAtOnce_HearsEachAsIfAlone()
    {
        string[] files = [.. Enumerable.Repeat(SpeechRun.OwnRecordings, 2).SelectMany(paths => paths)];
        List<SpeechSegment>[] alone = await Task.WhenAll(SpeechRun.OwnRecordings.Select(FindAsync));

        List<SpeechSegment>[] together = await Gather.Each(files, (file, _) => FindAsync(file), maxConcurrency: files.Length);

        Assert.That(together, Is.EqualTo(alone.Concat(alone)));
    }

    [Test]
    public async Task Find_FirstSegment_ComesBeforeTheRecordingIsHeardToItsEnd()
    {
        var voice = new CountingVoice(speech: 20);
        var finder = new SpeechFinder(voice, new SegmentOptions());

        await foreach (SpeechSegment segment in finder.FindAsync(Recording("weather.wav"), default))
        {
            Assert.That(segment.Start, Is.Zero);
            Assert.That(voice.Heard, Is.LessThan(30));
            break;
        }
    }

    private static string Recording(string file) => SpeechRun.OwnRecordings.Single(path => Path.GetFileName(path) == file);

    private async Task<List<SpeechSegment>> FindAsync(string path)
    {
        var segments = new List<SpeechSegment>();
        await foreach (SpeechSegment segment in _app.GetProxy<SpeechFinder.Proxy>().ToAsync.Find(path))
            segments.Add(segment);
        return segments;
    }

    /// <summary>Hears speech in the first windows, then silence, and counts what it was asked for.</summary>
    private sealed class CountingVoice(int speech) : VoiceModel.Proxy
    {
        public int Heard { get; private set; }

        public override IEnumerable<float> Listen(float[] samples)
        {
            for (int start = 0; start < samples.Length; start += VoiceModel.WindowSamples)
                yield return Heard++ < speech ? 1 : 0;
        }
    }
}
