namespace Pipeline.Differential.Services;

/// <summary>A record whose array is shared by its copies.</summary>
public sealed record Row(int Id, string Name, int[] Values);

/// <summary>An object that several variables may hold and change.</summary>
public sealed class Box
{
    public int Value { get; set; }

    public string? Note { get; set; }

    public List<int> Items { get; init; } = [];
}
