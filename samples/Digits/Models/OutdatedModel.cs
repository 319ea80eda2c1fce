using Digits.Data;
using Pipeline;

namespace Digits.Models;

/// <summary>A model nobody retrained when the pictures grew from 4×4 to 8×8 pixels: it starts, and fails on every batch.</summary>
[Service(Effect = Effect.None)]
public sealed partial class OutdatedModel(DigitSet digits, TrainingProgress progress)
{
    private const int OldSide = DigitSet.Side / 2;

    private Classifier? _classifier;

    /// <summary>Trains the model on pictures of the old size.</summary>
    [OnStartup]
    public void Train() => _classifier = progress.Train(
        nameof(OutdatedModel),
        "maximum entropy on 4×4 thumbnails",
        () => Classifier.Train(
            context => context.MaximumEntropy(l2Regularization: 1),
            Array.ConvertAll(digits.Training.Pixels, Thumbnail),
            digits.Training.Digits));

    /// <summary>Says how likely each picture is each digit, for pictures of the old size.</summary>
    [Api]
    public Scores Predict(float[][] images, CancellationToken cancellationToken) => _classifier!.Score(images, cancellationToken);

    private static float[] Thumbnail(float[] image)
    {
        var thumbnail = new float[OldSide * OldSide];
        for (int pixel = 0; pixel < image.Length; pixel++)
            thumbnail[(pixel / DigitSet.Side / 2 * OldSide) + (pixel % DigitSet.Side / 2)] += image[pixel] / 4;
        return thumbnail;
    }
}
