namespace Pipeline.Conformance.Tests.Services;

/// <summary>A value with a name, and without one for 7.</summary>
public enum Colour : long
{
    Red,
    Blue = long.MaxValue,
}

/// <summary>A record in a record.</summary>
public sealed record Order(int Number, string? Note, Customer? Customer, IReadOnlyList<OrderLine> Lines)
{
    public Colour Colour { get; init; }
}

public sealed record Customer(string Name, Guid Id);

public readonly record struct OrderLine(string Article, decimal Price, double? Weight);
