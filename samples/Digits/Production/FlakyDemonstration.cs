using Digits.Data;
using Digits.Models;
using Microsoft.Extensions.Logging;
using Pipeline;

namespace Digits.Production;

/// <summary>Calls a model that fails twice before it answers: once as it is, once with retries configured.</summary>
public static class FlakyDemonstration
{
    private static readonly Setting[] WithoutRetries = [new("Pipeline:Services:FlakyModel:Timeout", "5m")];

    private static readonly Setting[] WithRetries =
    [
        .. WithoutRetries,
        new("Pipeline:Services:FlakyModel:Resilience:Retry:MaxRetryAttempts", "3"),
        new("Pipeline:Services:FlakyModel:Resilience:Retry:Delay", "50ms"),
        new("Pipeline:Services:FlakyModel:Resilience:Retry:BackoffType", "Linear"),
        new("Pipeline:Services:FlakyModel:Resilience:Retry:UseJitter", "false"),
    ];

    /// <summary>Makes both calls.</summary>
    public static async Task<FlakyResult> RunAsync(DigitSet digits, TextWriter progress, CancellationToken cancellationToken) => new(
        await CallAsync(WithoutRetries, digits, progress, cancellationToken),
        await CallAsync(WithRetries, digits, progress, cancellationToken));

    private static async Task<FlakyCall> CallAsync(
        Setting[] settings, DigitSet digits, TextWriter progress, CancellationToken cancellationToken)
    {
        using var log = new LogLines();
        await using PipelineApp app = await PipelineApp.StartAsync<FlakyModel>(
            builder => builder.AddTraining(digits, progress, models: 1).Configure(settings).Logging
                .AddProvider(log)
                .AddFilter("Pipeline", LogLevel.Warning)
                .AddFilter("Pipeline.Calls", LogLevel.Information),
            cancellationToken);
        try
        {
            Scores scores = await app.GetProxy<FlakyModel.Proxy>().ToAsync.Predict(digits.HeldOut.Pixels, cancellationToken);
            return new FlakyCall(settings, log.All, digits.HeldOut.Accuracy(scores.Digits()), Exception: null, Failure: null);
        }
        catch (IOException exception)
        {
            string caught = $"{nameof(IOException)}: {exception.Message}";
            return new FlakyCall(settings, log.All, Accuracy: null, caught, CallFailure.Of(exception)?.ToString());
        }
    }
}
