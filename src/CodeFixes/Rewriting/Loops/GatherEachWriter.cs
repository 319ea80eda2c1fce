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
        if (_shape.Place.Kind is PlaceKind.Slot && DeclarationOfSlots() is { } declaration)
            return Merge(root, declaration);

        string? counter = _shape.Place.Kind is PlaceKind.Slot && !IsExact() || _shape is { Place.Kind: PlaceKind.Slot, Skips.Count: > 0 } ? _shape.Item : null;
        var write = (_shape.Place.Kind, IsExact()) switch
        {
            (PlaceKind.Append, true) => ($"{Target()}.AddRange(", ");"),
            (PlaceKind.Slot, true) when counter is null => ("(", $").CopyTo({Target()}, 0);"),
            _ => ForEach(ref counter),
        };
        return root.ReplaceNode(_shape.Loop, Statement(write.Item1, counter, write.Item2, _shape.Bound?.ToString()).WithTriviaFrom(_shape.Loop));
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
        if (_shape.Place.Kind is PlaceKind.Key && _shape.Write.Expression is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [var argument] } })
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
        string token = _shape.Token is null ? "_" : _names.Unused("token");
        string configuration = _shape.ConfigureAwait is { } argument ? $".ConfigureAwait({argument})" : "";
        string[] arguments =
        [
            Source(bound),
            new LoopLambdaWriter(_shape, _style, _model).Write(_shape.IsDeconstructed ? _names.Unused("pair") : _shape.Item, token, key),
            $"maxConcurrency: {MaxConcurrency}",
            .. _shape.Token is { } given ? [$"cancellationToken: {given.Name}"] : Array.Empty<string>(),
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
        string source = _shape.Source?.ToString() ?? $"Enumerable.Range(0, {bound})";
        return _shape.Skips.Count == 0
            ? source
            : $"{source}.Where({_shape.Item} => {string.Join(" && ", _shape.Skips.Select(Negated))})";
    }

    private static string Negated(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var operand } => operand.ToString(),
        IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax => $"!{condition}",
        _ => $"!({condition})",
    };

    /// <summary><c>var scores = new float[n];</c> right before a loop that fills all of it: the gather makes the array.</summary>
    private LocalDeclarationStatementSyntax? DeclarationOfSlots()
    {
        if (!IsExact() || _shape.Skips.Count > 0 || PlaceInBlock() is not (> 0 and var place) || Statements()!.Statements[place - 1] is not LocalDeclarationStatementSyntax declaration)
            return null;
        return declaration.Declaration.Variables is [{ Identifier.Text: var name, Initializer.Value: ArrayCreationExpressionSyntax creation }]
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
            .WithLeadingTrivia(declaration.GetLeadingTrivia().AddRange(_shape.Loop.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)).Skip(1)))
            .WithTrailingTrivia(HoldsComment(declaration.GetTrailingTrivia()) ? declaration.GetTrailingTrivia() : _shape.Loop.GetTrailingTrivia());
        int place = PlaceInBlock();
        return Statements()!.Replace(root, place - 1, place, [statement], []);
    }

    private static bool HoldsComment(SyntaxTriviaList trivia) =>
        trivia.Any(static part => part.IsKind(SyntaxKind.SingleLineCommentTrivia) || part.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private StatementList? Statements() => StatementList.Of(_shape.Loop.Parent is GlobalStatementSyntax global ? global.Parent! : _shape.Loop.Parent!);

    private int PlaceInBlock() => Statements()?.Statements.ToList().IndexOf(_shape.Loop) ?? -1;
}
