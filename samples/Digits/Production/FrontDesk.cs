using Digits.Models;
using Pipeline;

namespace Digits.Production;

/// <summary>Where a customer calls. Configuration says how long the customer waits; no other service here has heard of that.</summary>
[Service]
public sealed partial class FrontDesk(Committee.Proxy committee)
{
    /// <summary>The digit of each picture.</summary>
    [Api]
    public async Task<int[]> ReadAsync(float[][] images, CancellationToken cancellationToken)
    {
        Scores scores = await committee.ToAsync.Score(images, cancellationToken);
        return scores.Digits();
    }
}
