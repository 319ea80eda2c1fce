using Digits.Data;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;
using Pipeline;

namespace Digits.Models;

/// <summary>Reads digits with ten perceptrons, each of which knows one digit from the rest.</summary>
[Service(Effect = Effect.None)]
public sealed partial class PerceptronModel(DigitSet digits, TrainingProgress progress)
{
    private Classifier? _classifier;

    /// <summary>Trains the model.</summary>
    [OnStartup]
    public void Train() => _classifier = progress.Train(
        nameof(PerceptronModel),
        "ten averaged perceptrons on the pixels, one against the rest",
        () => Classifier.Train(OneAgainstTheRest, digits.Training.Pixels, digits.Training.Digits));

    /// <summary>Says how likely each picture is each digit.</summary>
    [Api]
    public Scores Predict(float[][] images, CancellationToken cancellationToken) => _classifier!.Score(images, cancellationToken);

    // ML.NET's own OneVersusAll asks its members in parallel, row by row, and so takes cores from the other models.
    private static IEstimator<ITransformer> OneAgainstTheRest(MLContext context)
    {
        string[] members = [.. Enumerable.Range(0, DigitSet.Classes).Select(digit => $"Is{digit}")];
        IEstimator<ITransformer> scores = context.Transforms.Concatenate("Score", members);
        return members.Select((member, digit) => OneDigit(context, digit, member)).Append(scores).Aggregate((chain, next) => chain.Append(next));
    }

    private static EstimatorChain<ColumnCopyingTransformer> OneDigit(MLContext context, int digit, string output) =>
        context.Transforms.Expression("Label", $"x => x == {digit}", Classifier.Digit)
            .Append(context.BinaryClassification.Trainers.AveragedPerceptron(numberOfIterations: 30))
            .Append(context.BinaryClassification.Calibrators.Platt())
            .Append(context.Transforms.CopyColumns(output, "Probability"));
}
