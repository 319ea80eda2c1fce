using Pipeline.Contract;

namespace Pipeline.Analyzers.Tests.Contract;

public class DurationTests
{
    [TestCase("250ms", "250ms")]
    [TestCase("0.25s", "250ms")]
    [TestCase("1500ms", "1.5s")]
    [TestCase("60s", "1m")]
    [TestCase("90s", "90s")]
    [TestCase("00:30:00", "30m")]
    [TestCase("120m", "2h")]
    [TestCase("24:00:00", "24h")]
    [TestCase("100:00", "100h")]
    [TestCase("1.12:00:00", "36h")]
    [TestCase("00:00:00.5", "500ms")]
    [TestCase("0.5ms", "0.5ms")]
    public void Format_SaysTheTimeInItsOwnUnit(string declared, string said)
    {
        Assert.That(Duration.TryParse(declared, out var time), Is.True);
        Assert.That(Duration.Format(time), Is.EqualTo(said));
        Assert.That(Duration.TryParse(said, out var again), Is.True);
        Assert.That(again, Is.EqualTo(time));
    }

    [TestCase("30")]
    [TestCase("1.24:00:00")]
    [TestCase("00:60:00")]
    [TestCase("1:2:3:4")]
    [TestCase("-00:00:01")]
    [TestCase("00:00:00")]
    [TestCase("1.2.3:00:00")]
    [TestCase(":00")]
    public void Parse_OfWhatCouldBeMisread_Fails(string text) => Assert.That(Duration.TryParse(text, out _), Is.False);
}
