using System.Globalization;
using System.Text;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>
/// Runs steps one at a time, on the thread that calls <see cref="TryRunOne"/>: of those that are ready the seed picks one, and when none
/// is, the clock jumps to the next that will be.
/// </summary>
/// <remarks>
/// A step is what lies between two waits of a branch, an item, a source or a call. What the product does in answer, it does inside the
/// step: without a synchronization context, completing a task runs what awaits it before the completing call returns. The exceptions are
/// the few places where the product itself moves to the thread pool. A scenario names them, says where that must lead to, and waits until
/// it has (<see cref="Settle"/>) and no thread is in the midst of it (<see cref="ThreadsAtWork"/>), before the next step is picked. Waits
/// notice a canceled token by being ready early, not by a callback, so that the seed also decides when a cancellation is noticed.
/// </remarks>
internal sealed class VirtualScheduler(int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly object _gate = new();
    private readonly List<Step> _steps = [];
    private readonly List<(long Time, string Step)> _trace = [];
    private int _threadsAtWork;

    public int Seed { get; } = seed;

    public Random Random { get; } = new(seed);

    /// <summary>What is run, for the report of a failure.</summary>
    public object? Scenario { get; set; }

    /// <summary>The time, in ticks of no particular length.</summary>
    public long Now { get; private set; }

    /// <summary>Runs a scenario on this thread.</summary>
    public void Run(Action<VirtualScheduler> scenario) =>
        new ThreadsAtWork(change => Update(() => _threadsAtWork += change)).Watch(() => scenario(this));

    /// <summary>Adds a step that is ready once so many ticks are over or its token is canceled.</summary>
    /// <param name="name">Unique among the steps that wait, so that the same seed finds the same steps in the same order.</param>
    /// <param name="run">The step.</param>
    /// <param name="ticks">How long it waits.</param>
    /// <param name="token">Cuts the wait short.</param>
    public void Post(string name, Action run, long ticks = 0, CancellationToken token = default)
    {
        lock (_gate)
        {
            _steps.Add(new(name, Now + ticks, run, token));
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>To be awaited: what follows is a step of its own.</summary>
    public VirtualWait Wait(string name, long ticks = 0, CancellationToken token = default) => new(this, name, ticks, token);

    /// <summary>Changes what a condition of <see cref="Settle"/> looks at.</summary>
    public void Update(Action change)
    {
        lock (_gate)
        {
            change();
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>
    /// Waits until what the product does on the thread pool has come to where the scenario says it must come, and no thread works on it.
    /// </summary>
    public void Settle(Func<bool> condition)
    {
        lock (_gate)
        {
            while (_threadsAtWork > 0 || !condition())
            {
                if (!Monitor.Wait(_gate, Patience))
                    throw new InvalidOperationException("Something that must happen on the thread pool does not.");
            }
        }
    }

    /// <summary>How many steps wait whose names begin like that.</summary>
    public int CountOf(string prefix)
    {
        lock (_gate)
            return _steps.Count(step => step.Name.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>Runs one step; false where there is none.</summary>
    public bool TryRunOne()
    {
        Step step;
        lock (_gate)
        {
            if (_steps.Count == 0)
                return false;
            if (!_steps.Exists(IsReady))
                Now = _steps.Min(static step => step.Due);
            var ready = _steps.Where(IsReady).OrderBy(static step => step.Name, StringComparer.Ordinal).ToList();
            step = ready[Random.Next(ready.Count)];
            _steps.Remove(step);
            _trace.Add((Now, step.Name));
        }

        step.Run();
        return true;
    }

    /// <summary>Runs all steps, also those that come up meanwhile.</summary>
    /// <param name="check">Called before the first step and after each.</param>
    public void RunToRest(Action check)
    {
        do
            check();
        while (TryRunOne());
    }

    /// <summary>The scenario, and the steps so far by their time.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"{Scenario}");
        foreach (var steps in _trace.GroupBy(static step => step.Time, static step => step.Step))
            text.Append(CultureInfo.InvariantCulture, $"  {steps.Key}: {string.Join(", ", steps)}").AppendLine();
        return text.ToString();
    }

    private bool IsReady(Step step) => step.Due <= Now || step.Token.IsCancellationRequested;

    private sealed record Step(string Name, long Due, Action Run, CancellationToken Token);
}
