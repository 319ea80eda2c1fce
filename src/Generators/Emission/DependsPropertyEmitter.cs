using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes the bodies of the partial properties marked <c>[Depends]</c>.</summary>
internal static class DependsPropertyEmitter
{
    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        if (service.DependsProperties.IsEmpty)
            return;

        writer.Separate();
        writer.Write("#pragma warning disable CS9258 // 'field' is the keyword, whatever else the class calls so.");
        foreach (var property in service.DependsProperties)
        {
            writer.Separate();
            writer.Write($"{property.Modifiers} {property.Type} {property.Name} {{ {property.Getter} => field; {Setter(property)}}}");
        }
    }

    private static string Setter(DependsPropertyModel property) => property.Setter is { } setter ? $"{setter} => field = value; " : "";
}
