using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Pipeline.Benchmarks.Interleaving;
using Pipeline.Remote;

namespace Pipeline.Benchmarks.Remote;

/// <summary>An argument to bytes and back: the ratio is to a copy of the memory each way.</summary>
public class CodecBenchmarks
{
    private readonly PipelineCodec _codec = new();
    private readonly JsonPipelineSerializer _json = new();
    private float[] _values = [];

    /// <summary>The length of the array.</summary>
    [Params(1_000, 1_000_000)]
    public int Length { get; set; }

    /// <summary>Fills the array.</summary>
    [GlobalSetup]
    public void Fill() => _values = [.. Enumerable.Range(0, Length).Select(static number => number * 0.5f)];

    /// <summary>What nobody can beat: one copy there, one copy back.</summary>
    [Benchmark(Baseline = true)]
    public float[] RawCopy()
    {
        byte[] bytes = GC.AllocateUninitializedArray<byte>(_values.Length * sizeof(float));
        MemoryMarshal.AsBytes(_values.AsSpan()).CopyTo(bytes);
        float[] copy = GC.AllocateUninitializedArray<float>(_values.Length);
        bytes.CopyTo(MemoryMarshal.AsBytes(copy.AsSpan()));
        return copy;
    }

    /// <summary>The codec.</summary>
    [Benchmark]
    public float[] Codec() => _codec.Unpack<float[]>(_codec.Pack(_values));

    /// <summary>System.Text.Json, which most services speak.</summary>
    [Benchmark]
    [ComparedWith(nameof(Codec))]
    public float[] Json()
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        _json.Serialize(bytes, _values);
        return _json.Deserialize<float[]>(new(bytes.WrittenMemory));
    }
}
