using Digits;
using Digits.Features;
using Digits.Models;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>An ensemble of services that only count how they are called.</summary>
internal static class FakeServices
{
    /// <summary>One picture, and what every fake makes of it.</summary>
    public static readonly float[][] Images = [new float[64]];

    /// <summary>A score that says "three".</summary>
    public static readonly Scores Three = new([[.. Enumerable.Range(0, 10).Select(digit => digit == 3 ? 1f : 0f)]]);

    /// <summary>An ensemble whose outdated model fails.</summary>
    public static Ensemble Ensemble(Overlap overlap) => new(
        new FakeKernel(overlap), new FakePerceptron(overlap), new FakePrototype(overlap), new FakeOutdated(),
        new FakeGradients(overlap), new FakeGradientModel(overlap), new FakeProfiles(overlap), new FakeProfileModel(overlap),
        new FakeRanker(overlap));

    private sealed class FakeKernel(Overlap overlap) : KernelModel.Proxy
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => Three;

        protected override Task<Scores> PredictAsync(float[][] images, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(KernelModel), Three);
    }

    private sealed class FakePerceptron(Overlap overlap) : PerceptronModel.Proxy
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => Three;

        protected override Task<Scores> PredictAsync(float[][] images, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(PerceptronModel), Three);
    }

    private sealed class FakePrototype(Overlap overlap) : PrototypeModel.Proxy
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => Three;

        protected override Task<Scores> PredictAsync(float[][] images, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(PrototypeModel), Three);
    }

    private sealed class FakeOutdated : OutdatedModel.Proxy
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("too old");
    }

    private sealed class FakeGradients(Overlap overlap) : GradientFeatures.Proxy
    {
        public override float[][] Extract(float[][] images, CancellationToken cancellationToken) => images;

        protected override Task<float[][]> ExtractAsync(float[][] images, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(GradientFeatures), images);
    }

    private sealed class FakeGradientModel(Overlap overlap) : GradientModel.Proxy
    {
        public override Scores Predict(float[][] features, CancellationToken cancellationToken) => Three;

        protected override Task<Scores> PredictAsync(float[][] features, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(GradientModel), Three);
    }

    private sealed class FakeProfiles(Overlap overlap) : ProfileFeatures.Proxy
    {
        public override float[][] Extract(float[][] images, CancellationToken cancellationToken) => images;

        protected override Task<float[][]> ExtractAsync(float[][] images, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(ProfileFeatures), images);
    }

    private sealed class FakeProfileModel(Overlap overlap) : ProfileModel.Proxy
    {
        public override Scores Predict(float[][] features, CancellationToken cancellationToken) => Three;

        protected override Task<Scores> PredictAsync(float[][] features, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(ProfileModel), Three);
    }

    private sealed class FakeRanker(Overlap overlap) : Ranker.Proxy
    {
        public override int[] Rank(float[][] images, Scores proposals, CancellationToken cancellationToken) => proposals.Digits();

        protected override Task<int[]> RankAsync(float[][] images, Scores proposals, CancellationToken cancellationToken) =>
            overlap.CallAsync(nameof(Ranker), proposals.Digits());
    }
}
