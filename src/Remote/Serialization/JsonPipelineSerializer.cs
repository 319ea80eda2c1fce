using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Pipeline.Remote;

/// <summary>
/// System.Text.Json, set so that a value comes out as it went in: fields of tuples, <c>NaN</c>, and halves of surrogate pairs included.
/// </summary>
public sealed class JsonPipelineSerializer : PipelineSerializer
{
    private const string Reflection =
        "Only where the application has reflection-based serialization enabled; otherwise types come from its JsonSerializerContext.";

    private readonly JsonSerializerOptions _options;
    private readonly JsonWriterOptions _writing;
    private readonly JsonReaderOptions _reading;

    /// <summary>Serializes the types of a context, and all others by reflection where the application allows it.</summary>
    /// <param name="context">The application's context; needed for native AOT. Null for reflection alone.</param>
    /// <param name="maxDepth">How deep values may be nested, both written and read.</param>
    public JsonPipelineSerializer(JsonSerializerContext? context = null, int maxDepth = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDepth, 1);
        _options = new()
        {
            IncludeFields = true,
            MaxDepth = maxDepth,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters = { new LosslessStringConverter(), new LosslessCharConverter() },
            TypeInfoResolver = JsonSerializer.IsReflectionEnabledByDefault
                ? JsonTypeInfoResolver.Combine(context, CreateReflectionResolver())
                : JsonTypeInfoResolver.Combine(context),
        };
        _options.MakeReadOnly();
        _writing = new() { MaxDepth = maxDepth, SkipValidation = true };
        _reading = new() { MaxDepth = maxDepth };
    }

    /// <inheritdoc/>
    public override void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        var info = TypeInfo<T>();
        if (value?.GetType() is { } type && type != typeof(T) && info is { Kind: JsonTypeInfoKind.Object, PolymorphismOptions: null })
            throw new NotSupportedException(
                $"{type} cannot cross as {typeof(T)}: its own members would be lost. Mark {typeof(T)} with [JsonDerivedType].");

        using var writer = new Utf8JsonWriter(output, _writing);
        JsonSerializer.Serialize(writer, value, info);
    }

    /// <inheritdoc/>
    public override T Deserialize<T>(ReadOnlySequence<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, _reading);
        var value = JsonSerializer.Deserialize(ref reader, TypeInfo<T>())!;
        return reader.Read() ? throw new JsonException("Something follows the value.") : value;
    }

    /// <inheritdoc/>
    public override void Check<T>() => new LossCheck(_options).Check(typeof(T));

    private JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T));

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Reflection)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Reflection)]
    private static DefaultJsonTypeInfoResolver CreateReflectionResolver() => new();
}
