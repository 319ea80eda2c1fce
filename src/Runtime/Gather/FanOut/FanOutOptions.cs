namespace Pipeline;

/// <summary>How <see cref="Gather"/> goes over items.</summary>
internal readonly record struct FanOutOptions(int MaxConcurrency, IProgress<int>? Progress, CancellationToken CancellationToken)
{
    /// <summary>The options as a caller gives them, the processor count in place of no concurrency.</summary>
    public static FanOutOptions Of(int? maxConcurrency, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        if (maxConcurrency is { } count)
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count, nameof(maxConcurrency));
        return new(maxConcurrency ?? Environment.ProcessorCount, progress, cancellationToken);
    }
}
