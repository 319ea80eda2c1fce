using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipeline.Tool.Dependences;

/// <summary>Writes what the runtime reads as <c>CallDependences</c>.</summary>
internal static class DependenceFile
{
    public const int Version = 1;

    public static void Write(IEnumerable<ApiCalls> apis, Stream output)
    {
        // Read by people and diffed: names stay as they are.
        using var json = new Utf8JsonWriter(
            output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartArray("apis");
        foreach (var api in apis.OrderBy(static api => api.Name, StringComparer.Ordinal))
            Write(json, api);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ApiCalls api)
    {
        json.WriteStartObject();
        json.WriteString("api", api.Name);
        json.WriteString("file", api.File);
        json.WriteNumber("line", api.Line);
        if (api.Ambiguity is not null)
            json.WriteString("ambiguous", api.Ambiguity);
        json.WriteStartArray("calls");
        foreach (var call in api.Calls)
        {
            json.WriteStartObject();
            json.WriteString("callee", call.Callee);
            json.WriteNumber("ordinal", call.Ordinal);
            json.WriteString("file", call.File);
            json.WriteNumber("line", call.Line);
            if (call.IsRepeated)
                json.WriteBoolean("repeated", true);
            json.WriteStartArray("needs");
            foreach (var need in call.Needs)
            {
                json.WriteStartObject();
                json.WriteNumber("call", need.Call);
                json.WriteString("why", need.Why);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
