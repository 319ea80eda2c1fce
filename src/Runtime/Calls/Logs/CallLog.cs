using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>What the runtime says of calls, in the category <c>Pipeline.Calls</c>.</summary>
internal static partial class CallLog
{
    public static ILogger In(IServiceProvider provider) =>
        new SafeLogger(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Pipeline.Calls"));

    [LoggerMessage(101, LogLevel.Warning, "{Path}.{Api} failed at attempt {Attempt} after {Milliseconds:0.#} ms.")]
    public static partial void Failed(ILogger logger, Exception exception, string path, string api, int attempt, double milliseconds);

    [LoggerMessage(102, LogLevel.Information, "{Path}.{Api} is tried again in {Milliseconds:0.#} ms.")]
    public static partial void TryingAgain(ILogger logger, string path, string api, double milliseconds);

    [LoggerMessage(
        103, LogLevel.Warning, "The circuit of {Calls} opened after too many failures: no call is made for {Milliseconds:0.#} ms.")]
    public static partial void CircuitOpened(ILogger logger, string calls, double milliseconds);

    [LoggerMessage(104, LogLevel.Information, "The circuit of {Calls} closed.")]
    public static partial void CircuitClosed(ILogger logger, string calls);

    [LoggerMessage(105, LogLevel.Error, "{Path}.{Api} was canceled, and a callback that its token ran failed.")]
    public static partial void CancellationFailed(ILogger logger, Exception exception, string path, string api);

    [LoggerMessage(106, LogLevel.Warning, "The circuit of {Calls} was isolated by hand: no call is made until it is closed.")]
    public static partial void CircuitIsolated(ILogger logger, string calls);

    [LoggerMessage(107, LogLevel.Warning, "A call of {Service} was refused: {Reason}")]
    public static partial void Refused(ILogger logger, string service, string reason);

    [LoggerMessage(108, LogLevel.Warning, "{Count} more calls of {Service} were refused in the last {Seconds:0.#} s.")]
    public static partial void RefusedMore(ILogger logger, long count, string service, double seconds);

    [LoggerMessage(109, LogLevel.Warning,
        "{Count} calls have waited {Seconds:0.#} s or more for a slot of {Slots}, {First} the longest. The slots are held by: {Holders}.")]
    public static partial void WaitingLong(ILogger logger, int count, double seconds, string slots, string first, string holders);
}
