using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Rewriting.Blocking;

/// <summary>Turns the arguments of a call through the sync view into those of the async view, where the token comes last.</summary>
internal sealed class AsyncArguments
{
    private readonly int? _token;
    private readonly int? _firstElement;
    private readonly string? _added;
    private readonly string? _name;

    private AsyncArguments(int? token, int? firstElement, string? added, string? name) =>
        (_token, _firstElement, _added, _name) = (token, firstElement, added, name);

    /// <summary>The plan, or null where the async view has no such member.</summary>
    public static AsyncArguments? Plan(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        if (FindTokenParameter(call.TargetMethod) is not { } parameter)
            return null;

        var arguments = syntax.ArgumentList.Arguments;
        var given = call.Arguments.FirstOrDefault(static argument => IsExplicit(argument) && IsToken(argument));
        int? token = given is null ? null : arguments.IndexOf((ArgumentSyntax)given.Syntax);
        bool isExpanded = call.Arguments.Any(IsExpanded);
        bool isNamed = arguments.Any(static argument => argument.NameColon is not null) || call.Arguments.Any(IsLeftOut);
        return new AsyncArguments(
            token,
            isExpanded && token is not null ? call.Arguments.Count(IsExplicit) - 1 : null,
            isExpanded || token is not null ? null : TokenInScope.Find(call),
            isNamed ? parameter.Name : null);
    }

    public ArgumentListSyntax Apply(ArgumentListSyntax list)
    {
        var arguments = list.Arguments;
        if (_token is { } last && last == arguments.Count - 1 && _firstElement is null)
            return list.ReplaceNode(arguments[last], Name(arguments[last]));
        if (_token is { } index)
            return list.WithArguments(Append(Collect(arguments.RemoveAt(index)), Name(arguments[index])));
        return _added is null ? list : list.WithArguments(Append(arguments, Name(SyntaxFactory.Argument(Identifier(_added)))));
    }

    private static bool IsExplicit(IArgumentOperation argument) => argument.ArgumentKind is ArgumentKind.Explicit;

    private static bool IsExpanded(IArgumentOperation argument) =>
        argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection;

    private static bool IsLeftOut(IArgumentOperation argument) =>
        argument.ArgumentKind is ArgumentKind.DefaultValue && !IsToken(argument);

    private static bool IsToken(IArgumentOperation argument) => argument.Parameter is { } parameter && TokenInScope.IsToken(parameter.Type);

    private ArgumentSyntax Name(ArgumentSyntax token) => _name is null
        ? token.WithNameColon(null)
        : token.WithNameColon(SyntaxFactory.NameColon(Identifier(_name), Spaced(SyntaxKind.ColonToken)));

    /// <summary>A list in place of the elements: the member that takes a token has no <c>params</c>.</summary>
    private SeparatedSyntaxList<ArgumentSyntax> Collect(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (_firstElement is not { } first)
            return arguments;
        CollectionElementSyntax[] elements =
            [.. arguments.Skip(first).Select(static argument => SyntaxFactory.ExpressionElement(argument.Expression))];
        var commas = Enumerable.Repeat(Spaced(SyntaxKind.CommaToken), Math.Max(elements.Length - 1, 0));
        while (arguments.Count > first)
            arguments = arguments.RemoveAt(arguments.Count - 1);
        return Append(arguments, SyntaxFactory.Argument(SyntaxFactory.CollectionExpression(SyntaxFactory.SeparatedList(elements, commas))));
    }

    private static SeparatedSyntaxList<ArgumentSyntax> Append(SeparatedSyntaxList<ArgumentSyntax> arguments, ArgumentSyntax last) =>
        arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(last.WithoutLeadingTrivia())
            : SyntaxFactory.SeparatedList([.. arguments, last], [.. arguments.GetSeparators(), Spaced(SyntaxKind.CommaToken)]);

    private static IdentifierNameSyntax Identifier(string name) =>
        SyntaxFactory.IdentifierName(SyntaxFactory.ParseToken(SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : $"@{name}"));

    private static SyntaxToken Spaced(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static IParameterSymbol? FindTokenParameter(IMethodSymbol syncMember) => syncMember.ContainingType
        .GetTypeMembers(ProxyNames.AsyncView)
        .SelectMany(view => view.GetMembers(syncMember.Name))
        .OfType<IMethodSymbol>()
        .Where(member => TakesSame(syncMember, member))
        .Select(static member => member.Parameters.LastOrDefault())
        .FirstOrDefault(static parameter => parameter is not null && TokenInScope.IsToken(parameter.Type));

    private static bool TakesSame(IMethodSymbol left, IMethodSymbol right) =>
        TypesWithoutToken(left).SequenceEqual(TypesWithoutToken(right), SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> TypesWithoutToken(IMethodSymbol method) =>
        method.Parameters.Select(static parameter => parameter.Type).Where(static type => !TokenInScope.IsToken(type));
}
