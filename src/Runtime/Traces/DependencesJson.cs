using System.Text.Json;

namespace Pipeline.Traces;

/// <summary>The form of a file of dependences.</summary>
internal static class DependencesJson
{
    private const int Version = 1;

    /// <exception cref="FormatException">It is of another version.</exception>
    public static CallDependences Read(JsonElement root)
    {
        var version = root.GetProperty("version").GetInt32();
        return version == Version
            ? new(root.GetProperty("apis").EnumerateArray().Select(ReadApi))
            : throw new FormatException($"Its version is {version}; this runtime reads version {Version}.");
    }

    private static ApiDependences ReadApi(JsonElement api) => new()
    {
        Name = Text(api, "api") ?? throw new FormatException("An API has no name."),
        Calls = [.. api.GetProperty("calls").EnumerateArray().Select(ReadCall)],
        Ambiguity = Text(api, "ambiguous"),
    };

    private static DependentCall ReadCall(JsonElement call) => new()
    {
        Callee = Text(call, "callee") ?? throw new FormatException("A call has no callee."),
        Ordinal = call.GetProperty("ordinal").GetInt32(),
        Needs = [.. call.GetProperty("needs").EnumerateArray().Select(static need => need.GetProperty("call").GetInt32())],
        IsRepeated = call.TryGetProperty("repeated", out var repeated) && repeated.GetBoolean(),
        File = Text(call, "file"),
        Line = call.TryGetProperty("line", out var line) ? line.GetInt32() : 0,
    };

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
