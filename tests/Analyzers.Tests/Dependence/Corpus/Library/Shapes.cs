// What the corpus knows from metadata alone: the services and values of another assembly.
using Pipeline;

namespace Corpus.Library;

public record Row(int Id, string Name, float Rate);

public sealed record SealedRow(int Id, string Name);

public readonly record struct Span(int Low, int High);

/// <summary>Its author took over what deconstruction gives.</summary>
public record Counted(int Id, string Name)
{
    public void Deconstruct(out int id, out string name) => (id, name) = (Id, Name.Length > 0 ? Name : throw new InvalidOperationException());
}

/// <summary>Its author took over what the property gives.</summary>
public record Guarded(int Id, string Name)
{
    public string Name { get => field.Length > 0 ? field : throw new InvalidOperationException(); init; } = Name;
}

public record Derived(int Id, string Name) : Guarded(Id, Name);

public record Hidden(int Id, string Name)
{
    private string Name { get => field.Trim(); init; } = Name;
}

/// <summary>Its author took over what copying does.</summary>
public sealed record Copied(int Id, string Name)
{
    private Copied(Copied other) => (Id, Name) = (other.Id + 1, other.Name);
}

/// <summary>A value type needs no constructor.</summary>
public struct Sheet
{
    public float Value { get; set; }
    public string? Note { get; init; }
    public string? Loud { get => field; set => field = value!.Trim(); }
}

[Service(Effect = Effect.Reads)]
public partial class Ledger
{
    [Api] public (float Low, float High) Range(int id) => (id, id);
    [Api] public Row Find(int id) => new(id, "", 0);
    [Api] public SealedRow FindSealed(int id) => new(id, "");
    [Api] public Span FindSpan(int id) => new(id, id);
    [Api] public Counted FindCounted(int id) => new(id, "");
    [Api] public Guarded FindGuarded(int id) => new(id, "");
    [Api] public Copied FindCopied(int id) => new(id, "");
    [Api] public Derived FindDerived(int id) => new(id, "");
    [Api] public Hidden FindHidden(int id) => new(id, "");
    [Api] public float Rate(int id) => id;
    [Api] public float RateRow(SealedRow row) => row.Id;
    [Api] public float RateCopied(Copied row) => row.Id;
    [Api] public float RateSheet(Sheet sheet) => sheet.Value;
}
