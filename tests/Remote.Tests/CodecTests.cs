using System.Buffers;
using System.Globalization;

namespace Pipeline.Remote.Tests;

/// <summary>What goes in comes out.</summary>
public sealed class CodecTests
{
    private static readonly PipelineCodec Codec = new();

    private static readonly string?[] Texts =
        [null, "", "\0", "\uD800", "a\uDC00\uD800b", "👩‍👩‍👧‍👦", "\uFEFF\uFFFE\uFFFF", "\0D800", new string('ž', 100_000)];

    private static IEnumerable<object> Primitives() =>
    [
        true, false, sbyte.MinValue, byte.MaxValue, short.MinValue, ushort.MaxValue, int.MinValue, uint.MaxValue, long.MinValue,
        ulong.MaxValue,
        Int128.MinValue, UInt128.MaxValue, Half.NaN, float.NaN, -0.0f, double.NegativeInfinity, -0.0, double.Epsilon, 'x', '\uD800',
        1.50m, 0.00m, decimal.MinValue, -0.0m, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), TimeSpan.MinValue,
        DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Local),
        DateTime.SpecifyKind(new(1, 2, 3), DateTimeKind.Utc), DateTime.MinValue,
        DateTimeOffset.MaxValue, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-330)), DateOnly.MaxValue, TimeOnly.MaxValue,
        DayOfWeek.Friday, (DayOfWeek)77,
    ];

    [TestCaseSource(nameof(Primitives))]
    public void Primitive_ComesOutBitForBit(object value) => Check((dynamic)value);

    [Test]
    public void Text_ComesOutUnitByUnit([ValueSource(nameof(Texts))] string? text)
    {
        Assert.That(RoundTrip(text), Is.EqualTo(text));
        Assert.That(RoundTrip<List<string?>>([text, "x"])[0], Is.EqualTo(text), "through the serializer");
        Assert.That(RoundTrip<Dictionary<string, int>>(new() { [text ?? ""] = 1 }).Keys.Single(), Is.EqualTo(text ?? ""), "as a key");
    }

    [Test]
    public void Array_ComesOutWhole()
    {
        Assert.That(RoundTrip<float[]>([1, float.NaN, -0.0f])!.Select(BitConverter.SingleToInt32Bits),
            Is.EqualTo(new[] { 1, float.NaN, -0.0f }.Select(BitConverter.SingleToInt32Bits)));
        Assert.That(RoundTrip<byte[]?>(null), Is.Null);
        Assert.That(RoundTrip<byte[]>([]), Is.Empty);
        Assert.That(RoundTrip<bool[]>([true, false]), Is.EqualTo(new[] { true, false }));
        Assert.That(RoundTrip<decimal[]>([1.50m, 0.00m])!.Select(d => d.ToString(CultureInfo.InvariantCulture)),
            Is.EqualTo(new[] { "1.50", "0.00" }));
        Assert.That(RoundTrip<DateTime[]>([DateTime.MaxValue])!, Is.EqualTo(new[] { DateTime.MaxValue }));
        Assert.That(RoundTrip<DayOfWeek[]>([DayOfWeek.Monday]), Is.EqualTo(new[] { DayOfWeek.Monday }));
    }

    [Test]
    public void AnythingElse_GoesThroughTheSerializer()
    {
        var order = new Order(7, "ž", [new("a", 1.50m, double.NaN)]) { Note = "\uDC00" };
        var copy = RoundTrip(order);
        Assert.That(
            (copy.Number, copy.Customer, copy.Note, copy.Lines[0]), Is.EqualTo((order.Number, order.Customer, order.Note, order.Lines[0])));
        Assert.That(RoundTrip((1, ("x", 2.5), (int?)null)), Is.EqualTo((1, ("x", 2.5), (int?)null)));
        Assert.That(RoundTrip<Order?>(null), Is.Null);
        Assert.That(RoundTrip<IReadOnlyList<string?>>([null, ""]), Is.EqualTo(new[] { null, "" }));
        Assert.That(RoundTrip(new Uri("../ž?q=1", UriKind.Relative)), Is.EqualTo(new Uri("../ž?q=1", UriKind.Relative)));
    }

    [Test]
    public void Bytes_InPieces_AreReadAsInOnePiece()
    {
        var bytes = Codec.Pack<float[]>([1, 2, 3]);
        var text = Codec.Pack("a\uD800ž");
        Assert.That(Codec.Unpack<float[]>(Pieces.Of(bytes, 1)), Is.EqualTo(new[] { 1f, 2, 3 }));
        Assert.That(Codec.Unpack<string>(Pieces.Of(text, 1)), Is.EqualTo("a\uD800ž"));
        Assert.That(Codec.Unpack<Order>(Pieces.Of(Codec.Pack(new Order(1, "c", [])), 3)).Customer, Is.EqualTo("c"));
    }

    [Test]
    public void Integer_IsReadByAnyTypeThatCanHoldIt()
    {
        Assert.That(Codec.Unpack<long>(Codec.Pack(int.MinValue)), Is.EqualTo((long)int.MinValue));
        Assert.That(Codec.Unpack<int>(Codec.Pack(5L)), Is.EqualTo(5));
        Assert.That(Codec.Unpack<double>(Codec.Pack(0.1f)), Is.EqualTo((double)0.1f));
        Assert.That(() => Codec.Unpack<int>(Codec.Pack(long.MaxValue)),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("System.Int32"));
        Assert.That(() => Codec.Unpack<uint>(Codec.Pack(-1)), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => Codec.Unpack<float>(Codec.Pack(0.1)), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => Codec.Unpack<int[]>(Codec.Pack<long[]>([1])), Throws.TypeOf<InvalidDataException>());
        Assert.That(() => Codec.Unpack<string>(Codec.Pack(1)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("another type"));
    }

    [Test]
    public void Array_IsCopiedOnce()
    {
        float[] values = new float[1_000_000];
        _ = Codec.Pack(values);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var bytes = Codec.Pack(values);
        long packing = GC.GetAllocatedBytesForCurrentThread() - before;
        _ = Codec.Unpack<float[]>(bytes);
        long reading = GC.GetAllocatedBytesForCurrentThread() - before - packing;
        Assert.That(packing, Is.LessThan(4_100_000));
        Assert.That(reading, Is.LessThan(4_100_000));
    }

    [Test]
    public void Message_BeyondTheLimit_IsRefusedOnBothSides()
    {
        var small = new PipelineCodec(new() { MaxBytes = 100 });
        Assert.That(() => small.Pack(new byte[100]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("MaxBytes"));
        Assert.That(() => small.Pack(new Order(1, new string('x', 200), [])), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => small.Unpack<byte[]>(Codec.Pack(new byte[100])), Throws.TypeOf<InvalidDataException>());
        Assert.That(small.Unpack<byte[]>(small.Pack(new byte[90])), Has.Length.EqualTo(90));
    }

    [Test]
    public void OwnSerializer_GetsWhatTheCodecDoesNotPack()
    {
        var own = new PipelineCodec(new() { Serializer = new NumberOnly() });
        Assert.That(own.Unpack<Order>(own.Pack(new Order(41, "gone", []))).Number, Is.EqualTo(42));
        Assert.That(own.Unpack<string>(own.Pack("text")), Is.EqualTo("text"));
    }

    private static void Check<T>(T value)
        where T : struct
    {
        Assert.That(Bits(RoundTrip(value)), Is.EqualTo(Bits(value)));
        Assert.That(Bits(RoundTrip<T?>(value)!.Value), Is.EqualTo(Bits(value)));
        Assert.That(RoundTrip<T?>(null), Is.Null);
        Assert.That(RoundTrip<T[]>([value, default])!.Select(Bits), Is.EqualTo(new[] { Bits(value), Bits(default(T)) }));
    }

    private static string Bits<T>(T value) => value switch
    {
        double real => BitConverter.DoubleToInt64Bits(real).ToString(CultureInfo.InvariantCulture),
        float real => BitConverter.SingleToInt32Bits(real).ToString(CultureInfo.InvariantCulture),
        decimal exact => string.Join(' ', decimal.GetBits(exact)),
        DateTime moment => $"{moment.Ticks} {moment.Kind}",
        DateTimeOffset moment => $"{moment.Ticks} {moment.Offset}",
        _ => $"{value}",
    };

    private static T RoundTrip<T>(T value) => Codec.Unpack<T>(Codec.Pack(value));

    private sealed class NumberOnly : PipelineSerializer
    {
        public override void Serialize<T>(IBufferWriter<byte> output, T value) => output.Write([(byte)((Order)(object)value!).Number]);

        public override T Deserialize<T>(ReadOnlySequence<byte> bytes) => (T)(object)new Order(bytes.FirstSpan[0] + 1, "", []);
    }
}
