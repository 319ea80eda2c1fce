using Digits.Features;
using Digits.Models;
using Pipeline;

namespace Digits;

/// <summary>Reads batches of pictures in the five ways that services are composed.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Ensemble(
    KernelModel.Proxy kernel,
    PerceptronModel.Proxy perceptron,
    PrototypeModel.Proxy prototype,
    OutdatedModel.Proxy outdated,
    GradientFeatures.Proxy gradients,
    GradientModel.Proxy gradientModel,
    ProfileFeatures.Proxy profiles,
    ProfileModel.Proxy profileModel,
    Ranker.Proxy ranker)
{
    /// <summary>Three opinions, one after another on the caller's thread. Takes the sum of the calls.</summary>
    [Api]
    public int[] ReadSync(float[][] images, CancellationToken cancellationToken)
    {
        Scores first = kernel.Predict(images, cancellationToken);
        Scores second = perceptron.Predict(images, cancellationToken);
        Scores third = prototype.Predict(images, cancellationToken);
        return Scores.Mean(first, second, third).Digits();
    }

    /// <summary>
    /// Extracts, scores, ranks: each call needs the result of the one before. Takes the sum of the calls, and holds no thread.
    /// </summary>
    [Api]
    public async Task<int[]> ReadSequentialAsync(float[][] images, CancellationToken cancellationToken)
    {
        float[][] features = await gradients.ToAsync.Extract(images, cancellationToken);
        Scores scores = await gradientModel.ToAsync.Predict(features, cancellationToken);
        return await ranker.ToAsync.Rank(images, scores, cancellationToken);
    }

    /// <summary>Three opinions at the same time. Takes the longest of the calls, which is started first.</summary>
    [Api]
    public async Task<int[]> ReadParallelAsync(float[][] images, CancellationToken cancellationToken)
    {
        var (first, second, third) = await Gather.All(
            kernel.ToAsync.Predict(images, cancellationToken),
            perceptron.ToAsync.Predict(images, cancellationToken),
            prototype.ToAsync.Predict(images, cancellationToken));
        return Scores.Mean(first, second, third).Digits();
    }

    /// <summary>Two chains of extractor and model at the same time, then the ranker. Takes the longest path.</summary>
    [Api]
    public async Task<int[]> ReadMixedAsync(float[][] images, CancellationToken cancellationToken)
    {
        var (byGradients, byProfiles) = await Gather.All(ReadGradientsAsync(images, cancellationToken), ReadProfilesAsync(images, cancellationToken));
        return await ranker.ToAsync.Rank(images, Scores.Mean(byGradients, byProfiles), cancellationToken);
    }

    /// <summary>Four opinions at the same time, of which those count that come. Takes the longest of the calls.</summary>
    [Api]
    public async Task<int[]> ReadResilientAsync(float[][] images, CancellationToken cancellationToken)
    {
        Outcome<Scores>[] opinions = await Gather.Settle<Scores>(
            kernel.ToAsync.Predict(images, cancellationToken),
            perceptron.ToAsync.Predict(images, cancellationToken),
            prototype.ToAsync.Predict(images, cancellationToken),
            outdated.ToAsync.Predict(images, cancellationToken));
        return Scores.Mean([.. opinions.Where(opinion => opinion.IsSuccess).Select(opinion => opinion.Value)]).Digits();
    }

    private async Task<Scores> ReadGradientsAsync(float[][] images, CancellationToken cancellationToken) =>
        await gradientModel.ToAsync.Predict(await gradients.ToAsync.Extract(images, cancellationToken), cancellationToken);

    private async Task<Scores> ReadProfilesAsync(float[][] images, CancellationToken cancellationToken) =>
        await profileModel.ToAsync.Predict(await profiles.ToAsync.Extract(images, cancellationToken), cancellationToken);
}
