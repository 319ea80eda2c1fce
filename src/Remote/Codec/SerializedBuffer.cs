using System.Buffers;

namespace Pipeline.Remote;

/// <summary>Where a serializer writes before its length is known; each thread keeps one of moderate size.</summary>
internal sealed class SerializedBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Kept = 1 << 16;

    [ThreadStatic]
    private static SerializedBuffer? _spare;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public static SerializedBuffer Rent()
    {
        var buffer = _spare ?? new();
        _spare = null;
        return buffer;
    }

    public void Advance(int count) => _bytes.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => _bytes.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => _bytes.GetSpan(sizeHint);

    public void Dispose()
    {
        if (_bytes.Capacity > Kept)
            return;
        _bytes.ResetWrittenCount();
        _spare = this;
    }
}
