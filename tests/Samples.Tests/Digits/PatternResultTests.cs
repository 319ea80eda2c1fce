using Digits.Measuring;

namespace Pipeline.Samples.Tests.Digits;

public sealed class PatternResultTests
{
    private static readonly double[] Calls = [10, 30, 20, 25, 5];

    [Test]
    public void Floor_OneAfterAnother_IsTheSum()
    {
        Assert.That(Result(Pattern.OneAfterAnother(5)).FloorMs(cores: 8), Is.EqualTo(90));
    }

    [Test]
    public void Floor_AllAtOnceOnManyCores_IsTheLongest()
    {
        Assert.That(Result(Pattern.AllAtOnce(5)).FloorMs(cores: 8), Is.EqualTo(30));
    }

    [Test]
    public void Floor_AllAtOnceOnTwoCores_IsHalfTheSum()
    {
        Assert.That(Result(Pattern.AllAtOnce(5)).FloorMs(cores: 2), Is.EqualTo(45));
    }

    [Test]
    public void LongestPath_TwoChainsThenOneCall_IsTheLongerChainAndThatCall()
    {
        PatternResult mixed = Result([[0, 1, 4], [2, 3, 4]]);

        Assert.That(mixed.LongestPathMs, Is.EqualTo(50));
        Assert.That(Enumerable.Range(0, 5).Select(mixed.StartMs), Is.EqualTo(new double[] { 0, 10, 0, 20, 45 }));
    }

    private static PatternResult Result(int[][] paths) =>
        new(new Pattern("", () => Task.FromResult<int[]>([]), [], paths), 1, 0, Calls);
}
