using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Digits.Features;
using Digits.Models;
using DigitsWeb.Drawing;
using DigitsWeb.Times;
using Pipeline;

namespace DigitsWeb.Reading;

/// <summary>Reads a digit that somebody has drawn, with five models at the same time.</summary>
[Service]
public sealed partial class DigitReader(
    Draftsman.Proxy draftsman,
    KernelModel.Proxy kernel,
    PerceptronModel.Proxy perceptron,
    PrototypeModel.Proxy prototype,
    GradientFeatures.Proxy gradients,
    GradientModel.Proxy gradientModel,
    ProfileFeatures.Proxy profiles,
    ProfileModel.Proxy profileModel,
    TimeProvider clock)
{
    /// <summary>Reads a drawing. A model that fails or is too late is left out.</summary>
    /// <param name="strokes">The lines that were drawn.</param>
    /// <param name="cancellationToken">Ends the models' work.</param>
    /// <returns>What the models say, together and each by itself.</returns>
    [Api]
    public async Task<DigitReading> ReadAsync([Length(1, 50)] Stroke[] strokes, CancellationToken cancellationToken)
    {
        var line = TimeLine.Current = new TimeLine(clock);
        float[][] images = await draftsman.ToAsync.Draw(strokes, cancellationToken);
        var (byKernel, byPerceptron, byPrototype, byGradients, byProfiles) = await Gather.Settle(
            kernel.ToAsync.Predict(images, cancellationToken),
            perceptron.ToAsync.Predict(images, cancellationToken),
            prototype.ToAsync.Predict(images, cancellationToken),
            ReadGradientsAsync(images, cancellationToken),
            ReadProfilesAsync(images, cancellationToken));
        return DigitReading.Of(
            images[0],
            [
                Opinion.Of(nameof(KernelModel), byKernel),
                Opinion.Of(nameof(PerceptronModel), byPerceptron),
                Opinion.Of(nameof(PrototypeModel), byPrototype),
                Opinion.Of(nameof(GradientModel), byGradients),
                Opinion.Of(nameof(ProfileModel), byProfiles),
            ],
            line);
    }

    /// <summary>Reads a drawing, and answers again whenever another model has.</summary>
    /// <param name="strokes">The lines that were drawn.</param>
    /// <param name="cancellationToken">Ends the models' work.</param>
    /// <returns>What the models have said so far.</returns>
    [Api]
    public async IAsyncEnumerable<DigitReading> WatchAsync(
        [Length(1, 50)] Stroke[] strokes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var line = TimeLine.Current = new TimeLine(clock);
        float[][] images = await draftsman.ToAsync.Draw(strokes, cancellationToken);
        yield return DigitReading.Of(images[0], [], line);

        // An iterator runs in its reader's context from one item to the next: the line is set anew where calls start.
        TimeLine.Current = line;
        Task<Opinion>[] asked =
        [
            AskAsync(nameof(KernelModel), kernel.ToAsync.Predict(images, cancellationToken)),
            AskAsync(nameof(PerceptronModel), perceptron.ToAsync.Predict(images, cancellationToken)),
            AskAsync(nameof(PrototypeModel), prototype.ToAsync.Predict(images, cancellationToken)),
            AskAsync(nameof(GradientModel), ReadGradientsAsync(images, cancellationToken)),
            AskAsync(nameof(ProfileModel), ReadProfilesAsync(images, cancellationToken)),
        ];
        var opinions = new List<Opinion>();
        await foreach (Task<Opinion> opinion in Task.WhenEach(asked))
        {
            opinions.Add(await opinion);
            yield return DigitReading.Of(images[0], [.. opinions], line);
        }
    }

    private static async Task<Opinion> AskAsync(string model, Task<Scores> answer) =>
        Opinion.Of(model, (await Gather.Settle<Scores>([answer]))[0]);

    private async Task<Scores> ReadGradientsAsync(float[][] images, CancellationToken cancellationToken) =>
        await gradientModel.ToAsync.Predict(await gradients.ToAsync.Extract(images, cancellationToken), cancellationToken);

    private async Task<Scores> ReadProfilesAsync(float[][] images, CancellationToken cancellationToken) =>
        await profileModel.ToAsync.Predict(await profiles.ToAsync.Extract(images, cancellationToken), cancellationToken);
}
