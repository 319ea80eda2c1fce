using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.RealCode;

/// <summary>Marked lines with the code around them, as a person needs it to judge.</summary>
internal static class Excerpt
{
    private const int LongestMember = 70;

    public static string Of(Diagnostic report, int context) =>
        Of($"{report.Id}: {report.GetMessage(null)}", [report.Location, .. report.AdditionalLocations], context);

    /// <summary>The heading, where the first of the locations is, and the code from the first to the last.</summary>
    public static string Of(string heading, IReadOnlyList<Location> locations, int context)
    {
        var span = locations[0].GetLineSpan();
        heading = $"{span.Path}({span.StartLinePosition.Line + 1}): {heading}";
        if (locations[0].SourceTree is not { } tree)
            return heading;
        HashSet<int> marked = [.. locations.Select(location => location.GetLineSpan().StartLinePosition.Line)];
        var (first, last) = Lines(tree, locations[0], marked.Min() - context, marked.Max() + context);
        var lines = tree.GetText().Lines;
        return string.Join('\n', Enumerable.Range(0, lines.Count)
            .Where(line => line >= first && line <= last)
            .Select(line => $"{(marked.Contains(line) ? ">" : " ")}{line + 1,5} {lines[line]}")
            .Prepend(heading));
    }

    /// <summary>The whole member where it is short, else the marked lines and some around them.</summary>
    private static (int First, int Last) Lines(SyntaxTree tree, Location location, int first, int last)
    {
        var member = tree.GetRoot().FindNode(location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>();
        if (member is null)
            return (first, last);
        var span = tree.GetLineSpan(member.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line <= LongestMember
            ? (span.StartLinePosition.Line, span.EndLinePosition.Line)
            : (first, last);
    }
}
