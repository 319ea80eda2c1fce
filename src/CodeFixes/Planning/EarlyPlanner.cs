using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// Makes an <see cref="EarlyPlan"/>, and gives up where it would change the places of two items that must keep them.
/// </summary>
internal sealed class EarlyPlanner
{
    private const int Started = 1;
    private const int Deferred = 2;
    private const int Received = 3;
    private const int After = 4;

    private readonly ParallelGroup _group;
    private readonly StatementList _list;
    private readonly IReadOnlyList<ScheduleItem> _items;

    /// <summary>The starts of the calls, in source order; what follows is by their places.</summary>
    private readonly ScheduleItem[] _starts;
    private readonly SortedSet<int>[] _inputs;
    private readonly List<ScheduleItem>[] _inside;
    private readonly bool[] _isUsedOutside;
    private readonly int[] _functions;

    private readonly HashSet<ScheduleItem> _before = [];
    private readonly Dictionary<ScheduleItem, int> _owners = [];

    private EarlyPlanner(ParallelGroup group, StatementList list, IReadOnlyList<ScheduleItem> items)
    {
        (_group, _list, _items) = (group, list, items);
        _starts = [.. items.Where(static item => item.Start is not null).OrderBy(static item => item.Start!.Node.Index)];
        _inputs = [.. _starts.Select(static _ => new SortedSet<int>())];
        _inside = [.. _starts.Select(static _ => new List<ScheduleItem>())];
        _isUsedOutside = new bool[_starts.Length];
        _functions = [.. _starts.Select(static (_, index) => index)];
    }

    /// <returns>Null where no order of that kind keeps every pair in order that must not change places.</returns>
    public static EarlyPlan? Plan(ParallelGroup group, StatementList list, IReadOnlyList<ScheduleItem> items)
    {
        var planner = new EarlyPlanner(group, list, items);
        if (!planner.Connect())
            return null;
        planner.ConnectOrdered();
        for (int call = 0; call < planner._starts.Length; call++)
            planner._isUsedOutside[call] = planner.IsUsedOutside(call);
        planner.Fold();
        return planner.KeepsOrder() && planner.KeepsScopes() ? planner.Finish() : null;
    }

    private EarlyPlan Finish()
    {
        var calls = new List<EarlyCall>();
        for (int index = 0; index < _starts.Length; index++)
        {
            calls.Add(new()
            {
                Call = CallAt(index),
                Index = index,
                Inputs = [.. _inputs[index].Select(input => calls[input])],
                Inside = [.. _inside[index].OrderBy(static item => item.Statement)],
                IsUsedOutside = _isUsedOutside[index],
                Function = _functions[index],
                IsGuarded = IsGuarded(index),
            });
        }

        var others = _items.Where(item => item.Start is null && !_before.Contains(item) && !_owners.ContainsKey(item))
            .OrderBy(static item => item.Statement).ToArray();
        return new()
        {
            Calls = calls,
            Before = [.. _before.OrderBy(static item => item.Statement)],
            Behind = [.. others.Where(static item => item.IsWritten)],
            Receiving = [.. others.Where(item => item.IsWritten || !item.Awaited.All(call => IsFolded(IndexOf(call))))],
        };
    }

    private ParallelCall CallAt(int index) => _starts[index].Start!;

    private int IndexOf(ParallelCall call) => Array.FindIndex(_starts, start => start.Start == call);

    private bool IsFolded(int call) => _functions[call] != call;

    private bool IsGuarded(int call) => call > 0 && CallAt(call).MayThrowAtOnce;

    private bool IsDeferred(int call) => _inputs[call].Count > 0 || IsFolded(call) || IsGuarded(call);

    /// <summary>
    /// Finds what the calls' arguments are made of: results of others, statements that use them, and statements that do not.
    /// </summary>
    private bool Connect()
    {
        for (int call = 0; call < _starts.Length; call++)
        {
            if (!Connect(call))
                return false;
        }

        return !_inputs.SelectMany(static inputs => inputs)
            .Any(input => CallAt(input) is { IsAssigned: true, Target: ResultTarget.Deconstruction });
    }

