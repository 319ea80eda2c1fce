using Microsoft.CodeAnalysis;

namespace Pipeline.Tool.Scanning;

/// <summary>Severities as <c>.editorconfig</c> names them.</summary>
internal static class Severities
{
    public static bool TryParse(string name, out DiagnosticSeverity severity)
    {
        DiagnosticSeverity? found = name.ToUpperInvariant() switch
        {
            "SUGGESTION" or "INFO" => DiagnosticSeverity.Info,
            "WARNING" => DiagnosticSeverity.Warning,
            "ERROR" => DiagnosticSeverity.Error,
            _ => null,
        };
        severity = found.GetValueOrDefault();
        return found is not null;
    }

    public static string NameOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Info => "suggestion",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Error => "error",
        _ => "hidden",
    };
}
