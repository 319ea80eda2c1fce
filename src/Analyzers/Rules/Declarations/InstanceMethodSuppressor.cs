using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>Suppresses CA1822, "mark members as static", on methods that a service must have as instance methods.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstanceMethodSuppressor : DiagnosticSuppressor
{
    private static readonly string[] Attributes =
        [WellKnownNames.ApiAttribute, WellKnownNames.OnStartupAttribute, WellKnownNames.OnShutdownAttribute];

    private static readonly SuppressionDescriptor Rule = new(
        "PIPESPR001", "CA1822", "An [Api], [OnStartup] or [OnShutdown] method is called on an instance of its service.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (IsOnInstanceMethod(diagnostic, context))
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
        }
    }

    private static bool IsOnInstanceMethod(Diagnostic diagnostic, SuppressionAnalysisContext context) =>
        diagnostic.Location is { SourceTree: { } tree, SourceSpan: var span }
        && tree.GetRoot(context.CancellationToken).FindNode(span) is var node
        && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is IMethodSymbol method
        && Array.Exists(Attributes, method.HasAttribute);
}
