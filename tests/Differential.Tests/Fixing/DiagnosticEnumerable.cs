using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Pipeline.Differential.Fixing;

internal static class DiagnosticEnumerable
{
    /// <summary>Those of which there were fewer before, in words.</summary>
    public static IEnumerable<string> BeyondThoseOf(this IEnumerable<Diagnostic> after, IEnumerable<Diagnostic> before)
    {
        var known = before.CountBy(diagnostic => diagnostic.Id).ToDictionary();
        return after.GroupBy(diagnostic => diagnostic.Id)
            .Where(same => same.Count() > known.GetValueOrDefault(same.Key))
            .Select(same => same.Last().ToString());
    }

    /// <summary>The same report in another tree of the same text: a fix-all asks the solution whose tree it is.</summary>
    public static Diagnostic In(this Diagnostic report, SyntaxTree tree)
    {
        return report.Location.SourceTree == tree
            ? report
            : Diagnostic.Create(
                report.Id, report.Descriptor.Category, report.GetMessage(CultureInfo.InvariantCulture), report.Severity, report.DefaultSeverity,
                isEnabledByDefault: true, report.WarningLevel, report.Descriptor.Title, report.Descriptor.Description, report.Descriptor.HelpLinkUri,
                Moved(report.Location), report.AdditionalLocations.Select(Moved), report.Descriptor.CustomTags, report.Properties);

        Location Moved(Location location) => Location.Create(tree, location.SourceSpan);
    }
}
