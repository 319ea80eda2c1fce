using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Transforms;

namespace Digits.Models;

/// <summary>Pipelines that several models share.</summary>
internal static class MLContextExtensions
{
    private const string Features = "Features";

    /// <summary>Random Fourier features of a Gaussian kernel (Rahimi and Recht, 2007), then maximum entropy.</summary>
    public static IEstimator<ITransformer> GaussianKernelMachine(this MLContext context, int rank, float gamma) =>
        context.Transforms.ApproximatedKernelMap(Features, rank: rank, generator: new GaussianKernel(gamma), seed: 1)
            .Append(context.MaximumEntropy(l2Regularization: 0.01f));

    /// <summary>Maximum entropy, trained on one thread so that the model is the same on every machine.</summary>
    public static LbfgsMaximumEntropyMulticlassTrainer MaximumEntropy(this MLContext context, float l2Regularization) =>
        context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = l2Regularization,
            NumberOfThreads = 1,
        });
}
