using System.Buffers;

namespace Pipeline.Remote;

/// <summary>
/// One array, as large as was measured, so that what is packed is copied once; it grows up to a limit where the measure was a guess.
/// </summary>
internal sealed class PackedBuffer(int capacity, int limit) : IBufferWriter<byte>
{
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(Math.Min(capacity, limit));
    private int _count;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public void Advance(int count) => _count += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return _bytes.AsSpan(_count);
    }

    private void Grow(int sizeHint)
    {
        int needed = Math.Max(sizeHint, 1);
        if (_bytes.Length - _count >= needed)
            return;

        long length = Math.Max(_count + (long)needed, Math.Min(limit, _bytes.Length * 2L));
        if (length > limit)
            throw new NotSupportedException(
                $"The message needs more than the {limit} bytes that are accepted. CodecOptions.MaxBytes sets the limit.");
        Array.Resize(ref _bytes, (int)length);
    }
}
