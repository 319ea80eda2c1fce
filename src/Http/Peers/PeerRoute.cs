using System.Text.Json;

namespace Pipeline.Http.Peers;

/// <summary>An API as the other side describes it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Path">Its path below the address.</param>
/// <param name="IsRoot">Whether its one argument is the whole body.</param>
/// <param name="RootType">The JSON type of that argument.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record PeerRoute(string Name, string Path, bool IsRoot, string? RootType, IReadOnlyList<PeerArgument> Arguments)
{
    public static PeerRoute Parse(JsonElement route)
    {
        var input = route.GetProperty("input");
        bool isRoot = input.TryGetProperty("root_input", out var root) && root.ValueKind is JsonValueKind.True;
        var arguments = input.TryGetProperty("properties", out var properties) && !isRoot
            ? properties.EnumerateObject().Select(static property => new PeerArgument(property.Name, TypeOf(property.Value) is "file"))
            : [];
        return new(
            route.GetProperty("name").GetString()!,
            route.GetProperty("route").GetString()!.TrimStart('/'),
            isRoot,
            TypeOf(input),
            [.. arguments]);
    }

    /// <summary>The argument for a parameter.</summary>
    public PeerArgument? Find(string parameter) => PeerName.Find(Arguments, parameter, static argument => argument.Name);

    private static string? TypeOf(JsonElement schema) =>
        schema.ValueKind is JsonValueKind.Object && schema.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String
            ? type.GetString()
            : null;
}

/// <summary>An argument as the other side describes it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="IsFile">Whether it travels as a part of a form.</param>
internal sealed record PeerArgument(string Name, bool IsFile);
