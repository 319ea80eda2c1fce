namespace Pipeline.Soak.Calls;

/// <summary>The limits and the times of one schedule.</summary>
/// <param name="Concurrency">How many calls may run.</param>
/// <param name="QueueLimit">How many may wait.</param>
/// <param name="HeldTimeout">The time of a call, in milliseconds, or null.</param>
/// <param name="HolderTimeout">The time of a call that comes through the other service, or null.</param>
internal sealed record CallSize(int Concurrency, int QueueLimit, int? HeldTimeout, int? HolderTimeout)
{
    // Calls come at even milliseconds, so that no two deadlines fall together.
    public static CallSize MakeUp(Random random) =>
        new(random.Next(1, 4), random.Next(4), random.Next(3) > 0 ? 20 : null, random.Next(3) > 0 ? 13 : null);

    /// <summary>The time of a call: of two that hold, the earlier.</summary>
    public int? TimeoutOf(HeldCallKind kind) =>
        kind is HeldCallKind.Pass or HeldCallKind.PassBlindly ? HolderTimeout ?? HeldTimeout : HeldTimeout;

    public IEnumerable<(string Key, string Value)> Configuration()
    {
        yield return ("Held:Concurrency", $"{Concurrency}");
        yield return ("Held:QueueLimit", $"{QueueLimit}");
        if (HeldTimeout is { } held)
            yield return ("Held:Timeout", $"{held}ms");
        if (HolderTimeout is { } holder)
            yield return ("Holder:Timeout", $"{holder}ms");
    }
}
