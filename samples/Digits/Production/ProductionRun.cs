using Digits.Data;

namespace Digits.Production;

/// <summary>Shows what holds for a model in production, each time with a composition of its own.</summary>
/// <param name="Limits">Whether to show a limit.</param>
/// <param name="Deadline">Whether to show a deadline.</param>
/// <param name="Flaky">Whether to show retries.</param>
public sealed record ProductionRun(bool Limits, bool Deadline, bool Flaky)
{
    /// <summary>Whether there is anything to show.</summary>
    public bool IsAny => Limits || Deadline || Flaky;

    /// <summary>Runs what is chosen, one after another; progress goes to <paramref name="progress"/>.</summary>
    public async Task<ProductionReport> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var digits = DigitSet.Load();
        return new ProductionReport(
            Limits ? await LimitsDemonstration.RunAsync(digits, progress, cancellationToken) : null,
            Deadline ? await DeadlineDemonstration.RunAsync(digits, progress, cancellationToken) : null,
            Flaky ? await FlakyDemonstration.RunAsync(digits, progress, cancellationToken) : null);
    }
}
