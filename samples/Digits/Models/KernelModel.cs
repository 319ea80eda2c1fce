using Digits.Data;
using Pipeline;

namespace Digits.Models;

/// <summary>Reads digits by how alike two pictures are: a Gaussian kernel machine on the pixels.</summary>
[Service(Effect = Effect.None)]
public sealed partial class KernelModel(DigitSet digits, TrainingProgress progress)
{
    private Classifier? _classifier;

    /// <summary>Trains the model.</summary>
    [OnStartup]
    public void Train() => _classifier = progress.Train(
        nameof(KernelModel),
        "maximum entropy on 300 random Fourier features of the pixels",
        () => Classifier.Train(
            context => context.GaussianKernelMachine(rank: 300, gamma: 2),
            digits.Training.Pixels,
            digits.Training.Digits));

    /// <summary>Says how likely each picture is each digit.</summary>
    [Api]
    public Scores Predict(float[][] images, CancellationToken cancellationToken) => _classifier!.Score(images, cancellationToken);
}
