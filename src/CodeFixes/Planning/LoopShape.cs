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

    /// <summary>The condition under which a result is kept, and the variable it is in; null where all are.</summary>
    public required (ExpressionSyntax Condition, string Result)? Filter { get; init; }

    /// <summary>Where it goes.</summary>
    public required Place Place { get; init; }

    /// <summary>The statement that leaves it there.</summary>
    public required ExpressionStatementSyntax Write { get; init; }

    /// <summary>The argument of <c>ConfigureAwait</c> on all the awaits, or null.</summary>
    public required string? ConfigureAwait { get; init; }

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
        if (item.Length == 0 || rest.Any(HoldsSkip) || skips.Any(HoldsAwait))
            return null;

        (ExpressionSyntax Condition, string Result)? filter = null;
        if (rest.LastOrDefault() is IfStatementSyntax { Else: null } last && OnlyStatement(last.Statement) == write)
        {
            if (Filtered(rest, last, result) is not var (shorter, value, kept))
                return null;
            (rest, result, filter) = (shorter, value, (last.Condition, kept));
        }
        else if (rest.LastOrDefault() == write)
        {
            (rest, result) = Shortened(rest, result);
        }
        else
        {
            return null;
        }

        return AwaitsOf(body) is { } configuration
            ? new()
            {
                Loop = statement,
                Source = source,
                Bound = bound,
                Item = item,
                Skips = skips,
                Statements = rest,
                Result = result,
                Filter = filter,
                Place = loop.Place,
                Write = write,
                ConfigureAwait = configuration.Length == 0 ? null : configuration,
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

    private static bool HoldsSkip(StatementSyntax statement) =>
        statement.DescendantNodesAndSelf().Any(static node => node is ContinueStatementSyntax);

    private static bool HoldsAwait(SyntaxNode expression) =>
        expression.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax);

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

    private static StatementSyntax? OnlyStatement(StatementSyntax statement) =>
        statement is BlockSyntax block ? block.Statements is [var only] ? only : null : statement;

    /// <summary>
    /// What leads to a result that an <c>if</c> may drop: nothing but the item and the result may be asked for once all calls are over.
    /// </summary>
    private static (StatementSyntax[] Statements, ExpressionSyntax Result, string Name)? Filtered(
        StatementSyntax[] statements, IfStatementSyntax filter, ExpressionSyntax result)
    {
        if (statements.Length < 2 || HoldsAwait(filter) || statements[statements.Length - 2] is not LocalDeclarationStatementSyntax
            {
                UsingKeyword.RawKind: 0,
                Declaration: { Type: IdentifierNameSyntax { IsVar: true }, Variables: [{ Initializer.Value: var value } variable] },
            })
        {
            return null;
        }

        var before = statements.Take(statements.Length - 2).ToArray();
        var declared = before.SelectMany(static statement => statement.DescendantNodes()).Select(static node => node switch
        {
            VariableDeclaratorSyntax other => other.Identifier.Text,
            SingleVariableDesignationSyntax other => other.Identifier.Text,
            _ => "",
        }).ToArray();
        return declared.Any(name => Mentions(filter, result, name)) ? null : (before, value, variable.Identifier.Text);
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
}
