using System.Buffers;

namespace Pipeline.AspNetCore.Answers;

/// <summary>A growing array from the pool.</summary>
internal sealed class AnswerBuffer : IBufferWriter<byte>, IDisposable
{
    private const int First = 512;

    private byte[] _bytes;
    private int _count;

    private AnswerBuffer() => _bytes = ArrayPool<byte>.Shared.Rent(First);

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public static AnswerBuffer Rent() => new();

    public void Clear() => _count = 0;

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

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Grow(int sizeHint)
    {
        int needed = checked(_count + Math.Max(sizeHint, 1));
        if (needed <= _bytes.Length)
            return;

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(needed, _bytes.Length * 2L)));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
