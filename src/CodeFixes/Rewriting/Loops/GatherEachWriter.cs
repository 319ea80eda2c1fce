using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting.Loops;

/// <summary>Writes a loop as one <c>Gather.Each</c> and what puts its results where the loop put them.</summary>
internal sealed class GatherEachWriter
{
    private const int LineLength = 120;
    private const int MaxConcurrency = 8;

    private readonly LoopShape _shape;
    private readonly string _gather;
    private readonly SemanticModel _model;
    private readonly ResultNames _names;
    private readonly SourceStyle _style;

    public GatherEachWriter(LoopShape shape, string gather, SemanticModel model)
    {
        (_shape, _gather, _model) = (shape, gather, model);
        _names = ResultNames.Around(shape.Loop);
        _style = SourceStyle.Of(shape.Loop);
    }

    public SyntaxNode Rewrite(SyntaxNode root)
    {
        if (_shape.Filter is var (condition, kept))
            return root.ReplaceNode(_shape.Loop, InPlaceOfLoop(Filtered(condition, kept)));
        if (_shape.Place.Kind is PlaceKind.Slot && DeclarationOfSlots() is { } declaration)
            return Merge(root, declaration);

        string? counter = _shape.Place.Kind is PlaceKind.Slot && !IsExact() || _shape is { Place.Kind: PlaceKind.Slot, Skips.Count: > 0 }
            ? _shape.Item : null;
        var write = (_shape.Place.Kind, IsExact()) switch
        {
            (PlaceKind.Append, true) => ($"{Target()}.AddRange(", ");"),
            (PlaceKind.Slot, true) when counter is null => ("(", $").CopyTo({Target()}, 0);"),
            _ => ForEach(ref counter),
        };
        return root.ReplaceNode(_shape.Loop, InPlaceOfLoop(Statement(write.Item1, counter, write.Item2, _shape.Bound?.ToString())));
    }

    /// <summary>With what stands above the loop, then what is said on its head.</summary>
    private StatementSyntax InPlaceOfLoop(StatementSyntax statement) =>
        statement.WithLeadingTrivia(LeadingTrivia()).WithTrailingTrivia(_shape.Loop.GetTrailingTrivia());

    private SyntaxTriviaList LeadingTrivia() => _shape.Loop.GetLeadingTrivia().AddRange(LoopComments.OnHead(_shape)
        .SelectMany(comment => SyntaxFactory.ParseLeadingTrivia(comment + _style.NewLine + _style.Indent)));

