using DigitsWeb.Drawing;

namespace Pipeline.Samples.Tests.Web;

public sealed class DraftsmanTests
{
    [Test]
    public void Draw_UprightLine_FillsTheMiddleFromTopToBottom()
    {
        float[] image = new Draftsman().Draw([new([new(0.2f, 0.4f), new(0.2f, 0.6f)])], default)[0];

        float[][] rows = [.. image.Chunk(8)];
        Assert.That(rows, Is.All.Matches<float[]>(row => row is [_, _, _, > 0.5f, > 0.5f, ..]));
        Assert.That(rows, Is.All.Matches<float[]>(row => row is [0, 0, .., 0, 0]));
    }

    [Test]
    public void Draw_SameShapeElsewhereAndSmaller_GivesTheSamePictures()
    {
        float[][] large = new Draftsman().Draw([new([new(0.1f, 0.1f), new(0.5f, 0.9f)]), new([new(0.5f, 0.1f)])], default);
        float[][] small = new Draftsman().Draw([new([new(0.6f, 0.5f), new(0.7f, 0.7f)]), new([new(0.7f, 0.5f)])], default);

        Assert.That(small, Is.EqualTo(large).Within(0.07f));
    }

    [Test]
    public void Draw_Dot_IsInk() =>
        Assert.That(new Draftsman().Draw([new([new(0.5f, 0.5f)])], default), Is.All.Matches<float[]>(image => image!.Sum() > 0));

    [Test]
    public void Draw_CanceledToken_Stops() =>
        Assert.That(
            () => new Draftsman().Draw([new([new(0.5f, 0.5f)])], new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
}
