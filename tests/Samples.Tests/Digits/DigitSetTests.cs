using Digits.Data;
using Digits.Features;
using Digits.Models;

namespace Pipeline.Samples.Tests.Digits;

public sealed class DigitSetTests
{
    [Test]
    public void Load_TheDataSet_IsSplitWithoutLossAndAlwaysAlike()
    {
        var digits = DigitSet.Load();

        Assert.That(digits.Training.Count + digits.HeldOut.Count, Is.EqualTo(1797));
        Assert.That(digits.HeldOut.Count, Is.EqualTo(540));
        Assert.That(DigitSet.Load().HeldOut.Digits, Is.EqualTo(digits.HeldOut.Digits));
        Assert.That(digits.Training.Pixels.Concat(digits.HeldOut.Pixels), Has.All.Length.EqualTo(64));
        Assert.That(digits.Training.Pixels.SelectMany(row => row), Has.All.InRange(0f, 1f));
        Assert.That(digits.HeldOut.Digits.Distinct().Order(), Is.EqualTo(Enumerable.Range(0, 10)));
    }

    [Test]
    public void Repeat_SomePictures_KeepsTheirAccuracy()
    {
        var images = new LabelledImages([[0f], [1f]], [4, 7]);

        Assert.That(images.Repeat(3).Digits, Is.EqualTo(new[] { 4, 7, 4, 7, 4, 7 }));
        Assert.That(images.Repeat(3).Accuracy([4, 0, 4, 0, 4, 0]), Is.EqualTo(0.5));
    }

    [Test]
    public void Mean_TwoOpinions_IsHalfway()
    {
        float[] sure = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        float[] torn = [0, 0.6f, 0.4f, 0, 0, 0, 0, 0, 0, 0];

        Assert.That(Scores.Mean(new Scores([sure]), new Scores([torn])).Rows[0].Take(3), Is.EqualTo(new[] { 0.5f, 0.3f, 0.2f }).Within(1e-6f));
        Assert.That(sure[0], Is.EqualTo(1));
    }

    [Test]
    public void Mean_NoOpinion_SaysSo()
    {
        Assert.That(() => Scores.Mean(), Throws.ArgumentException.With.Message.Contains("No model has an opinion"));
    }

    [Test]
    public void GradientFeatures_BlankPicture_AreZeroAndNotNaN()
    {
        Assert.That(new GradientFeatures().Extract([new float[64]], default)[0], Has.Length.EqualTo(128).And.All.EqualTo(0f));
    }

    [Test]
    public void ProfileFeatures_AnyPicture_CastAllItsInkInEachDirection()
    {
        float[] image = DigitSet.Load().HeldOut.Pixels[0];

        float[] shadows = new ProfileFeatures().Extract([image], default)[0];

        Assert.That(shadows.Chunk(12).Select(shadow => shadow.Sum()), Has.Exactly(8).EqualTo(image.Sum() / 8 * 4).Within(1e-3f));
    }
}
