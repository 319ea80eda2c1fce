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
}
