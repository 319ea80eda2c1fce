using Digits.Models;
using Pipeline;

namespace Digits.Production;

/// <summary>Two opinions at the same time, one of which takes its time.</summary>
[Service]
public sealed partial class Committee(SleepyModel.Proxy sleepy, KernelModel.Proxy kernel)
{
    /// <summary>Says how likely each picture is each digit.</summary>
    [Api]
    public async Task<Scores> ScoreAsync(float[][] images, CancellationToken cancellationToken)
    {
        var (first, second) = await Gather.All(
            sleepy.ToAsync.Predict(images, cancellationToken),
            kernel.ToAsync.Predict(images, cancellationToken));
        return Scores.Mean(first, second);
    }
}