    /// <summary>Asks once all calls are over which results to keep.</summary>
    private StatementSyntax Filtered(ExpressionSyntax condition, string kept)
    {
        var filter = (IfStatementSyntax)condition.Parent!;
        string[] items = _shape.Item.Trim('(', ')').Split(',');
        bool needsItem =
            filter.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => items.Any(item => item.Trim() == name.Identifier.Text));
        string inner = _style.NewLine + _style.Indent + SourceStyle.Indentation;
        string comments = string.Concat(SourceStyle.CommentsOf(filter).Select(comment => inner + comment));
        string separator = filter.Statement is BlockSyntax ? inner : inner + SourceStyle.Indentation;
        string write = SourceStyle.MovedTo(filter.Statement, separator.Length - _style.NewLine.Length);
        return Statement(
            $"foreach (var {(needsItem ? $"({_shape.Item}, {kept})" : kept)} in ",
            needsItem ? _shape.Item : null,
            $"){_style.NewLine}{_style.Indent}{{{comments}{inner}if ({condition}){separator}{write}{_style.NewLine}{_style.Indent}}}",
            _shape.Bound?.ToString());
    }

    /// <summary>The results, of exactly the type of the collection, can be taken over as a whole.</summary>
    private bool IsExact() => SymbolEqualityComparer.Default.Equals(_model.GetTypeInfo(_shape.Result).Type, ElementType());

    private ITypeSymbol? ElementType() => _shape.Place.Variable.Type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [.., var last] } => last,
        _ => null,
    };

    private string Target() => _shape.Place.Variable.Name;

    /// <summary>Puts the results where they go one by one, in the order of the items.</summary>
    private (string Before, string After) ForEach(ref string? key)
    {
        if (_shape.Place.Kind is PlaceKind.Key
            && _shape.Write.Expression is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [var argument] } })
            key = argument.ToString();
        string result = _names.Unused("result");
        string keyName = key is null ? "" : _names.Unused("key");
        string item = key is null ? result : $"({keyName}, {result})";
        string left = _shape.Write.Expression switch
        {
            InvocationExpressionSyntax call => $"{call.Expression}({result})",
            AssignmentExpressionSyntax assignment => key is null
                ? $"{assignment.Left} {assignment.OperatorToken.Text} {result}"
                : $"{Target()}[{keyName}] = {result}",
            var other => other.ToString(),
        };
        return ($"foreach (var {item} in ", $"){_style.NewLine}{_style.Indent}    {left};");
    }

    private StatementSyntax Statement(string before, string? key, string after, string? bound)
    {
        string configuration = _shape.ConfigureAwait is { } argument ? $".ConfigureAwait({argument})" : "";
        string[] arguments =
        [
            Source(bound),
            new LoopLambdaWriter(_shape, _style).Write(_shape.IsDeconstructed ? _names.Unused("pair") : _shape.Item, key),
            $"maxConcurrency: {MaxConcurrency}",
        ];
        string start = $"{before}await {_gather}.Each(";
        string line = $"{start}{string.Join(", ", arguments)}){configuration}{after}";
        string first = line.Split('\n')[0];
        bool isShort = _style.Indent.Length + first.Length <= LineLength && !arguments[1].Contains('\n');
        if (!isShort)
        {
            string inner = $"{_style.NewLine}{_style.Indent}    ";
            line = $"{start}{inner}{string.Join("," + inner, arguments)}){configuration}{after}";
        }

        return SyntaxFactory.ParseStatement(line);
    }

    private string Source(string? bound)
    {
        string source = _shape.Source?.ToString() ?? Range(bound);
        return _shape.Skips.Count == 0
            ? source
            : $"{source}.Where({_shape.Item} => {string.Join(" && ", _shape.Skips.Select(Negated))})";
    }

    private string Range(string? bound) => $"Enumerable.Range(0, {(IsNeverNegative(_shape.Bound!) ? bound : $"Math.Max(0, {bound})")})";

    /// <summary>A loop up to a negative number does nothing; a range of that many is an error.</summary>
    private bool IsNeverNegative(ExpressionSyntax bound) =>
        _model.GetConstantValue(bound) is { HasValue: true, Value: >= 0 }
        || bound is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" };

    private string Negated(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Negated(inner),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => operand.ToString(),
        BinaryExpressionSyntax binary when Opposite(binary) is { } token => binary.ReplaceToken(
            binary.OperatorToken,
            SyntaxFactory.ParseToken(token).WithTriviaFrom(binary.OperatorToken)).ToString(),
        IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax => $"!{condition}",
        IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: var negated } } pattern => $"{pattern.Expression} is {negated}",
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax } pattern => $"{pattern.Expression} is not {pattern.Pattern}",
        _ => $"!({condition})",
    };

    /// <summary>The operator that says the opposite: of numbers that are always comparable, not of null or NaN.</summary>
    private string? Opposite(BinaryExpressionSyntax comparison)
    {
        bool isOrdered = IsInteger(comparison.Left) && IsInteger(comparison.Right);
        return comparison.Kind() switch
        {
            SyntaxKind.EqualsExpression when IsPlainlyEquatable(comparison) => "!=",
            SyntaxKind.NotEqualsExpression when IsPlainlyEquatable(comparison) => "==",
            SyntaxKind.LessThanExpression when isOrdered => ">=",
            SyntaxKind.LessThanOrEqualExpression when isOrdered => ">",
            SyntaxKind.GreaterThanExpression when isOrdered => "<=",
            SyntaxKind.GreaterThanOrEqualExpression when isOrdered => "<",
            _ => null,
        };
    }

    /// <summary>An operator of somebody's own may not be the opposite of the other.</summary>
    private bool IsPlainlyEquatable(BinaryExpressionSyntax comparison) =>
        _model.GetSymbolInfo(comparison).Symbol is not IMethodSymbol
        {
            MethodKind: MethodKind.UserDefinedOperator,
            ContainingType.SpecialType: SpecialType.None
        };

    private bool IsInteger(ExpressionSyntax expression) => _model.GetTypeInfo(expression).ConvertedType is
    { SpecialType: >= SpecialType.System_SByte and <= SpecialType.System_UInt64 or SpecialType.System_Char };

    /// <summary><c>var scores = new float[n];</c> right before a loop that fills all of it: the gather makes the array.</summary>
    private LocalDeclarationStatementSyntax? DeclarationOfSlots()
    {
        if (!IsExact()
            || _shape.Skips.Count > 0
            || PlaceInBlock() is not (> 0 and var place)
            || Statements()!.Statements[place - 1] is not LocalDeclarationStatementSyntax declaration)
            return null;
        return declaration.Declaration.Variables is [
            {
                Identifier.Text: var name,
                Initializer.Value: ArrayCreationExpressionSyntax creation
            }]
            && name == Target()
            && SizeOf(creation) is { } size
            && (size == _shape.Bound!.ToString() || _shape.Bound.ToString() == $"{name}.Length")
                ? declaration
                : null;
    }

    private static string? SizeOf(ArrayCreationExpressionSyntax creation) =>
        creation is { Initializer: null, Type.RankSpecifiers: [{ Sizes: [var size] }] } ? size.ToString() : null;

    private SyntaxNode Merge(SyntaxNode root, LocalDeclarationStatementSyntax declaration)
    {
        var variable = declaration.Declaration.Variables[0];
        string size = SizeOf((ArrayCreationExpressionSyntax)variable.Initializer!.Value)!;
        var statement = Statement($"{declaration.Declaration.Type} {variable.Identifier} = ", null, ";", size)
            .WithLeadingTrivia(declaration.GetLeadingTrivia()
                .AddRange(LeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Skip(1)))
            .WithTrailingTrivia(
                HoldsComment(declaration.GetTrailingTrivia()) ? declaration.GetTrailingTrivia() : _shape.Loop.GetTrailingTrivia());
        int place = PlaceInBlock();
        return Statements()!.Replace(root, place - 1, place, [statement], []);
    }

    private static bool HoldsComment(SyntaxTriviaList trivia) =>
        trivia.Any(static part => part.IsKind(SyntaxKind.SingleLineCommentTrivia) || part.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private StatementList? Statements() =>
        StatementList.Of(_shape.Loop.Parent is GlobalStatementSyntax global ? global.Parent! : _shape.Loop.Parent!);

    private int PlaceInBlock() => Statements()?.Statements.ToList().IndexOf(_shape.Loop) ?? -1;
}
