using Digits.Models;
using Pipeline;

namespace Digits.Production;

/// <summary>Reads pictures for everybody who calls. Configuration says how many calls it runs, and how many may wait.</summary>
[Service]
public sealed partial class ReadingDesk(KernelModel.Proxy kernel, RushHour rush)
{
    /// <summary>The digit of each picture.</summary>
    [Api]
    public async Task<int[]> ReadAsync(float[][] images, CancellationToken cancellationToken)
    {
        Scores scores = await rush.RunAsync(() => kernel.ToAsync.Predict(images, cancellationToken), cancellationToken);
        return scores.Digits();
    }
}
