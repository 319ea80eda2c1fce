namespace Pipeline;

/// <summary>A race with one winner.</summary>
internal readonly struct FirstBranch<T>(Race<T> race) : IBranches<T>
{
    /// <inheritdoc/>
    public bool Succeeded => race.Succeeded;

    /// <inheritdoc/>
    public T Results => race.Results[0];

    /// <inheritdoc/>
    public IReadOnlyList<Exception> Failures => race.Failures;

    /// <inheritdoc/>
    public Task? NextPending() => race.NextPending();
}
