using Spectre.Console;

namespace Digits.Report;

/// <summary>A line with a title on it.</summary>
internal static class Heading
{
    /// <summary>The line with that title.</summary>
    public static Rule Of(string text) => new($"[bold]{Markup.Escape(text)}[/]") { Justification = Justify.Left, Style = "grey" };
}
