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
    [TestCase("0.5ms", "0.5ms")]
    public void Format_SaysTheTimeInItsOwnUnit(string declared, string said)
    {
        Assert.That(Duration.TryParse(declared, out var time), Is.True);
        Assert.That(Duration.Format(time), Is.EqualTo(said));
        Assert.That(Duration.TryParse(said, out var again), Is.True);
        Assert.That(again, Is.EqualTo(time));
    }
}
