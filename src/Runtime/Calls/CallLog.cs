using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>What the runtime says of calls, in the category <c>Pipeline.Calls</c>.</summary>
internal static partial class CallLog
{
    public static ILogger In(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("Pipeline.Calls");

    [LoggerMessage(101, LogLevel.Warning, "{Path}.{Api} failed at attempt {Attempt} after {Milliseconds:0.#} ms.")]
    public static partial void Failed(ILogger logger, Exception exception, string path, string api, int attempt, double milliseconds);

    [LoggerMessage(102, LogLevel.Information, "{Path}.{Api} is tried again in {Milliseconds:0.#} ms.")]
    public static partial void TryingAgain(ILogger logger, string path, string api, double milliseconds);

    [LoggerMessage(103, LogLevel.Warning, "{Calls} fail too often: none is made for {Milliseconds:0.#} ms.")]
    public static partial void CircuitOpened(ILogger logger, string calls, double milliseconds);

    [LoggerMessage(104, LogLevel.Information, "{Calls} succeed again.")]
    public static partial void CircuitClosed(ILogger logger, string calls);

    [LoggerMessage(105, LogLevel.Error, "{Path}.{Api} was canceled as its time was up, and what was to be done then failed.")]
    public static partial void CancellationFailed(ILogger logger, Exception exception, string path, string api);
}
