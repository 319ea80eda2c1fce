using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Loops;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.CodeFixes.Planning;

/// <summary>A loop as it is written, taken apart into what <c>Gather.Each</c> wants to know.</summary>
internal sealed record LoopShape
{
    public required StatementSyntax Loop { get; init; }

    /// <summary>What is walked over; null for a counter.</summary>
    public required ExpressionSyntax? Source { get; init; }

    /// <summary>What a counter stays below.</summary>
    public required ExpressionSyntax? Bound { get; init; }

    /// <summary>The item, or the variables it is taken apart into.</summary>
    public required string Item { get; init; }

    /// <summary>The conditions that leave an item out.</summary>
    public required IReadOnlyList<ExpressionSyntax> Skips { get; init; }

    /// <summary>The statements that lead to the result.</summary>
    public required IReadOnlyList<StatementSyntax> Statements { get; init; }

    /// <summary>The result of an iteration.</summary>
    public required ExpressionSyntax Result { get; init; }

    /// <summary>Where it goes.</summary>
    public required Place Place { get; init; }

    /// <summary>The statement that leaves it there.</summary>
    public required ExpressionStatementSyntax Write { get; init; }

    /// <summary>The argument of <c>ConfigureAwait</c> on all the awaits, or null.</summary>
    public required string? ConfigureAwait { get; init; }

    /// <summary>The token that the calls are given, or null.</summary>
    public required ISymbol? Token { get; init; }

    /// <summary>Whether the item is taken apart in the loop's head.</summary>
    public bool IsDeconstructed => Item[0] == '(';

    public static LoopShape? Of(LoopCalls loop, SemanticModel model)
    {
        if (loop.Loop.Syntax is not StatementSyntax { ContainsDirectives: false } statement
            || loop.Place.Write.Syntax.Parent is not ExpressionStatementSyntax write
            || ResultIn(write.Expression) is not { } result)
        {
            return null;
        }

        var (source, bound, item, body) = statement switch
        {
            ForEachStatementSyntax each => (each.Expression, null, each.Identifier.Text, each.Statement),
            ForEachVariableStatementSyntax { Variable: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names } } each =>
                (each.Expression, null, names.ToString(), each.Statement),
            ForStatementSyntax { Condition: BinaryExpressionSyntax condition, Declaration.Variables: [var counter] } @for =>
                (null, condition.Right, counter.Identifier.Text, @for.Statement),
            _ => ((ExpressionSyntax?)null, (ExpressionSyntax?)null, "", statement),
        };
        StatementSyntax[] statements = body is BlockSyntax block ? [.. block.Statements] : [body];
        var skips = statements.TakeWhile(IsSkip).Cast<IfStatementSyntax>().Select(static skip => skip.Condition).ToArray();
        var rest = statements.Skip(skips.Length).ToArray();
        if (item.Length == 0 || rest.LastOrDefault() != write || rest.Any(HoldsSkip) || skips.Any(HoldsAwait))
            return null;

        (rest, result) = Shortened(rest, result);
        return AwaitsOf(body) is { } configuration && TokenOf(loop, model) is (true, var token)
            ? new()
            {
                Loop = statement,
                Source = source,
                Bound = bound,
                Item = item,
                Skips = skips,
                Statements = rest,
                Result = result,
                Place = loop.Place,
                Write = write,
                ConfigureAwait = configuration.Length == 0 ? null : configuration,
                Token = token,
            }
            : null;
    }

    private static ExpressionSyntax? ResultIn(ExpressionSyntax write) => write switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var argument }] } => argument,
        AssignmentExpressionSyntax assignment => assignment.Right,
        _ => null,
    };

    private static bool IsSkip(StatementSyntax statement) => statement is IfStatementSyntax { Else: null } skip
        && (skip.Statement is ContinueStatementSyntax || skip.Statement is BlockSyntax { Statements: [ContinueStatementSyntax] });

    private static bool HoldsSkip(StatementSyntax statement) => statement.DescendantNodesAndSelf().Any(static node => node is ContinueStatementSyntax);

    private static bool HoldsAwait(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax);

    /// <summary>Without the write, and without a variable that only hands the result on.</summary>
    private static (StatementSyntax[] Statements, ExpressionSyntax Result) Shortened(StatementSyntax[] statements, ExpressionSyntax result)
    {
        StatementSyntax[] before = [.. statements.Take(statements.Length - 1)];
        return before.LastOrDefault() is LocalDeclarationStatementSyntax
        {
            UsingKeyword.RawKind: 0,
            Declaration: { Type: IdentifierNameSyntax { IsVar: true }, Variables: [{ Initializer.Value: var value } variable] },
        }
        && result is IdentifierNameSyntax name && name.Identifier.Text == variable.Identifier.Text
        && !Mentions(statements[statements.Length - 1], result, name.Identifier.Text)
            ? ([.. before.Take(before.Length - 1)], value)
            : (before, result);
    }

    private static bool Mentions(StatementSyntax statement, ExpressionSyntax result, string name) => statement.DescendantNodes()
        .Any(node => node != result && node is IdentifierNameSyntax identifier && identifier.Identifier.Text == name);

    /// <summary>How all awaits are configured; null where they differ.</summary>
    private static string? AwaitsOf(StatementSyntax body)
    {
        var configurations = body.DescendantNodes().OfType<AwaitExpressionSyntax>()
            .Select(static wait => wait.Expression is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" },
                ArgumentList.Arguments: [var argument],
            }
                ? argument.ToString()
                : "")
            .Distinct()
            .ToArray();
        return configurations is [var same] ? same : null;
    }

    /// <summary>The one token given to calls, and whether there is no second one.</summary>
    private static (bool IsOne, ISymbol? Token) TokenOf(LoopCalls loop, SemanticModel model)
    {
        var tokens = loop.Iteration.Calls
            .SelectMany(call => LoopTokens.In(call.Invocation.Syntax, model))
            .Select(name => model.GetSymbolInfo(name).Symbol!)
            .Distinct(SymbolEqualityComparer.Default)
            .ToArray();
        return (tokens.Length <= 1, tokens.FirstOrDefault());
    }
}
