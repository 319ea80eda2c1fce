using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Rules.Parallelism.Blocking;
using Pipeline.Analyzers.Symbols;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.CodeFixes.Rewriting.Blocking;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE003: awaits the call instead of blocking on it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockingCallCodeFix))]
[Shared]
public sealed class BlockingCallCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingCall];

    /// <inheritdoc/>
    protected override string Title => "Await the call";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(
        SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        for (var node = reported; node is ExpressionSyntax; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation
                && BlockingCall.Find(operation) is { } call
                && call.Location.SourceSpan == diagnostic.Location.SourceSpan)
                return Plan(call);
        }

        return null;
    }

    private static Action<SyntaxEditor>? Plan(BlockingCall call) => call switch
    {
        { Operation.Syntax: ExpressionSyntax syntax } when IsConditional(syntax) => null,
        { Form: BlockingForm.Call, Operation: IInvocationOperation api } => PlanCall(api),
        { Form: BlockingForm.Stream, Operation: IInvocationOperation api } => PlanStream(api),
        { Form: BlockingForm.Task } => PlanWait(call.Operation),
        _ => null,
    };

    private static Action<SyntaxEditor>? PlanCall(IInvocationOperation api) => AsyncViewCall.Plan(api) is { } rewrite
        ? editor => editor.ReplaceNode(
            api.Syntax,
            (current, _) => AwaitSyntax.InPlaceOf((ExpressionSyntax)api.Syntax, rewrite.Apply(current)).WithTriviaFrom(current))
        : null;

    private static Action<SyntaxEditor>? PlanStream(IInvocationOperation api)
    {
        if (api.Syntax.Parent is not CommonForEachStatementSyntax loop || AsyncViewCall.Plan(api) is not { } rewrite)
            return null;
        return editor =>
        {
            editor.ReplaceNode(api.Syntax, (current, _) => rewrite.Apply(current));
            editor.ReplaceNode(loop, static (current, _) => AwaitSyntax.AddTo((CommonForEachStatementSyntax)current));
        };
    }

    private static Action<SyntaxEditor>? PlanWait(IOperation wait)
    {
        if (wait is IInvocationOperation { Arguments.Length: > 0 })
            return null;
        var syntax = (ExpressionSyntax)wait.Syntax;
        return editor => editor.ReplaceNode(
            syntax,
            (current, _) => AwaitSyntax.InPlaceOf(syntax, WaitSyntax.TaskIn((ExpressionSyntax)current)).WithTriviaFrom(current));
    }

    /// <summary>Whether the call only happens when something before it is not null: an await cannot take its place.</summary>
    private static bool IsConditional(ExpressionSyntax expression) => expression switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsConditional(access.Expression),
        InvocationExpressionSyntax invocation => IsConditional(invocation.Expression),
        ElementAccessExpressionSyntax access => IsConditional(access.Expression),
        PostfixUnaryExpressionSyntax postfix => IsConditional(postfix.Operand),
        _ => false,
    };
}
