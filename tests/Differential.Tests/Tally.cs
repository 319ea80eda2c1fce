using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>How much has been proved.</summary>
internal sealed class Tally
{
    private readonly List<FixedBody> _bodies = [];
    private readonly List<(BodySource Body, string Failure)> _failures = [];

    public IReadOnlyList<(BodySource Body, string Failure)> Failures => _failures;

    public int Reported => _bodies.Count(body => body.Reports.Count > 0);

    public int Changed => _bodies.Count(body => body.IsChanged);

    public void Add(IEnumerable<(FixedBody Body, string? Failure)> results)
    {
        foreach (var (body, failure) in results)
        {
            _bodies.Add(body);
            if (failure is not null)
                _failures.Add((body.Original, failure));
        }
    }

    public override string ToString() => $"""
        {_bodies.Count} bodies, {Reported} with reports, {Changed} changed, {_failures.Count} with differences
        reports: {Count(_bodies.SelectMany(body => body.Reports))}
        actions: {Count(_bodies.SelectMany(body => body.Actions))}
        """;

    private static string Count(IEnumerable<string> names) =>
        string.Join(", ", names.CountBy(name => name).OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"));
}
