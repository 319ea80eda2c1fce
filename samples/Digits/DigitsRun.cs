using System.Diagnostics;
using Digits.Data;
using Digits.Measuring;
using Digits.Models;
using Digits.Production;
using Digits.Report;
using Pipeline;

namespace Digits;

/// <summary>Starts the composition, judges its models and measures its patterns.</summary>
public static class DigitsRun
{
    private const int TrainedModels = 6;
    private const double LeastCallMs = 12;

    /// <summary>Runs everything; progress goes to <paramref name="progress"/>.</summary>
    public static async Task<DigitsReport> RunAsync(int rounds, TextWriter progress, CancellationToken cancellationToken)
    {
        var digits = DigitSet.Load();
        await using PipelineApp app = await StartAsync(digits, progress, cancellationToken);
        int copies = Calibrate(app.GetProxy<PerceptronModel.Proxy>(), digits.HeldOut);
        LabelledImages batch = digits.HeldOut.Repeat(copies);
        var patterns = new DigitPatterns(app, batch.Pixels);
        var results = await new PatternMeasurement(batch, progress).MeasureAsync(patterns.All, rounds, cancellationToken);
        var outdated = await Gather.Settle<Scores>([app.GetProxy<OutdatedModel.Proxy>().ToAsync.Predict(digits.HeldOut.Pixels, cancellationToken)]);
        return new DigitsReport(digits, Environment.ProcessorCount, copies, Judge(app, digits.HeldOut), results, outdated[0].Exception!.Message);
    }

    /// <summary>Starts the composition, which trains its models.</summary>
    public static Task<PipelineApp> StartAsync(
        DigitSet digits, TextWriter progress, CancellationToken cancellationToken, Action<PipelineAppBuilder>? configure = null) =>
        PipelineApp.StartAsync<Ensemble>(
            builder =>
            {
                builder.AddTraining(digits, progress, TrainedModels);
                configure?.Invoke(builder);
            },
            cancellationToken);

    private static ModelAccuracy[] Judge(PipelineApp app, LabelledImages images)
    {
        var gradients = app.GetProxy<Features.GradientFeatures.Proxy>().Extract(images.Pixels);
        var profiles = app.GetProxy<Features.ProfileFeatures.Proxy>().Extract(images.Pixels);
        return
        [
            new(nameof(KernelModel), Accuracy(app.GetProxy<KernelModel.Proxy>().Predict(images.Pixels)), IsMember: true),
            new(nameof(PerceptronModel), Accuracy(app.GetProxy<PerceptronModel.Proxy>().Predict(images.Pixels)), IsMember: true),
            new(nameof(PrototypeModel), Accuracy(app.GetProxy<PrototypeModel.Proxy>().Predict(images.Pixels)), IsMember: true),
            new(nameof(GradientModel), Accuracy(app.GetProxy<GradientModel.Proxy>().Predict(gradients)), IsMember: false),
            new(nameof(ProfileModel), Accuracy(app.GetProxy<ProfileModel.Proxy>().Predict(profiles)), IsMember: false),
        ];

        double Accuracy(Scores scores) => images.Accuracy(scores.Digits());
    }

    /// <summary>How many copies of the pictures make even the cheapest model work long enough for the law to show.</summary>
    private static int Calibrate(PerceptronModel.Proxy cheapest, LabelledImages images)
    {
        int copies = 1;
        while (Fastest(() => cheapest.Predict(images.Repeat(copies).Pixels)) < LeastCallMs)
            copies *= 2;
        return copies;
    }

    private static double Fastest(Action call) => Enumerable.Range(0, 5).Min(_ =>
    {
        long start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    });
}
