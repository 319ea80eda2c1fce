using CsCheck;
using Speech.Audio;

namespace Pipeline.Samples.Tests.Speech;

public sealed class WavSoundTests
{
    private static readonly short[] Samples = [0, 16_384, -32_768];
    private static readonly float[] Levels = [0, 0.5f, -1];

    [Test]
    public void Parse_SixteenBitIntegers_GivesLevels()
    {
        WavSound sound = WavSound.Parse("a.wav", WavBytes.Pcm16(Samples, rate: 8_000, channels: 3));

        Assert.That((sound.SampleRate, sound.Channels), Is.EqualTo((8_000, 3)));
        Assert.That(sound.Samples, Is.EqualTo(Levels));
    }

    [Test]
    public void Parse_Floats_GivesThem()
    {
        Assert.That(WavSound.Parse("a.wav", WavBytes.Float32(Levels)).Samples, Is.EqualTo(Levels));
    }

    [Test]
    public void Parse_ExtensibleFormat_LooksUpTheRealEncoding()
    {
        byte[] extension = [22, 0, 16, 0, 4, 0, 0, 0, 1, 0, .. new byte[14]];
        byte[] file = WavBytes.File(WavBytes.Format(-2, 1, 16_000, 16, extension), WavBytes.Data([0, 64]));

        Assert.That(WavSound.Parse("a.wav", file).Samples, Is.EqualTo(new[] { 0.5f }));
    }

    [Test]
    public void Parse_OtherChunksOfOddLength_SkipsThem()
    {
        byte[] file = WavBytes.File(
            WavBytes.Chunk("LIST"u8, [1, 2, 3]), WavBytes.Format(1, 1, 16_000, 16), WavBytes.Chunk("junk"u8, [1]), WavBytes.Data([0, 64]));

        Assert.That(WavSound.Parse("a.wav", file).Samples, Is.EqualTo(new[] { 0.5f }));
    }

    [Test]
    public void Parse_SizeLeftOpen_ReadsToTheEnd()
    {
        byte[] file = WavBytes.Pcm16(Samples);
        file.AsSpan(40, 4).Fill(0xFF);

        Assert.That(WavSound.Parse("a.wav", file).Samples, Is.EqualTo(Levels));
    }

    [Test]
    public void Parse_CutShort_SaysHowMuchIsMissing()
    {
        byte[] file = WavBytes.Pcm16(Samples);

        Assert.That(
            () => WavSound.Parse("a.wav", file.AsSpan(..^2)),
            Throws.TypeOf<AudioException>().With.Message.EqualTo("a.wav: is cut short: 6 bytes were to follow, 4 do"));
    }

    [Test]
    public void Parse_NoData_NamesTheMissingChunk()
    {
        byte[] file = WavBytes.File(WavBytes.Format(1, 1, 16_000, 16));

        Assert.That(() => WavSound.Parse("a.wav", file), Throws.TypeOf<AudioException>().With.Message.Contains("no \"data\" chunk"));
    }

    [Test]
    public void Parse_EightBits_SaysWhatCanBeRead()
    {
        Assert.That(() => WavSound.Parse("a.wav", WavBytes.Pcm8([1, 2])), Throws.TypeOf<AudioException>().With.Message.Contains("8-bit"));
    }

    [Test]
    public void Parse_AnyDamage_GivesSoundOrAnAudioException()
    {
        byte[] good = WavBytes.Pcm16([.. Enumerable.Range(0, 20).Select(sample => (short)sample)]);
        Gen.Select(Gen.Int[0, good.Length], Gen.Int[0, good.Length - 1], Gen.Byte).Sample((length, place, value) =>
        {
            byte[] bytes = [.. good];
            bytes[place] = value;
            try
            {
                WavSound.Parse("a.wav", bytes.AsSpan(..length));
            }
            catch (AudioException)
            {
            }
        });
    }
}
