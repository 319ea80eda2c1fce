using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

public class GeneratedBodyTests
{
    [Test]
    public void Create_ManySeeds_EveryBodyCompiles() =>
        Assert.That(() => BodyText.Load(Enumerable.Range(1, 200).Select(BodyGenerator.Create)).Dispose(), Throws.Nothing);

    [Test]
    public void Create_SameSeed_SameText()
    {
        var first = BodyGenerator.Create(7);

        Assert.That(BodyGenerator.Create(7), Is.EqualTo(first));
    }
}
