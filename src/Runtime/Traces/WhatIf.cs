namespace Pipeline.Traces;

/// <summary>What is changed for <see cref="ApiProfile.WhatIf"/>.</summary>
public sealed class WhatIf
{
    private readonly Dictionary<string, double> _factors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutQueue = new(StringComparer.Ordinal);

    /// <summary>Makes a callee faster, with all that it calls.</summary>
    /// <param name="callee">What is called: <c>Service/Api</c>.</param>
    /// <param name="factor">How many times as fast: 2 for half the time.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above zero.</exception>
    public WhatIf Faster(string callee, double factor)
    {
        ArgumentNullException.ThrowIfNull(callee);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        _factors[callee] = factor;
        return this;
    }

    /// <summary>Gives a callee slots enough: no call of it waits for one.</summary>
    /// <param name="callee">What is called: <c>Service/Api</c>.</param>
    /// <returns>The same object.</returns>
    public WhatIf WithoutQueue(string callee)
    {
        ArgumentNullException.ThrowIfNull(callee);
        _withoutQueue.Add(callee);
        return this;
    }

    internal TimeSpan DurationOf(TracedCall call, TimeSpan duration)
    {
        if (_withoutQueue.Contains(call.Name))
            duration -= call.QueueWait < duration ? call.QueueWait : duration;

        // An attempt is a part of its call, which changes as a whole.
        return call.Attempt is null && _factors.TryGetValue(call.Name, out var factor) ? duration / factor : duration;
    }
}
