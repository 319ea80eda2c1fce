using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>What the source says of the calls of <c>R/Run</c>.</summary>
internal static class KnownCalls
{
    /// <param name="calls">The services it calls, each with the places of the calls that it needs.</param>
    public static CallDependences Of(params (string Service, int[] Needs)[] calls) => new([Api(calls)]);

    public static ApiDependences Api(params (string Service, int[] Needs)[] calls) => new()
    {
        Name = "R/Run",
        Calls =
        [
            .. calls.Index().Select(one => new DependentCall
            {
                Callee = $"{one.Item.Service}/Run",
                Ordinal = calls.Take(one.Index).Count(before => before.Service == one.Item.Service),
                Needs = one.Item.Needs,
                File = "R.cs",
                Line = 7 + one.Index,
            }),
        ],
    };
}