    private bool Connect(int call)
    {
        _inputs[call].UnionWith(InputsOf(_starts[call]));
        foreach (var needed in NeededBy(_starts[call]))
        {
            if (!InputsOf(needed).Any())
            {
                _before.Add(needed);
            }
            else if (_list.Statements[needed.Statement] is not LocalDeclarationStatementSyntax declaration
                || SourceStyle.HoldsLongString(declaration))
            {
                return false;
            }
            else if (!_owners.TryGetValue(needed, out int owner))
            {
                _owners.Add(needed, call);
                _inside[call].Add(needed);
            }
            else if (owner != call)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Calls that must wait for others without using their results.</summary>
    private void ConnectOrdered()
    {
        for (int later = 0; later < _starts.Length; later++)
        {
            for (int earlier = later - 1; earlier >= 0; earlier--)
            {
                if (_group.DependsOn(later, earlier) && !Reaches(later, earlier))
                    _inputs[later].Add(earlier);
            }
        }
    }

    private bool Reaches(int later, int earlier) => _inputs[later].Any(input => input == earlier || Reaches(input, earlier));

    private IEnumerable<int> InputsOf(ScheduleItem item)
    {
        var all = Enumerable.Range(0, _starts.Length);
        var inner = item.Start is { } start
            ? all.Where(call => CallAt(call) != start && start.Invocation.Span.Contains(CallAt(call).Await.Span))
            : all.Where(call => item.Awaited.Contains(CallAt(call)));
        var read = _items.TakeWhile(other => other != item)
            .Where(other => other is { Start: null, IsWritten: false } && other.Feeds(item))
            .Select(other => all.First(call => other.Awaited.Contains(CallAt(call))));
        var through = NeededBy(item).SelectMany(InputsOf);
        return inner.Concat(read).Concat(through).Distinct();
    }

    private IEnumerable<ScheduleItem> NeededBy(ScheduleItem item)
    {
        foreach (var earlier in _items.TakeWhile(other => other != item)
            .Where(other => other.IsWritten && other.Conflicts(item) && !IsAround(other, item)))
        {
            yield return earlier;
            foreach (var needed in NeededBy(earlier))
                yield return needed;
        }
    }

    private static bool IsAround(ScheduleItem statement, ScheduleItem item) => item.Start is { } start && statement.Awaited.Contains(start);

    private bool IsUsedOutside(int call) => CallAt(call) switch
    {
        { Target: ResultTarget.Nothing } => false,
        { Target: ResultTarget.Expression } inner => !IsInFunction(inner.Await),
        var other => other.IsAssigned || other.Variables.Any(name => _list.References(name).Any(node => !IsInFunction(node))),
    };

    /// <summary>Whether the node is written in the function of a call that waits for others.</summary>
    private bool IsInFunction(SyntaxNode node) => Enumerable.Range(0, _starts.Length).Any(call => _inputs[call].Count > 0
        && (CallAt(call).Invocation.Span.Contains(node.Span)
            || _inside[call].Any(item => _list.Statements[item.Statement].Span.Contains(node.Span))));

    /// <summary>
    /// Makes a call in the function of the only one that needs it: that keeps the order of failures where the two are neighbours, and
    /// starts nothing later where the other waits for nothing else. Not the first one if its arguments may throw: nothing else may
    /// have been started then.
    /// </summary>
    private void Fold()
    {
        for (int call = _starts.Length - 2; call >= 0; call--)
        {
            int next = call + 1;
            if (!_isUsedOutside[call]
                && _inputs[next].Contains(call)
                && !_inputs.Where((inputs, other) => other != next && inputs.Contains(call)).Any()
                && _inputs[next].All(input => input == call || _inputs[call].Contains(input))
                && (call > 0 || PlainArguments.Are(CallAt(call).Invocation.ArgumentList, CallAt(call).Model)))
            {
                _functions[call] = _functions[next];
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
        if (_before.Contains(item))
            return 0;
        if (FunctionOf(item) is not null)
            return Deferred;
        if (item.Start is not null)
            return Started;
        return item.IsWritten ? After : Received;
    }

    private int? FunctionOf(ScheduleItem item)
    {
        if (_owners.TryGetValue(item, out int owner))
            return _functions[owner];
        return item.Start is { } start && IndexOf(start) is var call && IsDeferred(call) ? _functions[call] : null;
    }

    /// <summary>Whether nothing outside a function names what is declared in it.</summary>
    private bool KeepsScopes() => _owners.Keys.All(item =>
        item.Writes.All(written => _list.References(written.Name).All(IsInFunction)));
}
