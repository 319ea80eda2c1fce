using Digits.Data;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;

namespace Digits.Production;

/// <summary>Gives a call a second in all, and has a model sleep on it, two services further down.</summary>
public static class DeadlineDemonstration
{
    private static readonly Setting[] Settings = [new("Pipeline:Services:FrontDesk:Timeout", "1s")];

    /// <summary>Makes the call and waits until its deadline has passed, for the caller and for the sleeping model.</summary>
    public static async Task<DeadlineResult> RunAsync(DigitSet digits, TextWriter progress, CancellationToken cancellationToken)
    {
        var nap = new Nap();
        await using PipelineApp app = await PipelineApp.StartAsync<FrontDesk>(
            builder => builder.AddTraining(digits, progress, models: 1).Configure(Settings).Services.AddSingleton(nap),
            cancellationToken);

        FrontDesk.Proxy desk = app.GetProxy<FrontDesk.Proxy>();
        ServiceTimeoutException late;
        do
        {
            late = await FailureOf(desk.ToAsync.Read(digits.HeldOut.Pixels, cancellationToken));
        }
        while (nap.Left is null); // A machine that stalls for a second may not have let the call come that far.
        await nap.Stopped.WaitAsync(cancellationToken);

        return new DeadlineResult(
            Settings,
            late.Message,
            late.Path,
            late.Budget.TotalMilliseconds,
            [.. late.Spent.Select(time => time.ToString())],
            nap.Left!.Value.TotalMilliseconds);
    }

    private static async Task<ServiceTimeoutException> FailureOf(Task<int[]> call)
    {
        try
        {
            await call;
        }
        catch (ServiceTimeoutException late)
        {
            return late;
        }
        throw new InvalidOperationException("The call was in time.");
    }
}
