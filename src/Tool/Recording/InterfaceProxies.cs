using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Library.Recorded;

namespace Pipeline.Tool.Recording;

/// <summary>
/// Interfaces behind which a program puts objects that no source shows: generated proxies, interceptors, registered decorators.
/// </summary>
internal static class InterfaceProxies
{
    /// <summary>Stands for every type: the program intercepts by registration, and no type argument says which.</summary>
    public const string All = "*";

    private static readonly string[] Interceptors = ["EnableInterfaceInterceptors", "EnableClassInterceptors", "InterceptedBy("];

    private static readonly string[] Words = ["Proxy", "Decorate", "Decorator", "Intercept"];

    /// <summary>The types named as type arguments of calls such as <c>DispatchProxy.Create</c> and <c>services.Decorate</c>.</summary>
    public static IEnumerable<string> In(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            string text = tree.GetText(cancellationToken).ToString();
            if (Array.Exists(Interceptors, text.Contains))
                yield return All;
            if (!Array.Exists(Words, text.Contains))
                continue;
            var model = compilation.GetSemanticModel(tree);
            var calls = tree.GetRoot(cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(static call => Array.Exists(Words, call.Expression.ToString().Contains));
            foreach (var type in calls.SelectMany(TypesNamedIn))
            {
                if (model.GetTypeInfo(type, cancellationToken).Type is { } symbol && RecordedEffects.IdOf(symbol) is { } id)
                    yield return id;
            }
        }
    }

    private static IEnumerable<TypeSyntax> TypesNamedIn(InvocationExpressionSyntax call) =>
        call.DescendantNodes().OfType<TypeArgumentListSyntax>().SelectMany(static list => list.Arguments)
            .Concat(call.ArgumentList.DescendantNodes().OfType<TypeOfExpressionSyntax>().Select(static type => type.Type));
}
