using Microsoft.Extensions.Logging;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>What the edge writes to the log.</summary>
internal static partial class EdgeLog
{
    [LoggerMessage(1, LogLevel.Error, "{Service}.{Api} failed; its caller was answered {Status}.")]
    public static partial void CallFailed(ILogger logger, Exception exception, string service, string api, int status);

    [LoggerMessage(2, LogLevel.Error, "{Service}.{Api} failed in the middle of its answer.")]
    public static partial void StreamFailed(ILogger logger, Exception exception, string service, string api);
}
