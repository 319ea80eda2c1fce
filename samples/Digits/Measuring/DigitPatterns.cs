using Digits.Features;
using Digits.Models;
using Pipeline;

namespace Digits.Measuring;

/// <summary>The five patterns of <see cref="Ensemble"/>, each with the calls it makes for a batch.</summary>
public sealed class DigitPatterns(PipelineApp app, float[][] images)
{
    private readonly Ensemble.Proxy _ensemble = app.GetProxy<Ensemble.Proxy>();
    private readonly KernelModel.Proxy _kernel = app.GetProxy<KernelModel.Proxy>();
    private readonly PerceptronModel.Proxy _perceptron = app.GetProxy<PerceptronModel.Proxy>();
    private readonly PrototypeModel.Proxy _prototype = app.GetProxy<PrototypeModel.Proxy>();
    private readonly OutdatedModel.Proxy _outdated = app.GetProxy<OutdatedModel.Proxy>();
    private readonly GradientFeatures.Proxy _gradients = app.GetProxy<GradientFeatures.Proxy>();
    private readonly GradientModel.Proxy _gradientModel = app.GetProxy<GradientModel.Proxy>();
    private readonly ProfileFeatures.Proxy _profiles = app.GetProxy<ProfileFeatures.Proxy>();
    private readonly ProfileModel.Proxy _profileModel = app.GetProxy<ProfileModel.Proxy>();
    private readonly Ranker.Proxy _ranker = app.GetProxy<Ranker.Proxy>();

    /// <summary>All five, in the order in which they are explained.</summary>
    public IReadOnlyList<Pattern> All => [Sync, Sequential, Parallel, Mixed, Resilient];

    private Pattern Sync => new(
        "sync",
        () => Task.FromResult(_ensemble.ReadSync(images)),
        [
            Blocking(nameof(KernelModel), () => _kernel.Predict(images)),
            Blocking(nameof(PerceptronModel), () => _perceptron.Predict(images)),
            Blocking(nameof(PrototypeModel), () => _prototype.Predict(images)),
        ],
        Pattern.OneAfterAnother(3));

    private Pattern Sequential
    {
        get
        {
            ServiceCall[] byGradients = ByGradients(out Scores scores);
            return new Pattern(
                "sequential", () => _ensemble.ToAsync.ReadSequential(images), [.. byGradients, Ranking(scores)], Pattern.OneAfterAnother(3));
        }
    }

    private Pattern Parallel => new("parallel", () => _ensemble.ToAsync.ReadParallel(images), Opinions, Pattern.AllAtOnce(3));

    private Pattern Mixed
    {
        get
        {
            ServiceCall[] chains = [.. ByGradients(out Scores gradients), .. ByProfiles(out Scores profiles)];
            return new Pattern(
                "mixed", () => _ensemble.ToAsync.ReadMixed(images), [.. chains, Ranking(Scores.Mean(gradients, profiles))], [[0, 1, 4], [2, 3, 4]]);
        }
    }

    private Pattern Resilient => new(
        "resilient",
        () => _ensemble.ToAsync.ReadResilient(images),
        [.. Opinions, new ServiceCall(nameof(OutdatedModel), () => Gather.Settle<Scores>([_outdated.ToAsync.Predict(images)]))],
        Pattern.AllAtOnce(4));

    private ServiceCall[] Opinions =>
    [
        new(nameof(KernelModel), () => _kernel.ToAsync.Predict(images)),
        new(nameof(PerceptronModel), () => _perceptron.ToAsync.Predict(images)),
        new(nameof(PrototypeModel), () => _prototype.ToAsync.Predict(images)),
    ];

    private ServiceCall[] ByGradients(out Scores scores)
    {
        float[][] features = _gradients.Extract(images);
        scores = _gradientModel.Predict(features);
        return
        [
            new(nameof(GradientFeatures), () => _gradients.ToAsync.Extract(images)),
            new(nameof(GradientModel), () => _gradientModel.ToAsync.Predict(features)),
        ];
    }

    private ServiceCall[] ByProfiles(out Scores scores)
    {
        float[][] features = _profiles.Extract(images);
        scores = _profileModel.Predict(features);
        return
        [
            new(nameof(ProfileFeatures), () => _profiles.ToAsync.Extract(images)),
            new(nameof(ProfileModel), () => _profileModel.ToAsync.Predict(features)),
        ];
    }

    private ServiceCall Ranking(Scores proposals) => new(nameof(Ranker), () => _ranker.ToAsync.Rank(images, proposals));

    private static ServiceCall Blocking(string service, Action run) =>
        new(service, () =>
        {
            run();
            return Task.CompletedTask;
        });
}
