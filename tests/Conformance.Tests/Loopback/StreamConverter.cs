using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>An argument that is a stream crosses as its number; the other side opens it by that.</summary>
internal sealed class StreamConverterFactory(Peer peer, WireSerializer serializer) : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StreamConverter<>).MakeGenericType(typeToConvert.GenericTypeArguments), peer, serializer)!;
}

/// <inheritdoc cref="StreamConverterFactory"/>
internal sealed class StreamConverter<T>(Peer peer, WireSerializer serializer) : JsonConverter<IAsyncEnumerable<T>>
{
    public override IAsyncEnumerable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long id = reader.GetInt64();
        return RemoteStream.ReadAsync<T>(peer, () => (new Frame(FrameKind.OpenArgument, Id: 0, Target: id), []));
    }

    public override void Write(Utf8JsonWriter writer, IAsyncEnumerable<T> value, JsonSerializerOptions options)
    {
        long id = peer.Offer(value);
        serializer.Note(writer, id);
        writer.WriteNumberValue(id);
    }
}
