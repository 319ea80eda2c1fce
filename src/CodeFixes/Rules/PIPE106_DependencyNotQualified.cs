using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Pipeline.Analyzers.Symbols;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE106: writes the type of the dependency as <c>X.Proxy</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DependencyNotQualifiedCodeFix))]
[Shared]
public sealed class DependencyNotQualifiedCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DependencyNotQualified];

    /// <inheritdoc/>
    protected override string Title => "Write it as X.Proxy";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(
        SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var declared = reported is NullableTypeSyntax nullable ? nullable.ElementType : reported as TypeSyntax;
        if (declared is not NameSyntax name || model.GetTypeInfo(name, cancellationToken).Type is not INamedTypeSymbol type)
            return null;
        var service = type.IsService() ? name.WithoutTrivia()
            : ProxyReference.ServiceOf(type) is { } named ? SyntaxFactory.ParseName(named.ToMinimalDisplayString(model, name.SpanStart))
            : null;
        if (service is null || StoredDependency.TypesBehind(reported, type, model, cancellationToken) is not { } stores)
            return null;
        return editor =>
        {
            foreach (var written in stores.Prepend(name))
                editor.ReplaceNode(written, Proxy(service).WithTriviaFrom(written));
        };
    }

    private static QualifiedNameSyntax Proxy(NameSyntax service) =>
        SyntaxFactory.QualifiedName(service, SyntaxFactory.IdentifierName(ProxyNames.Proxy));
}
