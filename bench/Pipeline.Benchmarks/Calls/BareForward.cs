namespace Pipeline.Benchmarks.Calls;

/// <summary>The floor: one virtual call and a null check.</summary>
public sealed class BareForward(Target? target) : Forward
{
    /// <inheritdoc/>
    public override int Add(int value) => target is null ? throw new InvalidOperationException() : target.Add(value);

    /// <inheritdoc/>
    public override Task<int> AddLater(int value, bool suspends, CancellationToken cancellationToken) =>
        target is null ? throw new InvalidOperationException() : target.AddLaterAsync(value, suspends, cancellationToken);
}
