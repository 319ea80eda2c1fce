namespace Pipeline.Traces;

/// <summary>What is changed for <see cref="PipelineTraces.WhatIf"/> and <see cref="ApiProfile.WhatIf"/>. Not thread-safe.</summary>
public sealed class WhatIf
{
    private readonly Dictionary<string, double> _factors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _hitRates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutQueue = new(StringComparer.Ordinal);
    private readonly HashSet<string> _together = new(StringComparer.Ordinal);
    private readonly HashSet<(string Caller, string First, string Second)> _pairs = [];

    /// <summary>How many calls can compute at a time; null for any number.</summary>
    internal int? Processors { get; private set; }

    /// <summary>The slots that are changed.</summary>
    internal IReadOnlyDictionary<string, int> Slots => _slots;

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

    /// <summary>
    /// Gives a service, or one of its APIs, another number of slots: for a service, instances × concurrency. Calls that hold one keep it
    /// from those of other requests, so it takes all requests of a time to answer: ask <see cref="PipelineTraces.WhatIf"/>. Streams wait as
    /// long as they did: <see cref="WhatIfAnswer.QueuesAsMeasured"/> names them.
    /// </summary>
    /// <param name="name">The service, or <c>Service.Api</c> for the slots of one API, as <c>pipeline.slots</c> names them.</param>
    /// <param name="count">How many.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero.</exception>
    public WhatIf WithSlots(string name, int count)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _slots[name] = count;
        return this;
    }

    /// <summary>
    /// Has an API make two calls together that it makes one directly after the other. What it does between them comes first.
    /// </summary>
    /// <param name="caller">The API: <c>Service/Api</c>.</param>
    /// <param name="first">What is called first: <c>Service/Api</c>.</param>
    /// <param name="second">What is called next.</param>
    /// <returns>The same object.</returns>
    public WhatIf Together(string caller, string first, string second)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        _pairs.Add((caller, first, second));
        return this;
    }

    /// <summary>
    /// Has an API make each of its calls as soon as those have ended that it needs. Changes nothing where it is not known which these are.
    /// </summary>
    /// <param name="caller">The API: <c>Service/Api</c>.</param>
    /// <returns>The same object.</returns>
    public WhatIf Together(string caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        _together.Add(caller);
        return this;
    }

    /// <summary>
    /// Takes all that calls do themselves to be computing, of which so many can do at a time: what a change is worth at least. Without it,
    /// calls are taken to need as long together as alone, which those do that wait for others: what it is worth at most. Spans do not say
    /// which of the two a call does.
    /// </summary>
    /// <param name="count">How many: those of the process, as <see cref="Environment.ProcessorCount"/> says.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above zero.</exception>
    public WhatIf WithProcessors(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Processors = count;
        return this;
    }

    /// <summary>
    /// Answers a part of the calls of a callee from a cache: these take no time and no slot, and call nothing. A stream is answered from it
    /// as a whole.
    /// </summary>
    /// <param name="callee">What is called: <c>Service/Api</c>.</param>
    /// <param name="hitRate">The part: 0 to 1.</param>
    /// <returns>The same object.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above 1.</exception>
    public WhatIf Cached(string callee, double hitRate)
    {
        ArgumentNullException.ThrowIfNull(callee);
        if (hitRate is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(hitRate), hitRate, "A hit rate is between 0 and 1.");
        _hitRates[callee] = hitRate;
        return this;
    }

    /// <summary>How long the parts of a call of the callee take, against what they took.</summary>
    internal double ScaleOf(string callee) => _factors.TryGetValue(callee, out var factor) ? 1 / factor : 1;

    internal double HitRateOf(string callee) => _hitRates.GetValueOrDefault(callee);

    internal bool IsWithoutQueue(string callee) => _withoutQueue.Contains(callee);

    internal bool RunsAllTogether(string caller) => _together.Contains(caller);

    internal bool RunsTogether(string caller, CallGroup first, CallGroup second) => _pairs.Any(pair => pair.Caller == caller
        && first.Calls.Any(call => call.Name == pair.First) && second.Calls.Any(call => call.Name == pair.Second));
}
