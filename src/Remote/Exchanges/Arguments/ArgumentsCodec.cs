using System.Buffers;
using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>Packs the arguments of an API: a bit for each that is sent, then these, in the order of the caller's parameters.</summary>
internal sealed class ArgumentsCodec<TArgs>
    where TArgs : struct
{
    private const int BitsOfAByte = 8;

    private readonly PipelineCodec _codec;
    private readonly IReadOnlyList<Parameter<TArgs>> _parameters;
    private readonly ArgumentCodec<TArgs>[] _arguments;

    public ArgumentsCodec(PipelineCodec codec, IReadOnlyList<Parameter<TArgs>> parameters, ApiContract contract)
    {
        _codec = codec;
        _parameters = parameters;
        Contract = contract;
        var factory = new ArgumentCodecFactory<TArgs>();
        _arguments = [.. parameters.Select(parameter => parameter.Accept(factory))];
    }

    public ApiContract Contract { get; }

    /// <summary>Throws if an argument's type cannot cross whole.</summary>
    public void Check()
    {
        foreach (var argument in _arguments)
            argument.Check(_codec);
    }

    public void Write(IBufferWriter<byte> to, TArgs args, OfferedStreams streams)
    {
        Span<bool> sent = stackalloc bool[_arguments.Length];
        for (int place = 0; place < sent.Length; place++)
            sent[place] = !_arguments[place].IsDefault(args);

        for (int first = 0; first < sent.Length; first += BitsOfAByte)
        {
            byte bits = 0;
            for (int bit = 0; bit < BitsOfAByte && first + bit < sent.Length; bit++)
                bits |= (byte)(sent[first + bit] ? 1 << bit : 0);
            to.Write([bits]);
        }

        for (int place = 0; place < sent.Length; place++)
        {
            if (sent[place])
                _arguments[place].Write(_codec, to, args, streams);
        }
    }

    /// <exception cref="MissingMethodException">The caller's parameters do not fit.</exception>
    /// <exception cref="InvalidDataException">The bytes are no arguments.</exception>
    public TArgs Read(ref CodecReader from, string contract, IArgumentStreams streams)
    {
        var match = Contract.Match(contract);
        if (match.Problem is not null)
            throw new MissingMethodException(match.Problem);

        var bits = from.Take(from.Remaining < Bytes(match) ? throw new InvalidDataException("The arguments are missing.") : Bytes(match));
        Span<byte> sent = stackalloc byte[Bytes(match)];
        bits.CopyTo(sent);

        var args = default(TArgs);
        foreach (var parameter in _parameters)
        {
            if (parameter.IsOptional)
                parameter.SetDefault(ref args);
        }

        for (int place = 0; place < match.Places.Length; place++)
        {
            if ((sent[place / BitsOfAByte] & (1 << (place % BitsOfAByte))) != 0)
                ReadOne(ref from, match.Places[place], contract, ref args, streams);
            else if (match.Places[place] is >= 0 and var own && !_parameters[own].IsOptional)
                throw new InvalidDataException($"The argument {_parameters[own].Name} is missing.");
        }

        return from.Remaining == 0
            ? args
            : throw new InvalidDataException($"{from.Remaining} bytes follow the arguments.");
    }

    private static int Bytes(ContractMatch match) => (match.Places.Length + BitsOfAByte - 1) / BitsOfAByte;

    private void ReadOne(ref CodecReader from, int place, string contract, ref TArgs args, IArgumentStreams streams)
    {
        if (place < 0)
            throw new MissingMethodException(Contract.Mismatch(contract));
        try
        {
            _arguments[place].Read(_codec, ref from, ref args, streams);
        }
        catch (InvalidDataException exception) when (contract != Contract.Text)
        {
            throw new MissingMethodException(Contract.Mismatch(contract), exception);
        }
    }
}
