using System.Collections;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Calls;

/// <summary>What attempts and circuits reckon with, piece by piece.</summary>
public sealed class AttemptPartsTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [TestCase(0.0, 0.5)]
    [TestCase(0.5, 1.0)]
    [TestCase(1.0, 1.5)]
    public void Pause_IsHalfAsLongToHalfAsLongAgain(double random, double seconds) =>
        Assert.That(RetryPause.Of(new() { Delay = Second }, 1, new IOException(), random).TotalSeconds, Is.EqualTo(seconds));

    [Test]
    public void Pause_GrowsToItsLongest()
    {
        var options = new RetryOptions { Delay = Second, UseJitter = false };
        var limited = new RetryOptions { Delay = Second, UseJitter = false, MaxDelay = 3 * Second };

        Assert.That(RetryPause.Of(options, 4, new IOException(), 0), Is.EqualTo(8 * Second));
        Assert.That(RetryPause.Of(options, 100, new IOException(), 0), Is.EqualTo(TimeSpan.FromDays(1)));
        Assert.That(RetryPause.Of(limited, 4, new IOException(), 0), Is.EqualTo(3 * Second));
    }

    [Test]
    public void Sample_ForgetsWhatIsOlderThanItsDuration()
    {
        var time = new FakeTimeProvider();
        var sample = new CircuitSample(10 * Second, time);
        time.Advance(6 * Second);
        sample.Add(isFailure: true);
        sample.Add(isFailure: false);
        Assert.That(sample.Totals(), Is.EqualTo((2, 1)));

        time.Advance(9 * Second);
        Assert.That(sample.Totals(), Is.EqualTo((2, 1)));
        time.Advance(Second);
        Assert.That(sample.Totals(), Is.EqualTo((0, 0)));
        sample.Add(isFailure: true);
        Assert.That(sample.Totals(), Is.EqualTo((1, 1)));
    }

    [Test]
    public void LostAttempt_KeepsItsFailure()
    {
        Assert.That(LostAttempt.Instance.Replace(new IOException()), Is.Null);
        Assert.That(LostAttempt.Instance.Replace(null), Is.TypeOf<OperationCanceledException>());
    }

    [TestCase(typeof(IEnumerable))]
    [TestCase(typeof(IEnumerator))]
    public void Sequence_OfAnything_CanBeReadOnce(Type type) => Assert.That(Repeatability.CanBeReadOnce(type));

    [TestCase(Effect.None, true)]
    [TestCase(Effect.Reads, true)]
    [TestCase(Effect.Writes, false)]
    public void Query_MayBeRepeated(Effect effect, bool isRepeatable)
    {
        var api = new ApiDefinition { Name = "Read", Signature = "Read()", Kind = ApiKind.Sync, Effect = effect };

        Assert.That(Repeatability.WhyNot(api) is null, Is.EqualTo(isRepeatable));
    }
}
