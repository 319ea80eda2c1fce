using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence;

/// <summary>
/// Two reports never fall on one call: where several rules have something to say, the one speaks whose fix gains most, and the others
/// when it is done. A loop (PIPE002) comes before the calls of one iteration (PIPE001), an argument of a gather (PIPE006) before its
/// neighbours, services before clients (PIPE010).
/// </summary>
/// <remarks>A rule that is off, or that a <c>#pragma</c> turns off at the call, does not silence another.</remarks>
internal static class OneReport
{
    /// <summary>The groups of service calls to report.</summary>
    public static ImmutableArray<CallGroup> FindGroups(
        DependenceAnalysis services, IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        var groups = services.FindGroups(body, model, cancellationToken);
        return groups.IsEmpty ? groups : Without(Reported(services, body, model, cancellationToken), groups);
    }

    /// <summary>The groups of calls of clients to report.</summary>
    /// <param name="clients">The analysis of clients.</param>
    /// <param name="services">That of services alone; null where there are none.</param>
    /// <param name="body">The body.</param>
    /// <param name="model">The model of its file.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static ImmutableArray<CallGroup> FindClientGroups(
        DependenceAnalysis clients, DependenceAnalysis? services, IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        var groups = clients.FindClientGroups(body, model, cancellationToken);
        if (groups.IsEmpty)
            return groups;

        var loops = clients.FindLoops(body, model, cancellationToken)
            .Where(static loop => loop.Iteration.Calls.Any(static call => call.Call.View is CallViews.Client))
            .Select(static loop => loop.Iteration.Calls[0].Invocation.Syntax);
        return Without(services is null ? loops : loops.Concat(Reported(services, body, model, cancellationToken))
            .Concat(services.FindGroups(body, model, cancellationToken)
                .Select(static group => group.First.Invocation.Syntax)
                .Where(call => IsOn(DiagnosticIds.SequentialAwaits, call, model))), groups);
    }

    private static ImmutableArray<CallGroup> Without(IEnumerable<SyntaxNode> reported, ImmutableArray<CallGroup> groups)
    {
        var taken = new HashSet<SyntaxNode>(reported);
        return groups.RemoveAll(group => taken.Contains(group.First.Invocation.Syntax));
    }

    private static IEnumerable<SyntaxNode> Reported(
        DependenceAnalysis services, IOperation body, SemanticModel model, CancellationToken cancellationToken)
    {
        var loops = services.FindLoops(body, model, cancellationToken)
            .Select(static loop => loop.Iteration.Calls[0].Invocation.Syntax)
            .Where(call => IsOn(DiagnosticIds.SequentialAwaitsInLoop, call, model));
        var arguments = services.FindDelays(body, model, cancellationToken)
            .Select(static delay => delay.Awaited.Invocation.Syntax)
            .Where(call => IsOn(DiagnosticIds.AwaitInsideGather, call, model));
        return loops.Concat(arguments);
    }

    private static bool IsOn(string rule, SyntaxNode call, SemanticModel model)
    {
        var options = model.Compilation.Options;
        if (!(options.SyntaxTreeOptionsProvider is { } files
            && (files.TryGetDiagnosticValue(call.SyntaxTree, rule, default, out var severity)
                || files.TryGetGlobalDiagnosticValue(rule, default, out severity))))
            options.SpecificDiagnosticOptions.TryGetValue(rule, out severity);
        return severity is not ReportDiagnostic.Suppress && !IsTurnedOff(rule, call);
    }

    private static bool IsTurnedOff(string rule, SyntaxNode call)
    {
        bool isOff = false;
        for (var directive = ((CSharpSyntaxNode)call.SyntaxTree.GetRoot()).GetFirstDirective();
            directive is not null && directive.SpanStart < call.SpanStart;
            directive = directive.GetNextDirective())
        {
            if (directive is PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma
                && (pragma.ErrorCodes.Count == 0 || pragma.ErrorCodes.Any(code => code.ToString() == rule)))
                isOff = pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword);
        }

        return isOff;
    }
}
