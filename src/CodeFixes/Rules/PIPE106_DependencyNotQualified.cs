using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Pipeline.Analyzers.Symbols;
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
        var written = reported is NullableTypeSyntax nullable ? nullable.ElementType : reported as TypeSyntax;
        if (written is not NameSyntax name || model.GetTypeInfo(name, cancellationToken).Type is not INamedTypeSymbol type)
            return null;
        var service = type.IsService() ? name.WithoutTrivia()
            : ProxyReference.ServiceOf(type) is { } named ? SyntaxFactory.ParseName(named.ToMinimalDisplayString(model, name.SpanStart))
            : null;
        return service is null ? null : editor => editor.ReplaceNode(name, Proxy(service).WithTriviaFrom(name));
    }

    private static QualifiedNameSyntax Proxy(NameSyntax service) =>
        SyntaxFactory.QualifiedName(service, SyntaxFactory.IdentifierName(ProxyNames.Proxy));
}
