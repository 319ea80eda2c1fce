using Digits.Data;
using Digits.Features;
using Pipeline;

namespace Digits.Models;

/// <summary>Reads digits by the shadows they cast.</summary>
[Service(Effect = Effect.None)]
public sealed partial class ProfileModel(ProfileFeatures.Proxy profiles, DigitSet digits, TrainingProgress progress)
{
    private Classifier? _classifier;

    /// <summary>Trains the model on what the extractor makes of the training pictures.</summary>
    [OnStartup]
    public async Task TrainAsync(CancellationToken cancellationToken)
    {
        float[][] rows = await profiles.ToAsync.Extract(digits.Training.Pixels, cancellationToken);
        _classifier = progress.Train(
            nameof(ProfileModel),
            "maximum entropy on 300 random Fourier features of the profiles",
            () => Classifier.Train(context => context.GaussianKernelMachine(rank: 300, gamma: 1), rows, digits.Training.Digits));
    }

    /// <summary>Says how likely each picture is each digit, from its <see cref="ProfileFeatures"/>.</summary>
    [Api]
    public Scores Predict(float[][] features, CancellationToken cancellationToken) => _classifier!.Score(features, cancellationToken);
}
