using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// Which calls of a group start right away and which wait for what, where the statements between them go, and whether that keeps
/// every pair in order that must not change places.
/// </summary>
internal sealed class EarlyPlan
{
    private const int Started = 1;
    private const int Deferred = 2;
    private const int Received = 3;
    private const int After = 4;

    private readonly IReadOnlyList<ScheduleItem> _items;
    private readonly IReadOnlyList<StatementSyntax> _statements;
    private readonly Dictionary<ScheduleItem, EarlyCall> _owners = [];

    private EarlyPlan(IReadOnlyList<ScheduleItem> items, IReadOnlyList<StatementSyntax> statements)
    {
        (_items, _statements) = (items, statements);
        Calls = [.. items.Where(static item => item.Start is not null).Select(static item => new EarlyCall(item.Start!, item)).OrderBy(static call => call.Call.Node.Index)];
    }

    /// <summary>The calls in source order.</summary>
    public IReadOnlyList<EarlyCall> Calls { get; }

    /// <summary>The statements that must come before the first call starts.</summary>
    public HashSet<ScheduleItem> Before { get; } = [];

    /// <summary>The statements behind the join.</summary>
    public IEnumerable<ScheduleItem> Behind => _items.Where(item => item.IsWritten && !Before.Contains(item) && !_owners.ContainsKey(item));

    /// <summary>Whether the statement is written in a local function, not among the others.</summary>
    public bool IsInFunction(ScheduleItem item) =>
        _owners.ContainsKey(item)
            || (!item.IsWritten && item.Awaited.All(call => Calls.First(other => other.Call == call).Consumer is not null));

    public static EarlyPlan? Of(ParallelGroup group, StatementList list, IReadOnlyList<ScheduleItem> items)
    {
        var plan = new EarlyPlan(items, list.Statements);
        if (!plan.Calls.All(plan.Connect)
            || plan.Calls.Any(static call => call.Inputs.Any(static input => input.Call is { IsAssigned: true, Target: ResultTarget.Deconstruction })))
            return null;
        plan.ConnectOrdered(group);
        foreach (var call in plan.Calls)
            call.IsUsedOutside = plan.IsUsedOutside(call, list);
        foreach (var call in plan.Calls.Skip(1))
            call.IsGuarded = call.Call.MayThrowAtOnce;
        plan.Fold();
        return plan.KeepsOrder() && plan.KeepsScopes(list) ? plan : null;
    }

    /// <summary>
    /// Finds what the call's arguments are made of: results of others, statements that use them, and statements that do not.
    /// </summary>
    private bool Connect(EarlyCall call)
    {
        call.Inputs.UnionWith(InputsOf(call.Start));
        foreach (var needed in NeededBy(call.Start))
        {
            if (!InputsOf(needed).Any())
                Before.Add(needed);
            else if (_statements[needed.Statement] is not LocalDeclarationStatementSyntax
                || SourceStyle.HoldsLongString(_statements[needed.Statement]))
                return false;
            else if (!_owners.TryGetValue(needed, out var owner))
                Move(needed, call);
            else if (owner != call)
                return false;
        }

        call.Inside.Sort(static (left, right) => left.Statement.CompareTo(right.Statement));
        return true;
    }

    private void Move(ScheduleItem statement, EarlyCall call)
    {
        call.Inside.Add(statement);
        _owners.Add(statement, call);
    }

    /// <summary>Calls that must wait for others without using their results.</summary>
    private void ConnectOrdered(ParallelGroup group)
    {
        for (int later = 0; later < Calls.Count; later++)
        {
            for (int earlier = later - 1; earlier >= 0; earlier--)
            {
                if (group.DependsOn(later, earlier) && !Reaches(Calls[later], Calls[earlier]))
                    Calls[later].Inputs.Add(Calls[earlier]);
            }
        }
    }

    private static bool Reaches(EarlyCall later, EarlyCall earlier) =>
        later.Inputs.Any(input => input == earlier || Reaches(input, earlier));

