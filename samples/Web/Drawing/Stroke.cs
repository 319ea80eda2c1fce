using System.ComponentModel.DataAnnotations;

namespace DigitsWeb.Drawing;

/// <summary>A line that was drawn without lifting the pen.</summary>
/// <param name="Points">The points along the line; a single one is a dot.</param>
public sealed record Stroke([Length(1, 1000)] Point[] Points);
