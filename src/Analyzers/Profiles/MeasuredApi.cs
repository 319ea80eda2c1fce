namespace Pipeline.Analyzers.Profiles;

/// <summary>What was measured of the runs of an API. Times are milliseconds, medians.</summary>
/// <param name="Name">The API: <c>Service/Api</c>.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Own">How long none of the services that it calls ran.</param>
/// <param name="Callees">What it called.</param>
internal sealed record MeasuredApi(string Name, double Time, double Own, IReadOnlyDictionary<string, MeasuredCallee> Callees);

/// <summary>What was measured of the calls of one callee.</summary>
/// <param name="Calls">How many there were for a run of the caller, on average.</param>
/// <param name="Time">How long one took.</param>
internal readonly record struct MeasuredCallee(double Calls, double Time);
