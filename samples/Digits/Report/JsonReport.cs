using System.Text.Json;
using System.Text.Json.Serialization;
using Digits.Production;

namespace Digits.Report;

/// <summary>The report as one JSON document.</summary>
public static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes the document.</summary>
    public static void Write(DigitsReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        new
        {
            report.Cores,
            Patterns = report.Patterns.Select(pattern => new
            {
                pattern.Pattern.Name,
                pattern.Accuracy,
                pattern.ElapsedMs,
                pattern.CallsMs,
                pattern.SumMs,
                pattern.LongestMs,
            }),
            Models = report.Models.Select(model => new { model.Name, model.Accuracy }),
        },
        Options));

    /// <summary>Writes what the demonstrations showed; those not chosen are left out.</summary>
    public static void Write(ProductionReport report, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(report, Options));
}
