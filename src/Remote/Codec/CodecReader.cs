using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Remote;

/// <summary>Reads packed values one after another. Every length is checked against what is there before anything is allocated.</summary>
public ref struct CodecReader
{
    private SequenceReader<byte> _reader;

    /// <summary>Reads from the beginning of the bytes.</summary>
    public CodecReader(ReadOnlySequence<byte> bytes) => _reader = new(bytes);

    /// <summary>The bytes that have not been read.</summary>
    public readonly long Remaining => _reader.Remaining;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySequence<byte> Rest => _reader.UnreadSequence;

    internal ValueForm ReadForm() => (ValueForm)ReadRaw<byte>();

    internal bool TryReadNull() => _reader.IsNext((byte)ValueForm.Null, advancePast: true);

    internal void Expect(ValueForm form)
    {
        var found = ReadForm();
        if (found != form)
            throw Unexpected(found, form);
    }

    internal T ReadRaw<T>()
        where T : unmanaged
    {
        Unsafe.SkipInit(out T value);
        CopyTo(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }

    /// <summary>A number of elements that the remaining bytes can hold.</summary>
    internal int ReadCount(int elementSize)
    {
        int count = ReadRaw<int>();
        if (count < 0 || (long)count * elementSize > Remaining)
            throw new InvalidDataException($"{count} elements of {elementSize} bytes are announced, and {Remaining} bytes follow.");
        return count;
    }

    internal void CopyTo(scoped Span<byte> to)
    {
        if (!_reader.TryCopyTo(to))
            throw new InvalidDataException($"{to.Length} bytes are missing from the message's end: {Remaining} are there.");
        _reader.Advance(to.Length);
    }

    internal ReadOnlySequence<byte> Take(int length)
    {
        var bytes = _reader.UnreadSequence.Slice(0, length);
        _reader.Advance(length);
        return bytes;
    }

    internal static InvalidDataException Unexpected(ValueForm found, ValueForm expected) =>
        new($"The message has {Name(found)} where {Name(expected)} was expected: the other side declares another type.");

    private static string Name(ValueForm form) =>
        (form & ValueForm.Array) != 0 ? $"an array of {form & ~ValueForm.Array}" : form.ToString();
}
