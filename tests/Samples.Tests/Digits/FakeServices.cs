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

    private sealed class FakeKernel(Overlap overlap) : KernelModel.Proxy(new View(overlap))
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => Three;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<Scores> Predict(float[][] images, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(KernelModel), Three);
        }
    }

    private sealed class FakePerceptron(Overlap overlap) : PerceptronModel.Proxy(new View(overlap))
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => Three;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<Scores> Predict(float[][] images, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(PerceptronModel), Three);
        }
    }

    private sealed class FakePrototype(Overlap overlap) : PrototypeModel.Proxy(new View(overlap))
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) => Three;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<Scores> Predict(float[][] images, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(PrototypeModel), Three);
        }
    }

    private sealed class FakeOutdated : OutdatedModel.Proxy
    {
        public override Scores Predict(float[][] images, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("too old");
    }

    private sealed class FakeGradients(Overlap overlap) : GradientFeatures.Proxy(new View(overlap))
    {
        public override float[][] Extract(float[][] images, CancellationToken cancellationToken) => images;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<float[][]> Extract(float[][] images, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(GradientFeatures), images);
        }
    }

    private sealed class FakeGradientModel(Overlap overlap) : GradientModel.Proxy(new View(overlap))
    {
        public override Scores Predict(float[][] features, CancellationToken cancellationToken) => Three;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<Scores> Predict(float[][] features, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(GradientModel), Three);
        }
    }

    private sealed class FakeProfiles(Overlap overlap) : ProfileFeatures.Proxy(new View(overlap))
    {
        public override float[][] Extract(float[][] images, CancellationToken cancellationToken) => images;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<float[][]> Extract(float[][] images, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(ProfileFeatures), images);
        }
    }

    private sealed class FakeProfileModel(Overlap overlap) : ProfileModel.Proxy(new View(overlap))
    {
        public override Scores Predict(float[][] features, CancellationToken cancellationToken) => Three;

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<Scores> Predict(float[][] features, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(ProfileModel), Three);
        }
    }

    private sealed class FakeRanker(Overlap overlap) : Ranker.Proxy(new View(overlap))
    {
        public override int[] Rank(float[][] images, Scores proposals, CancellationToken cancellationToken) => proposals.Digits();

        private sealed class View(Overlap overlap) : Async
        {
            public override Task<int[]> Rank(float[][] images, Scores proposals, CancellationToken cancellationToken) =>
                overlap.CallAsync(nameof(Ranker), proposals.Digits());
        }
    }
}
