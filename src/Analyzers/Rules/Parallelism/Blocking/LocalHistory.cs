using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>What happens to a local variable around one use of it.</summary>
internal sealed class LocalHistory
{
    private readonly ILocalReferenceOperation _use;
    private readonly IOperation _root;
    private readonly List<IOperation> _writes = [];
    private readonly List<ILocalReferenceOperation> _mentions = [];

    private LocalHistory(ILocalReferenceOperation use, IOperation root) => (_use, _root) = (use, root);

    /// <summary>The values written to it, in source order.</summary>
    public IReadOnlyList<IOperation> Writes => _writes;

    /// <summary>The value written last before the use, in source order.</summary>
    public IOperation? LastWrite => _writes.FindLast(write => write.Syntax.SpanStart < _use.Syntax.SpanStart);

    public static LocalHistory Of(ILocalReferenceOperation use)
    {
        var root = (IOperation)use;
        while (root.Parent is { } parent)
            root = parent;
        var history = new LocalHistory(use, root);
        foreach (var operation in root.Descendants())
            history.Add(operation);
        return history;
    }

    /// <summary>Whether anything but the use can have looked at the variable after that write and before the use.</summary>
    public bool IsMentionedSince(IOperation write)
    {
        if (_mentions.Count == 0)
            return false;
        if (!RunsInSourceOrder(write))
            return true;
        var loop = _use.Syntax.Ancestors().LastOrDefault(node => node.IsLoop() && !node.Span.Contains(write.Syntax.Span));
        int end = loop?.Span.End ?? _use.Syntax.SpanStart;
        return _mentions.Any(mention => mention.Syntax.SpanStart > write.Syntax.SpanStart && mention.Syntax.SpanStart < end);
    }

    /// <summary>Whether the write, the use and all between them run in the order they are written in.</summary>
    private bool RunsInSourceOrder(IOperation write)
    {
        var function = EnclosingFunction.BodyAround(_use);
        return EnclosingFunction.BodyAround(write) == function
            && _mentions.TrueForAll(mention => EnclosingFunction.BodyAround(mention) == function)
            && !_root.Descendants().Any(static operation => operation is IBranchOperation { BranchKind: BranchKind.GoTo });
    }

    private void Add(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when IsSame(declarator.Symbol):
                _writes.Add(value);
                break;
            case ILocalReferenceOperation { Parent: ISimpleAssignmentOperation assignment } target
                when IsSame(target.Local) && assignment.Target == target:
                _writes.Add(assignment.Value);
                break;
            case ILocalReferenceOperation mention when mention != _use && IsSame(mention.Local):
                _mentions.Add(mention);
                break;
        }
    }

    private bool IsSame(ILocalSymbol local) => SymbolEqualityComparer.Default.Equals(local, _use.Local);
}
