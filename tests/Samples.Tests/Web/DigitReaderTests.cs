using Digits.Models;
using DigitsWeb.Drawing;
using DigitsWeb.Reading;

namespace Pipeline.Samples.Tests.Web;

public sealed class DigitReaderTests
{
    private static readonly Stroke[] Drawing = [new([new(0.5f, 0.5f)])];

    [Test]
    public async Task Read_AModelIsLate_AnswersWithoutIt()
    {
        DigitReader reader = new FakeModels(Late, () => Task.FromResult(FakeModels.Sure(3))).Reader;

        DigitReading reading = await reader.ReadAsync(Drawing, default);

        Assert.That(reading.Digit, Is.EqualTo(3));
        Assert.That(reading.Confidence, Is.EqualTo(1f));
        Assert.That(reading.Opinions[0], Has.Property("Digit").Null.And.Property("Failure").EqualTo("too late"));
    }

    [Test]
    public async Task Read_NoModelAnswers_HasNoDigit()
    {
        DigitReader reader = new FakeModels(Late, () => Task.FromException<Scores>(new InvalidDataException("/secret"))).Reader;

        DigitReading reading = await reader.ReadAsync(Drawing, default);

        Assert.That(reading.Digit, Is.Null);
        Assert.That(reading.Opinions.Select(opinion => opinion.Failure), Is.EqualTo(new[] { "too late", "failed", "failed", "failed", "failed" }));
    }

    [Test]
    public async Task Watch_AModelStillWorks_AnswersWithTheOthers()
    {
        var slow = new TaskCompletionSource<Scores>();
        var answers = new FakeModels(() => slow.Task, () => Task.FromResult(FakeModels.Sure(4))).Reader.WatchAsync(Drawing, default);

        var readings = new List<DigitReading>();
        await foreach (DigitReading reading in answers)
        {
            readings.Add(reading);
            if (reading.Opinions.Length == 4)
                slow.SetResult(FakeModels.Sure(9));
        }

        Assert.That(readings.Select(reading => reading.Opinions.Length), Is.EqualTo(new[] { 0, 1, 2, 3, 4, 5 }));
        Assert.That(readings[^1].Opinions[^1], Has.Property("Model").EqualTo(nameof(KernelModel)).And.Property("Digit").EqualTo(9));
        Assert.That(readings[^1].Digit, Is.EqualTo(4));
    }

    private static Task<Scores> Late() => Task.FromException<Scores>(new TimeoutException());
}
