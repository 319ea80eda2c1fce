using System.Buffers;

namespace Pipeline.Remote.Tests;

/// <summary>Frames over messages with bounds and over streams of bytes without.</summary>
public sealed class FrameTests
{
    private static readonly Frame Sample = new()
    {
        Kind = FrameKind.ArgumentItem,
        Number = 7,
        Target = -3,
        IsCanceled = true,
        Body = new("body"u8.ToArray()),
    };

    [Test]
    public void Frame_AsOneMessage_ComesOutWhole()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Sample.WriteTo(bytes);
        Check(Frame.Parse(new(bytes.WrittenMemory)));
        Check(Frame.Parse(Pieces.Of(bytes.WrittenMemory, 1)));
    }

    [Test]
    public void Frames_InAStreamOfBytes_AreTakenOffOneByOne()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Sample.WriteWithLengthTo(bytes);
        new Frame { Kind = FrameKind.End }.WriteWithLengthTo(bytes);
        for (int arrived = 0; arrived < bytes.WrittenCount; arrived++)
        {
            var part = Pieces.Of(bytes.WrittenMemory[..arrived], 2);
            int frames = 0;
            while (Frame.TryRead(ref part, 100, out var frame))
            {
                frames++;
                Check(frame);
            }

            Assert.That(frames, Is.EqualTo(arrived < 4 + Frame.HeaderLength + 4 ? 0 : 1), $"after {arrived} bytes");
        }

        var all = new ReadOnlySequence<byte>(bytes.WrittenMemory);
        Assert.That(
            Frame.TryRead(ref all, 100, out _) && Frame.TryRead(ref all, 100, out var last) && last.Kind is FrameKind.End && all.IsEmpty);
    }

    [TestCase("09000000", "between 10")]
    [TestCase("FFFFFF7F", "between 10")]
    [TestCase("FFFFFFFF", "between 10")]
    public void Length_OutOfBounds_IsRefusedBeforeTheFrameArrives(string hex, string message)
    {
        var bytes = new ReadOnlySequence<byte>(Convert.FromHexString(hex));
        Assert.That(() => Frame.TryRead(ref bytes, 1000, out _), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));
    }

    [TestCase("00", "at least 10")]
    [TestCase("00000000000000000000", "kind 0")]
    [TestCase("11000000000000000000", "kind 17")]
    [TestCase("01020000000000000000", "flags")]
    public void Message_ThatIsNoFrame_IsRefused(string hex, string message) =>
        Assert.That(
            () => Frame.Parse(new(Convert.FromHexString(hex))), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));

    private static void Check(Frame frame)
    {
        Assert.That(frame with { Body = default }, Is.EqualTo(Sample with { Body = default }));
        Assert.That(frame.Body.ToArray(), Is.EqualTo("body"u8.ToArray()));
    }
}
