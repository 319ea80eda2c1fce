namespace Pipeline.Generators.Models;

/// <summary>A partial property marked <c>[Depends]</c>.</summary>
/// <param name="Modifiers">Its modifiers, <c>partial</c> last.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name as written in source.</param>
/// <param name="Getter">The getter's keyword with its modifiers.</param>
/// <param name="Setter">
/// The setter's keyword, <c>set</c> or <c>init</c>, with its modifiers; null where it was forgotten, which is reported.
/// </param>
internal sealed record DependsPropertyModel(string Modifiers, string Type, string Name, string Getter, string? Setter);
