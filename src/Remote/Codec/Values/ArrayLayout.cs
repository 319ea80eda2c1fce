using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Remote;

/// <summary>Values side by side: the form, their number, and their memory.</summary>
internal static class ArrayLayout
{
    private const int Header = 1 + sizeof(int);

    public static int Measure<T>(ReadOnlySpan<T> values)
        where T : unmanaged =>
        (int)Math.Min(int.MaxValue, Header + ((long)values.Length * Unsafe.SizeOf<T>()));

    public static void Write<T>(IBufferWriter<byte> to, ValueForm form, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        WriteHeader(to, form, values.Length);
        to.Write(MemoryMarshal.AsBytes(values));
    }

    public static void WriteHeader(IBufferWriter<byte> to, ValueForm form, int count)
    {
        var header = to.GetSpan(Header);
        header[0] = (byte)form;
        MemoryMarshal.Write(header[1..], in count);
        to.Advance(Header);
    }
}
