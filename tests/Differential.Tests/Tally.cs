using Pipeline.Differential.Fixing;

namespace Pipeline.Differential;

/// <summary>How much has been proved.</summary>
internal sealed class Tally
{
    private readonly List<Failure> _failures = [];
    private readonly Dictionary<string, int> _reports = [];
    private readonly Dictionary<string, int> _actions = [];
    private readonly Dictionary<string, int> _left = [];
    private int _reported;
    private int _changed;

    public IReadOnlyList<Failure> Failures => _failures;

    public int Bodies { get; private set; }

    /// <summary>How many bodies a fix was applied to.</summary>
    public int Changed => _changed;

    public void Add(IEnumerable<(FixedBody Body, string? Failure)> results)
    {
        foreach (var same in results.GroupBy(result => result.Body.Original))
        {
            Bodies++;
            _reported += same.Any(result => result.Body.Reports.Count > 0) ? 1 : 0;
            _changed += same.Any(result => result.Body.IsChanged) ? 1 : 0;
            Count(_reports, same.First().Body.Reports);
            foreach (var (body, failure) in same)
            {
                Count(_actions, body.Actions.Select(action => $"{body.Strategy}: {action}"));
                Count(_left, body.Left.Select(id => $"{body.Strategy}: {id}"));
                if (failure is not null)
                    _failures.Add(new Failure(body.Original, body.Strategy, failure));
            }
        }
    }

    public override string ToString() =>
        $"{Bodies} bodies, {_reported} with reports, {_changed} changed, {_failures.Count} differences\nreports: {List(_reports)}\nactions: {List(_actions)}\nleft: {List(_left)}";

    private static void Count(Dictionary<string, int> counts, IEnumerable<string> names)
    {
        foreach (var name in names)
            counts[name] = counts.GetValueOrDefault(name) + 1;
    }

    private static string List(Dictionary<string, int> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
