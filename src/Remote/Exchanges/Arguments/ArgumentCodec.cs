using System.Buffers;
using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>Packs one argument of an API's.</summary>
/// <typeparam name="TArgs">The value tuple of the API's arguments.</typeparam>
internal abstract class ArgumentCodec<TArgs>
    where TArgs : struct
{
    /// <summary>Whether the argument need not be sent, since the service fills in the same.</summary>
    public abstract bool IsDefault(TArgs args);

    public abstract void Write(PipelineCodec codec, IBufferWriter<byte> to, TArgs args, OfferedStreams streams);

    public abstract void Read(PipelineCodec codec, ref CodecReader from, ref TArgs args, IArgumentStreams streams);

    /// <summary>Throws if values of the type cannot cross whole.</summary>
    public abstract void Check(PipelineCodec codec);
}

/// <inheritdoc cref="ArgumentCodec{TArgs}"/>
internal sealed class ValueArgumentCodec<TArgs, TValue>(Parameter<TArgs, TValue> parameter) : ArgumentCodec<TArgs>
    where TArgs : struct
{
    public override bool IsDefault(TArgs args) =>
        parameter.IsOptional && EqualityComparer<TValue>.Default.Equals(parameter.Get(args), parameter.Default);

    public override void Write(PipelineCodec codec, IBufferWriter<byte> to, TArgs args, OfferedStreams streams) =>
        codec.Write(to, parameter.Get(args));

    public override void Read(PipelineCodec codec, ref CodecReader from, ref TArgs args, IArgumentStreams streams) =>
        parameter.Set(ref args, codec.Read<TValue>(ref from));

    public override void Check(PipelineCodec codec) => codec.Check<TValue>();
}

/// <summary>A stream stays with the caller; its number crosses.</summary>
internal sealed class StreamArgumentCodec<TArgs, TItem>(StreamParameter<TArgs, TItem> parameter) : ArgumentCodec<TArgs>
    where TArgs : struct
{
    private const int Null = -1;

    public override bool IsDefault(TArgs args) => parameter.IsOptional && parameter.Get(args) is null;

    public override void Write(PipelineCodec codec, IBufferWriter<byte> to, TArgs args, OfferedStreams streams) =>
        codec.Write(to, parameter.Get(args) is { } stream ? streams.Offer(stream) : Null);

    public override void Read(PipelineCodec codec, ref CodecReader from, ref TArgs args, IArgumentStreams streams)
    {
        int number = codec.Read<int>(ref from);
        parameter.Set(ref args, number == Null ? null! : streams.Open<TItem>(number));
    }

    public override void Check(PipelineCodec codec) => codec.Check<TItem>();
}

/// <summary>Makes the codec of a parameter, whose type only it knows.</summary>
internal sealed class ArgumentCodecFactory<TArgs> : IParameterVisitor<TArgs, ArgumentCodec<TArgs>>
    where TArgs : struct
{
    public ArgumentCodec<TArgs> Visit<TValue>(Parameter<TArgs, TValue> parameter) => new ValueArgumentCodec<TArgs, TValue>(parameter);

    public ArgumentCodec<TArgs> VisitStream<TItem>(StreamParameter<TArgs, TItem> parameter) =>
        new StreamArgumentCodec<TArgs, TItem>(parameter);
}
