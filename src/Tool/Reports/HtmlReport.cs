using System.Globalization;
using System.Net;
using System.Text;
using Pipeline.Tool.Scanning;

namespace Pipeline.Tool.Reports;

/// <summary>One page that can be sent around: every place with the code before and after its fix, and why it is right.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
        body { color: #1c1c1c; background: #fff }
        h1 { font-size: 1.5rem } h2 { font-size: 1.05rem; margin: 2.5rem 0 .3rem; overflow-wrap: anywhere }
        .saves { color: #1a7f37; font-weight: normal }
        .note { color: #666 } .why { margin: .2rem 0 .6rem } a { color: #0a58ca }
        pre { margin: 0; padding: .6rem .8rem; overflow-x: auto; font: 13px/1.45 ui-monospace, monospace }
        pre { border-left: 4px solid #ccc; background: #f6f6f6 }
        pre.before { border-color: #d1242f } pre.after { border-color: #1a7f37; margin-top: .4rem }
        @media (prefers-color-scheme: dark) {
          body { background: #161616; color: #e6e6e6 } pre { background: #222 } .note { color: #aaa } .saves { color: #57ab5a } a { color: #6ea8fe }
        }
        """;

    /// <param name="result">What was found.</param>
    /// <param name="name">What was scanned.</param>
    /// <param name="notes">How it was read.</param>
    /// <param name="previews">For each finding, in the same order, the code before and after.</param>
    public static string Write(ScanResult result, string name, IReadOnlyList<string> notes, IReadOnlyList<FixPreview?> previews)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>pipeline scan: {Text(name)}</title>
            <style>
            {Style}
            </style></head>
            <body>
            <h1>{Text(name)}</h1>
            <p>{result.Findings.Count} place(s) in {result.Projects} project(s), the most promising first.

            """);
        page.Append("A place is listed only if running its calls together can change nothing but time.</p>\n");
        foreach (string note in notes)
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Text(note)}</p>\n");
        for (int index = 0; index < result.Findings.Count; index++)
            Append(page, result.Findings[index], previews[index]);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder page, Finding finding, FixPreview? preview)
    {
        string saves = finding.Saves > 0
            ? string.Create(CultureInfo.InvariantCulture, $" <span class=\"saves\">{finding.Saves:0.#} ms</span>")
            : "";
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(finding.File)}:{finding.Line}{saves}</h2>\n");
        var rule = finding.Diagnostic.Descriptor;
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"why\"><a href=\"{Text(rule.HelpLinkUri)}\">{rule.Id}</a> {Text(finding.Message)}</p>\n");
        if (preview is null)
        {
            page.Append("<p class=\"note\">No fix is safe enough to be offered here.</p>\n");
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<pre class=\"before\">{Code(preview.Before)}</pre>\n");
        page.Append(CultureInfo.InvariantCulture, $"<pre class=\"after\">{Code(preview.After)}</pre>\n");
    }

    /// <summary>The lines without the indentation that all of them have.</summary>
    private static string Code(IReadOnlyList<string> lines)
    {
        int indentation = lines.Where(static line => line.Trim().Length > 0)
            .Select(static line => line.Length - line.TrimStart().Length)
            .DefaultIfEmpty().Min();
        return Text(string.Join('\n', lines.Select(line => line.Length > indentation ? line[indentation..] : line.TrimStart())));
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
