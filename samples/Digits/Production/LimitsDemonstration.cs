using Digits.Data;
using Digits.Models;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;

namespace Digits.Production;

/// <summary>Calls a service that runs one call at a time, and lets four wait, with every batch at once.</summary>
public static class LimitsDemonstration
{
    private const int PicturesPerCall = 45;

    private static readonly Setting[] Settings =
    [
        new("Pipeline:Services:ReadingDesk:Concurrency", "1"),
        new("Pipeline:Services:ReadingDesk:QueueLimit", "4"),
    ];

    /// <summary>Makes the calls and counts what becomes of them.</summary>
    public static async Task<LimitsResult> RunAsync(DigitSet digits, TextWriter progress, CancellationToken cancellationToken)
    {
        var rush = new RushHour();
        await using PipelineApp app = await PipelineApp.StartAsync<ReadingDesk>(
            builder => builder.AddTraining(digits, progress, models: 1).Configure(Settings).Services.AddSingleton(rush),
            cancellationToken);
        ReadingDesk.Proxy desk = app.GetProxy<ReadingDesk.Proxy>();
        LabelledImages[] batches = [.. Batches(digits.HeldOut)];

        Task<int[]>[] calls = Array.ConvertAll(batches, batch => desk.ToAsync.Read(batch.Pixels, cancellationToken));
        int waited = calls.Count(call => !call.IsCompleted) - rush.Running;
        rush.LetGo();
        Outcome<int[]>[] outcomes = await Gather.Settle(calls);

        ServiceOverloadedException[] refusals = [.. outcomes.Select(outcome => outcome.Exception).OfType<ServiceOverloadedException>()];
        (LabelledImages Batch, int[] Digits)[] answers =
        [
            .. from call in batches.Zip(outcomes, (batch, outcome) => (Batch: batch, Outcome: outcome))
               where call.Outcome.Exception is not ServiceOverloadedException
               select (call.Batch, call.Outcome.Value),
        ];
        KernelModel.Proxy model = app.GetProxy<KernelModel.Proxy>();
        return new LimitsResult(
            Settings,
            calls.Length,
            rush.Most,
            waited,
            refusals.Length,
            refusals[0].Message,
            answers.Length,
            answers.Count(answer => answer.Digits.SequenceEqual(model.Predict(answer.Batch.Pixels, cancellationToken).Digits())),
            answers.Average(answer => answer.Batch.Accuracy(answer.Digits)));
    }

    private static IEnumerable<LabelledImages> Batches(LabelledImages images) => images.Pixels
        .Chunk(PicturesPerCall)
        .Zip(images.Digits.Chunk(PicturesPerCall), (pixels, digits) => new LabelledImages(pixels, digits));
}
