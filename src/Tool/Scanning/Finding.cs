using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Profiles;

namespace Pipeline.Tool.Scanning;

/// <summary>One place that a rule reports.</summary>
internal sealed record Finding
{
    public required Diagnostic Diagnostic { get; init; }

    /// <summary>The file it is in; null where no document of the solution holds it.</summary>
    public required Document? Document { get; init; }

    /// <summary>The path below the scanned folder.</summary>
    public required string File { get; init; }

    /// <summary>The line of the first call, counted from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The column, counted from 1.</summary>
    public required int Column { get; init; }

    /// <summary>How many calls wait for others needlessly, so how many rounds a fix saves.</summary>
    public int Waiting => Diagnostic.AdditionalLocations.Count;

    /// <summary>How many milliseconds of its API a fix saves, where a profile has measured that; zero where none has.</summary>
    public double Saves => Diagnostic.Properties.TryGetValue(Saving.Property, out string? saves) && saves is not null
        ? double.Parse(saves, CultureInfo.InvariantCulture)
        : 0;

    public string Message => Diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