    private IEnumerable<EarlyCall> InputsOf(ScheduleItem item)
    {
        var inner = item.Start is { } start
            ? Calls.Where(call => call.Call != start && start.Invocation.Span.Contains(call.Call.Await.Span))
            : Calls.Where(call => item.Awaited.Contains(call.Call));
        var read = _items.TakeWhile(other => other != item)
            .Where(other => other is { Start: null, IsWritten: false } && other.Feeds(item))
            .Select(other => Calls.First(call => other.Awaited.Contains(call.Call)));
        var through = NeededBy(item).SelectMany(InputsOf);
        return inner.Concat(read).Concat(through).Distinct();
    }

    private IEnumerable<ScheduleItem> NeededBy(ScheduleItem item)
    {
        foreach (var earlier in _items.TakeWhile(other => other != item).Where(other => other.IsWritten
                && other.Conflicts(item)
                && !IsAround(other, item)))
        {
            yield return earlier;
            foreach (var needed in NeededBy(earlier))
                yield return needed;
        }
    }

    private static bool IsAround(ScheduleItem statement, ScheduleItem item) => item.Start is { } start && statement.Awaited.Contains(start);

    private bool IsUsedOutside(EarlyCall call, StatementList list) => call.Call.Target switch
    {
        ResultTarget.Nothing => false,
        ResultTarget.Expression => !IsDeferred(call.Call.Await),
        _ => call.Call.IsAssigned || call.Call.Variables.Any(name => list.References(name).Any(reference => !IsDeferred(reference))),
    };

    private bool IsDeferred(SyntaxNode node) =>
        Calls.Any(call => call.Inputs.Count > 0
            && (call.Call.Invocation.Span.Contains(node.Span)
                || call.Inside.Any(item => _statements[item.Statement].Span.Contains(node.Span))));

    /// <summary>
    /// Makes a call in the function of the only one that needs it: that keeps the order of failures where the two are neighbours, and
    /// starts nothing later where the other waits for nothing else. Not the first one if its arguments may throw: nothing else may
    /// have been started then.
    /// </summary>
    private void Fold()
    {
        for (int index = 0; index + 1 < Calls.Count; index++)
        {
            var (call, next) = (Calls[index], Calls[index + 1]);
            if (!call.IsUsedOutside
                && next.Inputs.Contains(call)
                && !Calls.Any(other => other != next && other.Inputs.Contains(call))
                && next.Inputs.All(input => input == call || call.Inputs.Contains(input))
                && (index > 0 || PlainArguments.Are(call.Call.Invocation.ArgumentList, call.Call.Model)))
            {
                call.Consumer = next;
            }
        }
    }

    private bool KeepsOrder()
    {
        for (int later = 0; later < _items.Count; later++)
        {
            for (int earlier = 0; earlier < later; earlier++)
            {
                if (_items[earlier].Conflicts(_items[later]) && !IsKept(_items[earlier], _items[later]))
                    return false;
            }
        }

        return true;
    }

    private bool IsKept(ScheduleItem earlier, ScheduleItem later)
    {
        var (first, second) = (PhaseOf(earlier), PhaseOf(later));
        if (first < second || (first == second && first is 0 or After))
            return true;
        return second == Deferred
            && (FunctionOf(earlier) == FunctionOf(later)
                || (first == Received && !later.Feeds(earlier) && !later.Writes.Any(earlier.Writes.Contains)));
    }

    private int PhaseOf(ScheduleItem item)
    {
        if (Before.Contains(item))
            return 0;
        if (FunctionOf(item) is not null)
            return Deferred;
        if (item.Start is not null)
            return Started;
        return item.IsWritten ? After : Received;
    }

    private EarlyCall? FunctionOf(ScheduleItem item)
    {
        if (_owners.TryGetValue(item, out var owner))
            return owner.Function;
        return item.Start is { } start && Calls.First(call => call.Call == start) is { IsDeferred: true } call ? call.Function : null;
    }

    /// <summary>Whether nothing outside a function names what is declared in it.</summary>
    private bool KeepsScopes(StatementList list) => _owners.Keys.All(item =>
        item.Writes.All(written => list.References(written.Name).All(IsDeferred)));
}
