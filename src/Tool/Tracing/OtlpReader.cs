using System.Globalization;
using System.Text.Json;

namespace Pipeline.Tool.Tracing;

/// <summary>Reads spans in OTLP's JSON form: one object, or one on each line, as the collector's file exporter writes them.</summary>
internal static class OtlpReader
{
    private const string Expected = "OTLP JSON is expected: an object with 'resourceSpans', as the collector's file exporter writes it.";

    /// <exception cref="InvalidDataException">It is something else; the message says what.</exception>
    public static IReadOnlyList<ExportedSpan> Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidDataException($"It is empty. {Expected}");
        if (text.TrimStart().StartsWith('<'))
            throw new InvalidDataException($"It is a page of HTML or XML. {Expected}");

        try
        {
            var spans = new List<ExportedSpan>();
            foreach (string part in Parts(text))
            {
                using var document = JsonDocument.Parse(part);
                Read(document.RootElement, spans);
            }

            return spans is [] ? throw new InvalidDataException("There is no span in it. Was anything recorded?") : spans;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"It is no JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}). {Expected}", exception);
        }
        catch (Exception exception)
            when (exception is KeyNotFoundException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new InvalidDataException($"A span in it cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The whole, or its lines where each is an object of its own.</summary>
    private static string[] Parts(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 1 && lines.All(static line => line.StartsWith('{') && line.EndsWith('}')) ? lines : [text];
    }

    private static void Read(JsonElement root, List<ExportedSpan> spans)
    {
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("resourceSpans", out var resources))
            throw new InvalidDataException($"It is JSON without spans. {Expected}");

        foreach (var resource in resources.EnumerateArray())
        {
            string process = resource.TryGetProperty("resource", out var about) ? about.GetRawText() : "";
            var known = about.ValueKind is JsonValueKind.Object ? Attributes(about) : new Dictionary<string, object?>();
            foreach (var scope in resource.TryGetProperty("scopeSpans", out var scopes) ? scopes.EnumerateArray() : default)
            {
                string program = known.GetValueOrDefault("service.name") as string
                    ?? (scope.TryGetProperty("scope", out var by) && by.TryGetProperty("name", out var name) ? name.GetString() : null)
                    ?? "unknown";
                foreach (var span in scope.TryGetProperty("spans", out var all) ? all.EnumerateArray() : default)
                    spans.Add(ReadSpan(span, process, program));
            }
        }
    }

    private static ExportedSpan ReadSpan(JsonElement span, string process, string program)
    {
        var attributes = Attributes(span);
        return new()
        {
            TraceId = span.GetProperty("traceId").GetString()!,
            SpanId = span.GetProperty("spanId").GetString()!,
            ParentId = span.TryGetProperty("parentSpanId", out var parent) ? parent.GetString() ?? "" : "",
            Name = span.GetProperty("name").GetString() ?? "",
            Process = process,
            Program = program,
            Start = Ticks(span.GetProperty("startTimeUnixNano")),
            End = Ticks(span.GetProperty("endTimeUnixNano")),
            IsServer = span.TryGetProperty("kind", out var kind) && kind.ToString() is "2" or "SPAN_KIND_SERVER",
            Failure = attributes.GetValueOrDefault("error.type") as string
                ?? (span.TryGetProperty("status", out var status) && status.TryGetProperty("code", out var code)
                    && code.ToString() is "2" or "STATUS_CODE_ERROR" ? "error" : null),
            Attributes = attributes,
        };
    }

    private static Dictionary<string, object?> Attributes(JsonElement element)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var attribute in element.TryGetProperty("attributes", out var all) ? all.EnumerateArray() : default)
            attributes[attribute.GetProperty("key").GetString()!] = Value(attribute.GetProperty("value"));
        return attributes;
    }

    // Integers are text, since 64 bits are more than JSON's numbers hold.
    private static object? Value(JsonElement value) =>
        value.TryGetProperty("stringValue", out var text) ? text.GetString()
        : value.TryGetProperty("doubleValue", out var real) ? double.Parse(real.ToString(), CultureInfo.InvariantCulture)
        : value.TryGetProperty("intValue", out var whole) ? double.Parse(whole.ToString(), CultureInfo.InvariantCulture)
        : value.TryGetProperty("boolValue", out var flag) ? flag.GetBoolean()
        : null;

    private static long Ticks(JsonElement nanoseconds) => (long)(ulong.Parse(nanoseconds.ToString(), CultureInfo.InvariantCulture) / 100);
}
