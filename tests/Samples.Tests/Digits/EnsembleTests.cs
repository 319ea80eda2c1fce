using Digits;
using Digits.Features;
using Digits.Models;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>What the five patterns call, and what overlaps. A call ends only when all that must overlap it have started.</summary>
[CancelAfter(30_000)]
public sealed class EnsembleTests
{
    [Test]
    public void ReadSync_Fakes_CallsNothingOnAnotherThread()
    {
        var overlap = new Overlap(1);

        Assert.That(FakeServices.Ensemble(overlap).ReadSync(FakeServices.Images, default), Is.EqualTo(new[] { 3 }));
        Assert.That(overlap.Started, Is.Empty);
    }

    [Test]
    public async Task ReadSequential_Fakes_CallsOneAfterAnother(CancellationToken cancellationToken)
    {
        var overlap = new Overlap(1);

        int[] digits = await FakeServices.Ensemble(overlap).ReadSequentialAsync(FakeServices.Images, cancellationToken).WaitAsync(cancellationToken);

        Assert.That(digits, Is.EqualTo(new[] { 3 }));
        Assert.That(overlap.Started, Is.EqualTo(new[] { nameof(GradientFeatures), nameof(GradientModel), nameof(Ranker) }));
        Assert.That(overlap.Peak, Is.EqualTo(1));
    }

    [Test]
    public async Task ReadParallel_Fakes_CallsAllModelsAtOnce(CancellationToken cancellationToken)
    {
        var overlap = new Overlap(3);

        int[] digits = await FakeServices.Ensemble(overlap).ReadParallelAsync(FakeServices.Images, cancellationToken).WaitAsync(cancellationToken);

        Assert.That(digits, Is.EqualTo(new[] { 3 }));
        Assert.That(overlap.Peak, Is.EqualTo(3));
    }

    [Test]
    public async Task ReadMixed_Fakes_RunsBothChainsAtOnceThenRanks(CancellationToken cancellationToken)
    {
        var overlap = new Overlap(2);

        int[] digits = await FakeServices.Ensemble(overlap).ReadMixedAsync(FakeServices.Images, cancellationToken).WaitAsync(cancellationToken);

        Assert.That(digits, Is.EqualTo(new[] { 3 }));
        Assert.That(overlap.Peak, Is.EqualTo(2));
        Assert.That(overlap.Started.Take(2), Is.EqualTo(new[] { nameof(GradientFeatures), nameof(ProfileFeatures) }));
        Assert.That(overlap.Started[^1], Is.EqualTo(nameof(Ranker)));
    }

    [Test]
    public async Task ReadResilient_OneModelFails_GoesOnWithTheOthers(CancellationToken cancellationToken)
    {
        var overlap = new Overlap(3);

        int[] digits = await FakeServices.Ensemble(overlap).ReadResilientAsync(FakeServices.Images, cancellationToken).WaitAsync(cancellationToken);

        Assert.That(digits, Is.EqualTo(new[] { 3 }));
        Assert.That(overlap.Peak, Is.EqualTo(3));
    }
}
