using Speech;

namespace Pipeline.Samples.Tests.Speech;

/// <summary>Windows of a tenth of a second; speech of three windows and silence of two count.</summary>
public sealed class SegmenterTests
{
    private static readonly SegmentOptions Options = new()
    {
        MinSpeech = TimeSpan.FromSeconds(0.25),
        MinSilence = TimeSpan.FromSeconds(0.15),
        Padding = TimeSpan.FromSeconds(0.05),
    };

    [Test]
    public void Accept_SpeechBetweenSilences_IsOneSegmentWidenedAtBothEnds()
    {
        Assert.That(Segments("..####...."), Is.EqualTo(new[] { (0.15, 0.65) }));
    }

    [Test]
    public void Accept_ShortSpeech_IsAClick()
    {
        Assert.That(Segments("..##......"), Is.Empty);
    }

    [Test]
    public void Accept_ShortSilence_IsAPauseWithinTheSegment()
    {
        Assert.That(Segments(".###.###....."), Is.EqualTo(new[] { (0.05, 0.85) }));
    }

    [Test]
    public void Accept_LongSilence_SeparatesTwoSegments()
    {
        Assert.That(Segments(".###...###...."), Is.EqualTo(new[] { (0.05, 0.45), (0.65, 1.05) }));
    }

    [Test]
    public void Accept_DoubtWithinSpeech_DoesNotEndIt()
    {
        Assert.That(Segments(".###????###...."), Is.EqualTo(new[] { (0.05, 1.15) }));
    }

    [Test]
    public void Accept_DoubtWithinSilence_DoesNotBeginSpeech()
    {
        Assert.That(Segments("..??????.."), Is.Empty);
    }

    [Test]
    public void Complete_SpeechToTheVeryEnd_EndsThere()
    {
        Assert.That(Segments("####"), Is.EqualTo(new[] { (0.0, 0.4) }));
    }

    [Test]
    public void Accept_EndOfSpeech_IsReportedWhenItIsCertainAndNotLater()
    {
        var segmenter = new Segmenter(0.1, 10, Options);

        Assert.That("####..".Select(window => segmenter.Accept(Probability(window))), Has.All.Null);
        Assert.That(segmenter.Accept(Probability('.')), Is.Not.Null);
    }

    private static (double Start, double End)[] Segments(string windows)
    {
        var segmenter = new Segmenter(0.1, windows.Length * 0.1, Options);
        List<SpeechSegment?> segments = [.. windows.Select(window => segmenter.Accept(Probability(window)))];
        segments.Add(segmenter.Complete());
        return [.. segments.OfType<SpeechSegment>().Select(segment => (Math.Round(segment.Start, 6), Math.Round(segment.End, 6)))];
    }

    private static float Probability(char window) => window switch { '#' => 0.9f, '?' => 0.4f, _ => 0.1f };
}
