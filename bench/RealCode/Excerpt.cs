using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.RealCode;

/// <summary>A report with the code around it, as a person needs it to judge.</summary>
internal static class Excerpt
{
    private const int LongestMember = 70;

    public static string Of(Diagnostic report, int context)
    {
        var span = report.Location.GetLineSpan();
        var heading = $"{span.Path}({span.StartLinePosition.Line + 1}): {report.Id}: {report.GetMessage(null)}";
        if (report.Location.SourceTree is not { } tree)
            return heading;
        HashSet<int> marked = [.. report.AdditionalLocations.Prepend(report.Location).Select(location => location.GetLineSpan().StartLinePosition.Line)];
        var (first, last) = Lines(report, tree, marked.Min() - context, marked.Max() + context);
        var lines = tree.GetText().Lines;
        return string.Join('\n', Enumerable.Range(0, lines.Count)
            .Where(line => line >= first && line <= last)
            .Select(line => $"{(marked.Contains(line) ? ">" : " ")}{line + 1,5} {lines[line]}")
            .Prepend(heading));
    }

    /// <summary>The whole member where it is short, else the reported lines and some around them.</summary>
    private static (int First, int Last) Lines(Diagnostic report, SyntaxTree tree, int first, int last)
    {
        var member = tree.GetRoot().FindNode(report.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null)
            return (first, last);
        var span = tree.GetLineSpan(member.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line <= LongestMember
            ? (span.StartLinePosition.Line, span.EndLinePosition.Line)
            : (first, last);
    }
}
