using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Pipeline.Soak.Load;

/// <summary>How many calls ended in which way, by route. Thread-safe.</summary>
internal sealed class Tally
{
    private static readonly CallEnd[] Ends = Enum.GetValues<CallEnd>();

    private readonly ConcurrentDictionary<(string Route, CallEnd End), long> _calls = [];
    private long _total;

    public long Total => Interlocked.Read(ref _total);

    public void Count(string route, CallEnd end)
    {
        _calls.AddOrUpdate((route, end), 1, static (_, count) => count + 1);
        Interlocked.Increment(ref _total);
    }

    /// <summary>A table.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Line("", Ends.Select(static end => $"{end}")));
        foreach (var route in _calls.Keys.Select(static call => call.Route).Distinct().Order(StringComparer.Ordinal))
            text.Append(Line(route, Ends.Select(end => Number(_calls.GetValueOrDefault((route, end))))));
        text.Append(Line("all", Ends.Select(end => Number(_calls.Where(call => call.Key.End == end).Sum(static call => call.Value)))));
        return text.ToString();
    }

    private static string Line(string head, IEnumerable<string> cells) =>
        $"{head,-24}{string.Concat(cells.Select(static cell => $"{cell,12}"))}{Environment.NewLine}";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
