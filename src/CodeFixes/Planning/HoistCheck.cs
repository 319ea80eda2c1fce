using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Planning;

/// <summary>Whether an <c>await</c> inside an expression may be evaluated before everything else in its statement.</summary>
/// <remarks>
/// What stands behind the first call of the group neither throws nor changes anything, as the analysis has it: there it is enough
/// that it reads nothing that others may change meanwhile. What stands before the first call must not throw either.
/// </remarks>
internal sealed class HoistCheck
{
    private readonly ParallelGroup _group;
    private readonly StatementSyntax _statement;
    private readonly SemanticModel _model;

    private HoistCheck(ParallelGroup group, StatementSyntax statement, SemanticModel model) =>
        (_group, _statement, _model) = (group, statement, model);

    public static bool CanHoist(ParallelCall call, StatementSyntax statement, ParallelGroup group, SemanticModel model) =>
        statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } or ExpressionStatementSyntax or ReturnStatementSyntax
            or IfStatementSyntax or SwitchStatementSyntax or ThrowStatementSyntax or CommonForEachStatementSyntax
        && new HoistCheck(group, statement, model).CanHoist(call.Await);

    private bool CanHoist(AwaitExpressionSyntax wait)
    {
        SyntaxNode child = wait;
        for (var node = child.Parent!; ; (child, node) = (node, node.Parent!))
        {
            if (node != _statement && node is StatementSyntax or AnonymousFunctionExpressionSyntax)
                return false;
            if (node.ChildNodes().TakeWhile(sibling => sibling != child).Any(sibling => !IsUnmoved(sibling)))
                return false;
            if (node == _statement)
                return true;
        }
    }

    /// <summary>Whether it makes no difference when this is evaluated.</summary>
    private bool IsUnmoved(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => _group.Calls.Any(call => call.Await == node),
        ExpressionSyntax when _model.GetConstantValue(node).HasValue => true,
        LiteralExpressionSyntax or ThisExpressionSyntax or BaseExpressionSyntax or PredefinedTypeSyntax or InterpolatedStringTextSyntax =>
            true,
        DeclarationExpressionSyntax declaration => declaration.Parent is AssignmentExpressionSyntax,
        AnonymousFunctionExpressionSyntax or RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => false,
        TypeSyntax and not SimpleNameSyntax => true,
        SimpleNameSyntax name => IsSteady(name, name),
        MemberAccessExpressionSyntax member => IsSteady(member, member.Name) && AreUnmoved(member.ChildNodes().Take(1)),
        ElementAccessExpressionSyntax element =>
            (IsTarget(node) || (IsHarmless(node) && IsOfVariable(element))) && AreUnmoved(node.ChildNodes()),
        AssignmentExpressionSyntax => node.Parent is InitializerExpressionSyntax && IsHarmless(node) && AreUnmoved(node.ChildNodes()),
        PostfixUnaryExpressionSyntax => node.RawKind is (int)SyntaxKind.SuppressNullableWarningExpression && AreUnmoved(node.ChildNodes()),
        PrefixUnaryExpressionSyntax =>
            node.RawKind is not ((int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression)
            && IsHarmless(node) && AreUnmoved(node.ChildNodes()),
        InterpolatedStringExpressionSyntax or BinaryExpressionSyntax => (IsHarmless(node) || IsText(node)) && AreUnmoved(node.ChildNodes()),
        ParenthesizedExpressionSyntax or ArgumentListSyntax or BracketedArgumentListSyntax or ArgumentSyntax or EqualsValueClauseSyntax
            or NameColonSyntax or VariableDeclaratorSyntax
            or InitializerExpressionSyntax or InterpolationSyntax or ExpressionElementSyntax or TupleExpressionSyntax
            or AttributeListSyntax => AreUnmoved(node.ChildNodes()),
        InvocationExpressionSyntax call => IsHarmless(node) && IsCallOnVariable(call) && AreUnmoved(node.ChildNodes()),
        BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax
            or CollectionExpressionSyntax
            or SpreadElementSyntax or CastExpressionSyntax or WithExpressionSyntax or ArrayRankSpecifierSyntax =>
            IsHarmless(node) && AreUnmoved(node.ChildNodes()),
        ImplicitElementAccessSyntax => (IsTarget(node) || IsHarmless(node)) && AreUnmoved(node.ChildNodes()),
        _ => false,
    };

    private bool AreUnmoved(IEnumerable<SyntaxNode> nodes) => nodes.All(IsUnmoved);

    /// <summary>Whether this is evaluated behind the first call.</summary>
    private bool IsHarmless(SyntaxNode node) =>
        node.SpanStart > _group.First.Invocation.Syntax.Span.End || _group.Calls.Any(call => node.Span.Contains(call.Await.Span));

    /// <summary>Whether the name stands for the same thing later, and asking for it does not fail.</summary>
    private bool IsSteady(ExpressionSyntax expression, SimpleNameSyntax name) => _model.GetSymbolInfo(name).Symbol switch
    {
        null or ITypeSymbol or INamespaceSymbol or IMethodSymbol or IRangeVariableSymbol => true,
        ILocalSymbol { RefKind: RefKind.None } or IParameterSymbol { RefKind: RefKind.None } =>
            !IsReadAndWritten(expression) || !IsCaptured(name),
        IPropertySymbol { Name: ProxyNames.ToAsync } => true,
        _ when IsTarget(expression) => true,
        IFieldSymbol { IsReadOnly: true } field when IsBuiltIn(field.Type)
            && expression is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } => true,
        IFieldSymbol or IPropertySymbol => IsHarmless(expression) && IsOfVariable(expression),
        _ => false,
    };

    /// <summary>What is left behind the await of a simple assignment, and only then looked at.</summary>
    private static bool IsTarget(SyntaxNode node) =>
        node.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            && assignment.Left == node;

    private static bool IsReadAndWritten(SyntaxNode node) =>
        node.Parent is AssignmentExpressionSyntax assignment && assignment.Left == node && !IsTarget(node);

    private bool IsCaptured(SimpleNameSyntax name) =>
        _model.AnalyzeDataFlow(_statement) is not { Succeeded: true } flow
            || flow.Captured.Contains(_model.GetSymbolInfo(name).Symbol!, SymbolEqualityComparer.Default);

    /// <summary>Whether it is part of an object in a variable, which nobody else changes while the method runs.</summary>
    private bool IsOfVariable(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => _model.GetSymbolInfo(name).Symbol is ILocalSymbol or IParameterSymbol,
        MemberAccessExpressionSyntax member => IsOfVariable(member.Expression),
        ElementAccessExpressionSyntax element => IsOfVariable(element.Expression),
        ParenthesizedExpressionSyntax parenthesized => IsOfVariable(parenthesized.Expression),
        PostfixUnaryExpressionSyntax suppressed => IsOfVariable(suppressed.Operand),
        AwaitExpressionSyntax => true,
        _ => false,
    };

    /// <summary>A call of a function of values, or of a member of an object in a variable.</summary>
    private bool IsCallOnVariable(InvocationExpressionSyntax call) => _model.GetSymbolInfo(call).Symbol is IMethodSymbol method
        && (method.IsStatic || (call.Expression is MemberAccessExpressionSyntax member && IsOfVariable(member.Expression)));

    /// <summary>A string of parts that cannot fail to become one.</summary>
    private bool IsText(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum =>
            _model.GetTypeInfo(sum).Type?.SpecialType is SpecialType.System_String
                && IsBuiltIn(TypeOf(sum.Left))
                && IsBuiltIn(TypeOf(sum.Right)),
        InterpolatedStringExpressionSyntax text =>
            text.Contents.OfType<InterpolationSyntax>().All(hole => IsBuiltIn(TypeOf(hole.Expression))),
        _ => false,
    };

    private ITypeSymbol? TypeOf(ExpressionSyntax expression) => _model.GetTypeInfo(expression).Type;

    private static bool IsBuiltIn(ITypeSymbol? type) =>
        type is { TypeKind: TypeKind.Enum } or { SpecialType: not (SpecialType.None or SpecialType.System_Object) };
}
