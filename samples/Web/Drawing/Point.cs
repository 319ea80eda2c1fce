using System.ComponentModel.DataAnnotations;

namespace DigitsWeb.Drawing;

/// <summary>Where the pen was, from the top left corner of the pad, whose sides are 1.</summary>
/// <param name="X">To the right.</param>
/// <param name="Y">Downwards.</param>
public sealed record Point([Range(0, 1)] float X, [Range(0, 1)] float Y);
