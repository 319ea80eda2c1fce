using System.Buffers;

namespace Pipeline.Remote.Tests;

/// <summary>
/// Whatever the bytes are, reading them gives a value or an <see cref="InvalidDataException"/>, and allocates no more than they announce
/// and have.
/// </summary>
public sealed class MalformedInputTests
{
    private const int Inputs = 10_000;

    private static readonly PipelineCodec Codec = new(new() { MaxBytes = 1 << 20 });

    private static readonly (ReadOnlyMemory<byte> Bytes, Func<ReadOnlySequence<byte>, object?> Read)[] Samples =
    [
        Sample(12345678901L), Sample("a\uD800ž text"), Sample<string?>(null), Sample(1.5m), Sample(DateTime.UtcNow),
        Sample(DateTimeOffset.Now),
        Sample(DateOnly.MaxValue), Sample(TimeOnly.MaxValue), Sample(true), Sample<int?>(3), Sample(DayOfWeek.Friday),
        Sample(Guid.NewGuid()),
        Sample<float[]>([1, 2, 3, 4]), Sample<decimal[]>([1, 2]), Sample<bool[]>([true, false]), Sample<DateTime[]>([DateTime.Now]),
        Sample(new Order(7, "customer\0", [new("article", 1.50m, double.NaN), new("b", 2, null)])), Sample((1, "two", 3.0)),
        Sample<List<string?>>(["a", null]), Sample(new Dictionary<string, int?> { ["k"] = 1 }),
    ];

    [Test]
    public void RandomMutatedAndTruncatedValues_NeverCrash()
    {
        var random = new Random(11);
        int refused = 0;
        for (int input = 0; input < Inputs; input++)
        {
            var (bytes, read) = Samples[random.Next(Samples.Length)];
            byte[] mutated = Mutate(random, bytes.ToArray());
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                _ = read(random.Next(2) == 0 ? new(mutated) : Pieces.Of(mutated, random.Next(1, 9)));
            }
            catch (InvalidDataException)
            {
                refused++;
            }

            Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000), Convert.ToHexString(mutated));
        }

        Assert.That(refused, Is.GreaterThan(Inputs / 2), "the inputs are not malformed");
    }

    [Test]
    public void RandomMutatedAndTruncatedFrames_NeverCrash()
    {
        var random = new Random(12);
        var whole = new ArrayBufferWriter<byte>();
        new Frame { Kind = FrameKind.Start, Number = 3, Target = 4, IsCanceled = true, Body = new(new byte[20]) }.WriteWithLengthTo(whole);
        new Frame { Kind = FrameKind.Next, Number = 32 }.WriteWithLengthTo(whole);
        int refused = 0, read = 0;
        for (int input = 0; input < Inputs; input++)
        {
            byte[] mutated = Mutate(random, whole.WrittenSpan.ToArray());
            var bytes = random.Next(2) == 0 ? new(mutated) : Pieces.Of(mutated, random.Next(1, 9));
            try
            {
                while (Frame.TryRead(ref bytes, 1 << 16, out _))
                    read++;
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(1_000));
        Assert.That(read, Is.GreaterThan(1_000));
    }

    [Test]
    public void DeeplyNestedValue_IsRefusedOnBothSides()
    {
        var node = new Node();
        for (int depth = 0; depth < 100; depth++)
            node = new() { Next = node };
        Assert.That(() => Codec.Pack(node), Throws.Exception, "written");

        string json = string.Concat(Enumerable.Repeat("""{"Next":""", 100_000)) + "null";
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write(new byte[] { 25 });
        bytes.Write(BitConverter.GetBytes(json.Length));
        bytes.Write(System.Text.Encoding.ASCII.GetBytes(json));
        Assert.That(() => Codec.Unpack<Node>(bytes.WrittenMemory), Throws.TypeOf<InvalidDataException>(), "read");
    }

    [Test]
    public void AnnouncedLength_IsNotBelieved()
    {
        byte[] bytes = [64 + 14, 255, 255, 255, 127, 0, 0, 0, 0];
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(() => Codec.Unpack<float[]>(bytes), Throws.TypeOf<InvalidDataException>().With.Message.Contains("announced"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    private static (ReadOnlyMemory<byte>, Func<ReadOnlySequence<byte>, object?>) Sample<T>(T value) =>
        (Codec.Pack(value), bytes => Codec.Unpack<T>(bytes));

    private static byte[] Mutate(Random random, byte[] bytes)
    {
        switch (random.Next(4))
        {
            case 0:
                byte[] noise = new byte[random.Next(40)];
                random.NextBytes(noise);
                return noise;
            case 1:
                return bytes[..random.Next(bytes.Length)];
            case 2:
                return [.. bytes, .. bytes[..random.Next(1, bytes.Length)]];
            default:
                for (int change = random.Next(1, 4); change > 0; change--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
        }
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }
}
