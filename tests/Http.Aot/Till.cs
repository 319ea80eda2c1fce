using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipeline.Http.Aot;

/// <summary>Adds up.</summary>
[Service]
public sealed partial class Till
{
    /// <summary>The sum of all lines.</summary>
    [Api]
    public string Total(Line[] lines) => lines.Sum(static line => line.Price).ToString(CultureInfo.InvariantCulture);

    /// <summary>The lines, one after another.</summary>
    [Api]
    public async IAsyncEnumerable<Line> EchoAsync(Line[] lines)
    {
        foreach (var line in lines)
        {
            await Task.Yield();
            yield return line;
        }
    }
}

/// <summary>One line of a bill.</summary>
public sealed record Line(string Article, decimal Price);

/// <summary>The metadata of all types that cross.</summary>
[JsonSerializable(typeof(Line[]))]
[JsonSerializable(typeof(string))]
internal sealed partial class AppJson : JsonSerializerContext;
