using Digits.Models;
using Microsoft.Extensions.Logging;
using Pipeline;

namespace Digits.Production;

/// <summary>The kernel model behind a connection that breaks twice for every call.</summary>
[Service]
public sealed partial class FlakyModel(KernelModel.Proxy kernel, ILogger<FlakyModel> logger)
{
    private const int BrokenAttempts = 2;

    private static readonly Action<ILogger, int, Exception?> LogAnswer =
        LoggerMessage.Define<int>(LogLevel.Information, new EventId(1, "Answer"), "FlakyModel answers at attempt {Attempt}.");

    /// <summary>Says how likely each picture is each digit. To ask twice does what to ask once does.</summary>
    [Api(Idempotent = true)]
    public async Task<Scores> PredictAsync(float[][] images, CancellationToken cancellationToken)
    {
        int attempt = CallContext.Current.Attempt;
        if (attempt <= BrokenAttempts)
            throw new IOException("the connection to the model broke");

        LogAnswer(logger, attempt, null);
        return await kernel.ToAsync.Predict(images, cancellationToken);
    }
}
