using Digits;
using Digits.Data;
using Digits.Models;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>The real composition, with its models trained.</summary>
public sealed class RunningEnsembleTests
{
    private readonly DigitSet _digits = DigitSet.Load();
    private PipelineApp _app = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _app = await DigitsRun.StartAsync(_digits, TextWriter.Null, default);

    [OneTimeTearDown]
    public async Task StopAsync() => await _app.DisposeAsync();

    [Test]
    public void OutdatedModel_PicturesOfToday_Fails()
    {
        OutdatedModel.Proxy outdated = _app.GetProxy<OutdatedModel.Proxy>();

        Assert.That(() => outdated.Predict(_digits.HeldOut.Pixels), Throws.InvalidOperationException.With.Message.Contains("Single, 64"));
    }

    [Test]
    public async Task Model_CalledTwiceAtOnce_GivesTheSameScoresAsAlone()
    {
        KernelModel.Proxy kernel = _app.GetProxy<KernelModel.Proxy>();
        Scores alone = kernel.Predict(_digits.HeldOut.Pixels);

        var (first, second) = await Gather.All(
            kernel.ToAsync.Predict(_digits.HeldOut.Pixels), kernel.ToAsync.Predict(_digits.HeldOut.Pixels));

        Assert.That(first.Rows, Is.EqualTo(alone.Rows));
        Assert.That(second.Rows, Is.EqualTo(alone.Rows));
    }

    [Test]
    public void Model_CanceledToken_Stops()
    {
        KernelModel.Proxy kernel = _app.GetProxy<KernelModel.Proxy>();

        Assert.That(() => kernel.Predict(_digits.HeldOut.Pixels, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Ensemble_TwoKindsOfFeatures_ReadsBetterThanPixels()
    {
        Ensemble.Proxy ensemble = _app.GetProxy<Ensemble.Proxy>();

        int[] mixed = await ensemble.ToAsync.ReadMixed(_digits.HeldOut.Pixels);
        int[] parallel = await ensemble.ToAsync.ReadParallel(_digits.HeldOut.Pixels);

        Assert.That(_digits.HeldOut.Accuracy(mixed), Is.GreaterThan(_digits.HeldOut.Accuracy(parallel)));
    }
}
