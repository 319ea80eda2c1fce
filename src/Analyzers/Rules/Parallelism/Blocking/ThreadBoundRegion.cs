using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>
/// Where code must stay on its thread: it holds a lock that belongs to the thread, or a scope that does not follow an await.
/// </summary>
internal static class ThreadBoundRegion
{
    private static readonly HashSet<string> LockTypes = new(StringComparer.Ordinal)
    {
        "System.Threading.Monitor", "System.Threading.ReaderWriterLockSlim", "System.Threading.ReaderWriterLock", "System.Threading.Mutex",
        "System.Threading.Lock", "System.Threading.SpinLock",
    };

    public static bool IsAround(IOperation operation)
    {
        var function = EnclosingFunction.BodyAround(operation);
        return HoldsLock(operation, function) || IsInDisposable(operation);
    }

    /// <summary>Whether a lock was taken before, and is not known to be released by then.</summary>
    private static bool HoldsLock(IOperation operation, IOperation function)
    {
        var calls = function.Descendants().OfType<IInvocationOperation>()
            .Where(call => call.Syntax.Span.End <= operation.Syntax.SpanStart && EnclosingFunction.BodyAround(call) == function)
            .ToArray();
        return calls.Where(IsEnter).Any(enter => !calls.Any(exit =>
            exit.Syntax.SpanStart > enter.Syntax.SpanStart && IsExit(exit) && LockOf(exit) == LockOf(enter)));
    }

    private static bool IsEnter(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "WaitOne", ContainingType: var type } => IsMutex(call.Instance?.Type as INamedTypeSymbol ?? type),
        { Name: "EnterScope" } => false,
        { Name: var name, ContainingType: var type } =>
            IsLock(type) && (Begins(name, "Enter") || Begins(name, "TryEnter") || Begins(name, "Acquire")),
    };

    private static bool IsExit(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "ReleaseMutex" } => true,
        { Name: var name, ContainingType: var type } => IsLock(type) && (Begins(name, "Exit") || Begins(name, "Release")),
    };

    /// <summary>What is locked, in the words of the code.</summary>
    private static string LockOf(IInvocationOperation call) =>
        (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Syntax.ToString() ?? "";

    private static bool IsLock(ITypeSymbol? type) => type is not null && LockTypes.Contains(type.ToDisplayString());

    private static bool IsMutex(INamedTypeSymbol type) => type.HasFullName("System.Threading.Mutex");

    private static bool Begins(string name, string verb) => name.StartsWith(verb, StringComparison.Ordinal);

    /// <summary>Whether what is disposed of behind the operation holds a lock, or is a transaction of the thread.</summary>
    private static bool IsInDisposable(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent && EnclosingFunction.Of(child) is null; child = parent)
        {
            IEnumerable<IOperation> resources = parent switch
            {
                IUsingOperation statement when statement.Body == child => [statement.Resources],
                IBlockOperation block => block.Operations.TakeWhile(other => other != child).OfType<IUsingDeclarationOperation>()
                    .Select(static declaration => (IOperation)declaration.DeclarationGroup),
                _ => [],
            };
            if (resources.Any(IsThreadBound))
                return true;
        }

        return false;
    }

    private static bool IsThreadBound(IOperation resource) => resource.DescendantsAndSelf().Any(static part => part switch
    {
        IObjectCreationOperation { Type: { Name: "TransactionScope", ContainingNamespace.Name: "Transactions" } } scope =>
            !FollowsAwaits(scope),
        IObjectCreationOperation or IInvocationOperation => HoldsLock(part.Type) || TakesLock(part),
        _ => false,
    });

    private static bool FollowsAwaits(IObjectCreationOperation scope) => scope.Arguments.Any(static argument =>
        argument.Parameter?.Type.Name == "TransactionScopeAsyncFlowOption"
            && argument.Value is IFieldReferenceOperation { Field.Name: "Enabled" });

    /// <summary><c>Lock.Scope</c>, or a type made around a lock.</summary>
    private static bool HoldsLock(ITypeSymbol? type) => type is not null
        && (IsLock(type.ContainingType) || type.GetMembers().OfType<IFieldSymbol>().Any(static field => IsLock(field.Type)));

    /// <summary>Whether a method or constructor in source takes a lock, to be released by what it returns.</summary>
    private static bool TakesLock(IOperation part)
    {
        var member = part is IObjectCreationOperation creation ? creation.Constructor : ((IInvocationOperation)part).TargetMethod;
        return member is not null && member.DeclaringSyntaxReferences.Any(declaration => declaration.GetSyntax().DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Any(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access
                && (Begins(name, "EnterReadLock") || Begins(name, "EnterWriteLock") || Begins(name, "EnterUpgradeableReadLock")
                    || name == "WaitOne"
                    || (access.Expression.ToString().EndsWith("Monitor", StringComparison.Ordinal) && Begins(name, "Enter")))));
    }
}
