using Digits.Data;
using Digits.Features;
using Pipeline;

namespace Digits.Models;

/// <summary>Reads digits by the direction of their strokes.</summary>
[Service(Effect = Effect.None)]
public sealed partial class GradientModel(GradientFeatures.Proxy gradients, DigitSet digits, TrainingProgress progress)
{
    private Classifier? _classifier;

    /// <summary>Trains the model on what the extractor makes of the training pictures.</summary>
    [OnStartup]
    public async Task TrainAsync(CancellationToken cancellationToken)
    {
        float[][] rows = await gradients.ToAsync.Extract(digits.Training.Pixels, cancellationToken);
        _classifier = progress.Train(
            nameof(GradientModel),
            "maximum entropy on 300 random Fourier features of the gradients",
            () => Classifier.Train(context => context.GaussianKernelMachine(rank: 300, gamma: 1), rows, digits.Training.Digits));
    }

    /// <summary>Says how likely each picture is each digit, from its <see cref="GradientFeatures"/>.</summary>
    [Api]
    public Scores Predict(float[][] features, CancellationToken cancellationToken) => _classifier!.Score(features, cancellationToken);
}
