using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

public class GeneratedBodyTests
{
    [Test]
    public void Create_ManySeeds_EveryBodyCompiles()
    {
        using var batch = BodyBatch.Compile(Enumerable.Range(1, 200).Select(BodyGenerator.Create));

        Assert.That(batch.Bodies, Has.Count.EqualTo(200));
    }

    [Test]
    public void Create_SameSeed_SameText()
    {
        var first = BodyGenerator.Create(7);

        Assert.That(BodyGenerator.Create(7), Is.EqualTo(first));
    }
}
