using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Generators.Emission;

/// <summary>Spells values.</summary>
internal static class Literal
{
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>In ticks: exact, whatever the unit it was declared in.</summary>
    public static string Of(TimeSpan duration) =>
        $"global::System.TimeSpan.FromTicks({duration.Ticks.ToString(CultureInfo.InvariantCulture)}L)";

    /// <summary>A member of the runtime's <c>Effect</c>.</summary>
    public static string OfEffect(int effect) => effect switch
    {
        1 => "global::Pipeline.Effect.None",
        2 => "global::Pipeline.Effect.Reads",
        3 => "global::Pipeline.Effect.Writes",
        _ => $"(global::Pipeline.Effect)({Of(effect)})",
    };
}
