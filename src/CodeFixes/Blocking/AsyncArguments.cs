using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Proxies;

namespace Pipeline.CodeFixes.Blocking;

/// <summary>Turns the arguments of a call through the sync view into those of the async view, where the token comes last.</summary>
internal sealed class AsyncArguments
{
    private readonly int? _token;
    private readonly int? _firstParamsElement;
    private readonly string? _added;
    private readonly string? _name;

    private AsyncArguments(int? token, int? firstParamsElement, string? added, string? name) =>
        (_token, _firstParamsElement, _added, _name) = (token, firstParamsElement, added, name);

    /// <summary>The plan, or null where the async view has no such member.</summary>
    public static AsyncArguments? Plan(IInvocationOperation call, InvocationExpressionSyntax syntax)
    {
        if (FindTokenParameter(call.TargetMethod) is not { } parameter)
            return null;

        var arguments = syntax.ArgumentList.Arguments;
        int? token = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && TokenInScope.IsToken(argument.Parameter!.Type))
                token = arguments.IndexOf((ArgumentSyntax)argument.Syntax);
        }

        bool expanded = call.Arguments.Any(static argument => argument.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection);
        bool named = arguments.Any(static argument => argument.NameColon is not null)
            || call.Arguments.Any(static argument => argument.ArgumentKind == ArgumentKind.DefaultValue && !TokenInScope.IsToken(argument.Parameter!.Type));
        int explicitCount = call.Arguments.Count(static argument => argument.ArgumentKind == ArgumentKind.Explicit);
        return new AsyncArguments(
            token,
            expanded && token is not null ? explicitCount - 1 : null,
            token is null && !expanded ? TokenInScope.Find(call) : null,
            named ? parameter.Name : null);
    }

    public ArgumentListSyntax Apply(ArgumentListSyntax list)
    {
        var arguments = list.Arguments;
        if (_token is { } last && last == arguments.Count - 1 && _firstParamsElement is null)
            return list.ReplaceNode(arguments[last], Rename(arguments[last]));
        if (_token is { } index)
            return list.WithArguments(Append(Collect(arguments.RemoveAt(index)), Rename(arguments[index])));
        return _added is null
            ? list
            : list.WithArguments(Append(arguments, Rename(SyntaxFactory.Argument(SyntaxFactory.IdentifierName(_added)))));
    }

    private ArgumentSyntax Rename(ArgumentSyntax token) => _name is null
        ? token.WithNameColon(null)
        : token.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(_name), Spaced(SyntaxKind.ColonToken)));

    /// <summary>A list in place of the elements: the member that takes a token has no <c>params</c>.</summary>
    private SeparatedSyntaxList<ArgumentSyntax> Collect(SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        if (_firstParamsElement is not { } first)
            return arguments;
        var elements = arguments.Skip(first).Select(static CollectionElementSyntax (element) => SyntaxFactory.ExpressionElement(element.Expression));
        var collection = SyntaxFactory.CollectionExpression(Separated(elements));
        while (arguments.Count > first)
            arguments = arguments.RemoveAt(arguments.Count - 1);
        return Append(arguments, SyntaxFactory.Argument(collection));
    }

    private static SeparatedSyntaxList<T> Separated<T>(IEnumerable<T> nodes)
        where T : SyntaxNode
    {
        T[] list = [.. nodes];
        return SyntaxFactory.SeparatedList(list, Enumerable.Repeat(Spaced(SyntaxKind.CommaToken), Math.Max(list.Length - 1, 0)));
    }

    private static SeparatedSyntaxList<ArgumentSyntax> Append(SeparatedSyntaxList<ArgumentSyntax> arguments, ArgumentSyntax last) =>
        arguments.Count == 0
            ? SyntaxFactory.SingletonSeparatedList(last.WithoutLeadingTrivia())
            : SyntaxFactory.SeparatedList([.. arguments, last], [.. arguments.GetSeparators(), Spaced(SyntaxKind.CommaToken)]);

    private static SyntaxToken Spaced(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    private static IParameterSymbol? FindTokenParameter(IMethodSymbol syncMember) => syncMember.ContainingType
        .GetTypeMembers(ProxyNames.AsyncView)
        .SelectMany(view => view.GetMembers(syncMember.Name))
        .OfType<IMethodSymbol>()
        .Where(member => member.Parameters.LastOrDefault() is { } last && TokenInScope.IsToken(last.Type) && TakesSame(syncMember, member))
        .Select(static member => member.Parameters[member.Parameters.Length - 1])
        .FirstOrDefault();

    private static bool TakesSame(IMethodSymbol syncMember, IMethodSymbol asyncMember) =>
        WithoutToken(syncMember).SequenceEqual(WithoutToken(asyncMember), SymbolEqualityComparer.Default);

    private static IEnumerable<ITypeSymbol> WithoutToken(IMethodSymbol method) =>
        method.Parameters.Select(static parameter => parameter.Type).Where(static type => !TokenInScope.IsToken(type));
}
