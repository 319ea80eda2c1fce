using Digits.Models;
using Pipeline;

namespace Digits.Production;

/// <summary>The kernel model on a machine that has to wake up first, which takes minutes.</summary>
[Service]
public sealed partial class SleepyModel(KernelModel.Proxy kernel, Nap nap)
{
    /// <summary>Says how likely each picture is each digit.</summary>
    [Api]
    public async Task<Scores> PredictAsync(float[][] images, CancellationToken cancellationToken)
    {
        await nap.SleepAsync(cancellationToken);
        return await kernel.ToAsync.Predict(images, cancellationToken);
    }
}
