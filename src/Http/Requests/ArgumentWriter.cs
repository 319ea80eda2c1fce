using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http.Requests;

/// <summary>Takes one argument out of the tuple of all.</summary>
internal abstract class ArgumentWriter<TArgs>(ParameterDefinition parameter)
    where TArgs : struct
{
    public ParameterDefinition Parameter { get; } = parameter;

    /// <summary>The argument, taken while the call starts: afterwards the caller may change it.</summary>
    public abstract SentArgument Take(in TArgs args);
}

/// <inheritdoc cref="ArgumentWriter{TArgs}"/>
internal sealed class ArgumentWriter<TArgs, T>(Parameter<TArgs, T> parameter, JsonSerializerOptions json) : ArgumentWriter<TArgs>(parameter)
    where TArgs : struct
{
    private readonly JsonTypeInfo<T>? _type = typeof(T) == typeof(Stream) ? null : (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T));

    public override SentArgument Take(in TArgs args)
    {
        var value = parameter.Get(args);
        bool isDefault = parameter.IsOptional && EqualityComparer<T>.Default.Equals(value, parameter.Default);
        if (WebTypes.IsFile(typeof(T)))
            return new(
                Parameter, null, FileOf(value), isDefault, _type is null ? null : () => JsonSerializer.SerializeToUtf8Bytes(value, _type));
        return new(Parameter, JsonSerializer.SerializeToUtf8Bytes(value, _type!), null, isDefault, null);
    }

    private static HttpContent? FileOf(T value) => value switch
    {
        byte[] bytes => new ByteArrayContent([.. bytes]),
        ReadOnlyMemory<byte> bytes => new ByteArrayContent(bytes.ToArray()),
        Stream stream => new StreamContent(stream),
        _ => null,
    };
}
