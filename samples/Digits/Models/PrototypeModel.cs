using Digits.Data;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Pipeline;

namespace Digits.Models;

/// <summary>Reads digits by their distance to typical pictures, which it finds itself.</summary>
[Service(Effect = Effect.None)]
public sealed partial class PrototypeModel(DigitSet digits, TrainingProgress progress)
{
    private Classifier? _classifier;

    /// <summary>Trains the model.</summary>
    [OnStartup]
    public void Train() => _classifier = progress.Train(
        nameof(PrototypeModel),
        "maximum entropy on the distances to 300 k-means clusters",
        () => Classifier.Train(Distances, digits.Training.Pixels, digits.Training.Digits));

    /// <summary>Says how likely each picture is each digit.</summary>
    [Api]
    public Scores Predict(float[][] images, CancellationToken cancellationToken) => _classifier!.Score(images, cancellationToken);

    private static IEstimator<ITransformer> Distances(MLContext context) =>
        context.Clustering.Trainers.KMeans(
            new KMeansTrainer.Options
            {
                NumberOfClusters = 300,
                NumberOfThreads = 1,
                InitializationAlgorithm = KMeansTrainer.InitializationAlgorithm.KMeansPlusPlus,
            })
            .Append(context.Transforms.CopyColumns("Features", "Score"))
            .Append(context.Transforms.DropColumns("PredictedLabel", "Score"))
            .Append(context.MaximumEntropy(l2Regularization: 1));
}
