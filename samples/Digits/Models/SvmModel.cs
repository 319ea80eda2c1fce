using Digits.Data;
using Microsoft.ML;
using Pipeline;

namespace Digits.Models;

/// <summary>Reads digits by duels: one support vector machine for each pair of digits says which of the two it is.</summary>
[Service(Effect = Effect.None)]
public sealed partial class SvmModel(DigitSet digits, TrainingProgress progress)
{
    private Classifier? _classifier;

    /// <summary>Trains the model.</summary>
    [OnStartup]
    public void Train() => _classifier = progress.Train(
        nameof(SvmModel),
        "45 linear support vector machines on the pixels, one for each pair of digits",
        () => Classifier.Train(
            context => context.MulticlassClassification.Trainers.PairwiseCoupling(
                context.BinaryClassification.Trainers.LinearSvm(numberOfIterations: 20)),
            digits.Training.Pixels,
            digits.Training.Digits));

    /// <summary>Says how likely each picture is each digit.</summary>
    [Api]
    public Scores Predict(float[][] images, CancellationToken cancellationToken) => _classifier!.Score(images, cancellationToken);
}
