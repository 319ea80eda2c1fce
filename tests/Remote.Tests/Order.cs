using System.Text.Json.Serialization;

namespace Pipeline.Remote.Tests;

public sealed record Order(int Number, string Customer, IReadOnlyList<Line> Lines)
{
    public string? Note { get; set; }

    // Computed: nothing of it is lost.
    public int Count => Lines.Count;
}

public readonly record struct Line(string Article, decimal Price, double? Weight);

[JsonSerializable(typeof(Order))]
internal sealed partial class OrderContext : JsonSerializerContext;
