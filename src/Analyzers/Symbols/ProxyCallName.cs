using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Names a call through a proxy as its author wrote it, for messages: <c>modelB.Predict</c>.</summary>
internal static class ProxyCallName
{
    public static string OnSyncView(IInvocationOperation call) => $"{Dependency(call)}.{call.TargetMethod.Name}";

    public static string OnAsyncView(IInvocationOperation call) => $"{Dependency(call)}.{ProxyNames.ToAsync}.{call.TargetMethod.Name}";

    private static string Dependency(IInvocationOperation call)
    {
        var receiver = call.Instance;
        if (receiver is IPropertyReferenceOperation { Property.Name: ProxyNames.ToAsync } view)
            receiver = view.Instance;
        if (receiver is { IsImplicit: false, Syntax: ExpressionSyntax syntax } && Plain(syntax) is { } name)
            return name;
        var type = call.TargetMethod.ContainingType;
        var proxy = type.Name == ProxyNames.AsyncView ? type.ContainingType : type;
        return $"{proxy.ContainingType.Name}.{proxy.Name}";
    }

    private static string? Plain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access when access.IsKind(SyntaxKind.SimpleMemberAccessExpression) =>
            Plain(access.Expression) is { } left ? $"{left}.{access.Name.Identifier.ValueText}" : null,
        _ => null,
    };
}
