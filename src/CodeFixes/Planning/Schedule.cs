using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// A new order of the statements between the first and the last call of a group, in which all calls of one level start together.
/// It is proposed greedily and then held against every pair that must not change places.
/// </summary>
internal sealed class Schedule
{
    private readonly IReadOnlyList<ScheduleItem> _items;
    private readonly HashSet<ParallelCall> _inPlace = [];

    /// <summary>The places of the items in the new order, as far as they have one; several items of one join share it.</summary>
    private readonly Dictionary<ScheduleItem, int> _positions = [];

    private Schedule(IReadOnlyList<ScheduleItem> items) => _items = items;

    /// <summary>What to write, in order: a statement by its place, or the calls of a level that are joined.</summary>
    public List<(int Statement, IReadOnlyList<ParallelCall> Joined)> Steps { get; } = [];

    public static Schedule? Of(ParallelGroup group, IReadOnlyList<StatementSyntax> statements, SemanticModel model)
    {
        if (ScheduleItems.Of(group.Calls, statements, model) is not { } items)
            return null;
        var schedule = new Schedule(items);
        for (int level = 0; level <= group.Levels.Max(); level++)
            schedule.Join([.. group.Calls.Where((_, index) => group.Levels[index] == level)]);
        schedule.PlaceAll(static _ => true);
        return schedule.KeepsOrder() ? schedule : null;
    }

    /// <summary>Writes what the calls need or what stands before them anyway, then starts and joins them.</summary>
    private void Join(IReadOnlyList<ParallelCall> calls)
    {
        int first = calls.Min(static call => call.Statement);
        var needed = new HashSet<ScheduleItem>();
        foreach (var start in _items.Where(item => item.Start is not null && calls.Contains(item.Start)))
            AddNeeded(start, needed);
        PlaceAll(item => item.Statement < first || needed.Contains(item));

        if (calls is [{ Target: ResultTarget.Expression } only])
        {
            _inPlace.Add(only);
            return;
        }

        foreach (var item in _items)
        {
            if (!_positions.ContainsKey(item)
                && (item.Start is { } start ? calls.Contains(start) : !item.IsWritten && item.Awaited.All(calls.Contains)))
                _positions.Add(item, Steps.Count);
        }

        Steps.Add((calls[0].Statement, calls));
    }

    private void AddNeeded(ScheduleItem item, HashSet<ScheduleItem> needed)
    {
        foreach (var earlier in _items.TakeWhile(other => other != item))
        {
            if (!_positions.ContainsKey(earlier) && earlier.Start is null && earlier.Conflicts(item) && needed.Add(earlier))
                AddNeeded(earlier, needed);
        }
    }

    private void PlaceAll(Func<ScheduleItem, bool> condition)
    {
        foreach (var item in _items)
        {
            if (_positions.ContainsKey(item) || !item.IsWritten || !condition(item) || !IsReady(item))
                continue;
            _positions.Add(item, Steps.Count);
            foreach (var start in _items.Where(start =>
                start.Start is { } call && !_positions.ContainsKey(start) && item.Awaited.Contains(call)))
                _positions.Add(start, Steps.Count);
            Steps.Add((item.Statement, []));
        }
    }

    private bool IsReady(ScheduleItem item) =>
        item.Awaited.All(call => _inPlace.Contains(call) || _positions.ContainsKey(_items.Single(start => start.Start == call)))
        && _items.TakeWhile(other => other != item).All(other =>
            _positions.ContainsKey(other) || (other.Start is { } start && item.Awaited.Contains(start)) || !other.Conflicts(item));

    /// <summary>In one join all calls start before any result is received.</summary>
    private bool KeepsOrder()
    {
        for (int later = 0; later < _items.Count; later++)
        {
            if (!_positions.TryGetValue(_items[later], out int last))
                return false;
            for (int earlier = 0; earlier < later; earlier++)
            {
                int first = _positions[_items[earlier]];
                bool kept = first < last || (first == last && _items[earlier].Start is not null);
                if (!kept && _items[earlier].Conflicts(_items[later]))
                    return false;
            }
        }

        return true;
    }
}
