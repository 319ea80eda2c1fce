using System.Collections.Immutable;
using Pipeline.Soak.Services;

namespace Pipeline.Soak.Expecting;

/// <summary>
/// What may come out of a call that its caller does not give up, unless it is too late or turned away: one of these values, or the failure
/// of one of these services for one of these tickets.
/// </summary>
public sealed record Expectation
{
    /// <summary>Several where it depends on timing or on outcomes that are settled; none if the call must fail.</summary>
    public ImmutableHashSet<long> Values { get; private init; } = [];

    /// <summary>Several where it depends on timing which comes out; none if the call must succeed.</summary>
    public ImmutableHashSet<(string Service, Ticket Ticket)> Failures { get; private init; } = [];

    /// <summary>Failures that come out of a call only if it is given up before it is tried again.</summary>
    public ImmutableHashSet<(string Service, Ticket Ticket)> FailuresAtFirst { get; private init; } = [];

    /// <summary>The work of a service that calls no other.</summary>
    public static Expectation Work(string service, Ticket ticket) => Services.Work.Fails(service, ticket)
        ? Failure(service, ticket)
        : Value(Services.Work.Value(service, ticket));

    public static Expectation Value(long value) => new() { Values = [value] };

    public static Expectation Failure(string service, Ticket ticket) => new() { Failures = [(service, ticket)] };

    /// <summary>The sum of calls that must all succeed.</summary>
    public static Expectation Sum(params IEnumerable<Expectation> calls) => calls.Aggregate(
        Value(0),
        static (sum, call) => sum.FailingAs(call) with
        {
            Values = [.. sum.Values.SelectMany(value => call.Values.Select(other => unchecked(value + other)))],
        });

    /// <summary>The first of calls to succeed.</summary>
    public static Expectation First(params IEnumerable<Expectation> calls) =>
        calls.Aggregate(static (either, call) => either.FailingAs(call) with { Values = either.Values.Union(call.Values) });

    /// <summary>The sum of any two of three calls.</summary>
    public static Expectation TwoOf(Expectation first, Expectation second, Expectation third) =>
        First(Sum(first, second), Sum(first, third), Sum(second, third));

    /// <summary>Any failure, or a disturbance, replaced by a value.</summary>
    public Expectation Or(long substitute) => new() { Values = Values.Add(substitute) };

    /// <summary>The same after a failure that is not to come out.</summary>
    public Expectation After(string service, Ticket ticket) => this with { FailuresAtFirst = [(service, ticket)] };

    private Expectation FailingAs(Expectation other) => new()
    {
        Failures = Failures.Union(other.Failures),
        FailuresAtFirst = FailuresAtFirst.Union(other.FailuresAtFirst),
    };
}
