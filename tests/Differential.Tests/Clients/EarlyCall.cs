using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Clients;

/// <summary>Makes a call start before the check that PIPE014 reports, where the earlier call starts.</summary>
internal static class EarlyCall
{
    private const string Task = "early";

    /// <param name="body">A body of one block.</param>
    /// <param name="report">The call, and the throw of the check.</param>
    /// <param name="suffix">What the new body's name ends with.</param>
    public static BodySource Start(BodySource body, Diagnostic report, string suffix)
    {
        var root = CSharpSyntaxTree.ParseText(body.Text).GetRoot();
        var call = root.FindNode(report.Location.SourceSpan).FirstAncestorOrSelf<InvocationExpressionSyntax>()!;
        var thrown = report.AdditionalLocations[0].SourceSpan;
        var block = root.FindNode(thrown).FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Body!;
        var check = block.Statements.Single(statement => statement.Span.Contains(thrown));
        var first = block.Statements.Take(block.Statements.IndexOf(check) + 1).Last(Waits);
        string text = body.Text.Remove(call.SpanStart, call.Span.Length).Insert(call.SpanStart, Task)
            .Insert(first.SpanStart, $"var {Task} = {call}; ");
        return body.Variant(suffix, text);
    }

    private static bool Waits(StatementSyntax statement) => statement.DescendantNodes().Any(static node => node is AwaitExpressionSyntax);
}
