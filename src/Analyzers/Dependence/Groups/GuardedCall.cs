using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Groups;

/// <summary>A call that only a check of an earlier call's result keeps waiting.</summary>
/// <param name="Call">The call that could start before the check.</param>
/// <param name="Earlier">The call whose result is checked.</param>
/// <param name="Guard">The check.</param>
internal sealed record GuardedCall(CallNode Call, CallNode Earlier, NullGuard Guard)
{
    public static IEnumerable<GuardedCall> Find(CallTrace trace)
    {
        foreach (var later in trace.Calls)
        {
            if (later.Wait is not null && later.Call.View is not Calls.CallViews.Sync && Find(trace, later) is { } found)
                yield return found;
        }
    }

    private static GuardedCall? Find(CallTrace trace, CallNode later)
    {
        foreach (var earlier in trace.Calls)
        {
            if (earlier.End >= later.Start || earlier.Wait is null || GuardBetween(trace, earlier, later) is not { } guard)
                continue;
            if (guard.Tests(earlier)
                && guard.SaysNotFound()
                && IsIdle(earlier, later)
                && PairOrder.Of(new(trace, earlier, later) { Passed = guard.Span }) is null
                && !WaitsForOthers(trace, earlier, later))
                return new(later, earlier, guard);
        }

        return null;
    }

    /// <summary>The one check that everything that stands between the two belongs to.</summary>
    private static NullGuard? GuardBetween(CallTrace trace, CallNode earlier, CallNode later)
    {
        var between = trace.Incidents.Where(incident => incident.Step > earlier.End && incident.Step < later.Start).ToArray();
        var guard = between.Select(static incident => NullGuard.Around(incident.Operation))
            .FirstOrDefault(static found => found is not null);
        return guard is not null && between.Any(incident => guard.Span.Contains(incident.Operation.Syntax.Span)) ? guard : null;
    }

    /// <summary>Whether nobody minds that the later call is made although the earlier one found nothing.</summary>
    private static bool IsIdle(CallNode earlier, CallNode later) =>
        !VainCallNames.Decides(NamesOf(earlier)) && !VainCallNames.IsCostly(NamesOf(later))
        && earlier.Invocation.TargetMethod.ReturnType.ResultOrSelf().SpecialType is not Microsoft.CodeAnalysis.SpecialType.System_Boolean;

    private static string[] NamesOf(CallNode call) =>
    [
        call.Invocation.TargetMethod.Name, call.Invocation.TargetMethod.ContainingType.Name,
        call.Invocation.TargetMethod.ReturnType.ResultOrSelf().Name, call.Invocation.TargetMethod.ContainingNamespace.ToDisplayString(),
    ];

    /// <summary>Whether a call behind the check has to end before the call starts.</summary>
    private static bool WaitsForOthers(CallTrace trace, CallNode earlier, CallNode later) => trace.Calls.Any(other =>
        other.Start > earlier.End && other.End < later.Start && PairOrder.Of(new(trace, other, later)) is not null);
}
