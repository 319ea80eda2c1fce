using Microsoft.CodeAnalysis;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Diagnostics by body, in the order of its text.</summary>
internal sealed class Reports
{
    private readonly Dictionary<string, Diagnostic[]> _byFile;

    public Reports(IEnumerable<(BodySource Body, IEnumerable<Diagnostic> Diagnostics)> reports) => _byFile = reports.ToDictionary(
        report => report.Body.FileName,
        report => report.Diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ToArray());

    private Reports(Dictionary<string, Diagnostic[]> byFile) => _byFile = byFile;

    public IReadOnlyList<Diagnostic> this[BodySource body] => Of(body.FileName);

    public IEnumerable<Diagnostic> All => _byFile.Values.SelectMany(diagnostics => diagnostics);

    public IReadOnlyList<Diagnostic> Of(string fileName) => _byFile.GetValueOrDefault(fileName, []);

    /// <summary>These, and for the bodies that were looked at again, what was found then.</summary>
    public Reports With(Reports newer)
    {
        var byFile = new Dictionary<string, Diagnostic[]>(_byFile);
        foreach (var (file, diagnostics) in newer._byFile)
            byFile[file] = diagnostics;
        return new Reports(byFile);
    }
}
