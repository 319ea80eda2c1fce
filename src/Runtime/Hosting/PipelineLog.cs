using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Hosting;

/// <summary>What the runtime says while it starts and stops, in the category <c>Pipeline.Hosting</c>.</summary>
internal static partial class PipelineLog
{
    public static ILogger In(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger("Pipeline.Hosting");

    [LoggerMessage(1, LogLevel.Information, "Started service {Service} in {Milliseconds:0.#} ms.")]
    public static partial void ServiceStarted(ILogger logger, ServiceDefinition service, double milliseconds);

    [LoggerMessage(2, LogLevel.Information, "Started the pipeline of {Count} services in {Milliseconds:0.#} ms.")]
    public static partial void PipelineStarted(ILogger logger, int count, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Another service failed at start-up.")]
    public static partial void AnotherStartFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Stopped the pipeline.")]
    public static partial void PipelineStopped(ILogger logger);

    [LoggerMessage(6, LogLevel.Error, "{Service}.{Hook} failed at shutdown.")]
    public static partial void ShutdownHookFailed(ILogger logger, Exception exception, ServiceDefinition service, string hook);

    [LoggerMessage(7, LogLevel.Error, "{Service} could not be disposed of.")]
    public static partial void DisposalFailed(ILogger logger, Exception exception, ServiceDefinition service);

    [LoggerMessage(8, LogLevel.Error, "The container could not be disposed of after the pipeline failed to start.")]
    public static partial void ContainerDisposalFailed(ILogger logger, Exception exception);

    [LoggerMessage(9, LogLevel.Information, "Waiting for {Count} calls to end, {Milliseconds:0.#} ms at most.")]
    public static partial void Draining(ILogger logger, int count, double milliseconds);

    [LoggerMessage(10, LogLevel.Warning, "{Count} calls have not ended in time: they are canceled.")]
    public static partial void CancelingCalls(ILogger logger, int count);

    [LoggerMessage(
        11,
        LogLevel.Error,
        "Calls of these services still run although they are canceled; the services, and those they depend on, are not disposed of: "
        + "{Calls}.")]
    public static partial void LeavingCallsBehind(ILogger logger, string calls);

    [LoggerMessage(12, LogLevel.Error, "A callback that was registered with the token of a call failed when shutdown canceled it.")]
    public static partial void CancellationFailed(ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Warning, "{Problem}")]
    public static partial void UnknownService(ILogger logger, string problem);

    [LoggerMessage(
        14,
        LogLevel.Warning,
        "Pipeline:DrainTimeout is {DrainTimeout}, but the host stops within {ShutdownTimeout}, and shutdown hooks and disposal need a part "
        + "of that: calls have {Patience} to end. Lower Pipeline:DrainTimeout, or raise HostOptions.ShutdownTimeout.")]
    public static partial void DrainTimeoutIsCut(ILogger logger, TimeSpan drainTimeout, TimeSpan shutdownTimeout, TimeSpan patience);

    [LoggerMessage(
        15,
        LogLevel.Warning,
        "{Service} takes an HttpClient and is also registered as a typed client, AddHttpClient<{Type}>(). The pipeline creates {Service} "
        + "itself, with the container's default HttpClient: take IHttpClientFactory instead and call CreateClient(\"{Type}\").")]
    public static partial void TypedClientNotUsed(ILogger logger, ServiceDefinition service, string type);

    [LoggerMessage(
        16,
        LogLevel.Warning,
        "{Type} is also registered in the container: that is another object than the pipeline's {Service}. Inject {Proxy} to call the "
        + "service, and remove the registration.")]
    public static partial void RegisteredTwice(ILogger logger, string type, ServiceDefinition service, string proxy);

    [LoggerMessage(17, LogLevel.Error, "The changed configuration is ignored, all of it:{Problems}")]
    public static partial void ChangeIgnored(ILogger logger, string problems);

    [LoggerMessage(21, LogLevel.Error, "The changed configuration could not be taken over.")]
    public static partial void ChangeFailed(ILogger logger, Exception exception);

    [LoggerMessage(18, LogLevel.Information, "Took over the changed configuration.")]
    public static partial void ChangeTaken(ILogger logger);

    [LoggerMessage(20, LogLevel.Warning, "{Note}")]
    public static partial void OptionLeftOut(ILogger logger, string note);

    [LoggerMessage(19, LogLevel.Warning, "A change of {What} takes a restart.")]
    public static partial void ChangeTakesRestart(ILogger logger, string what);

    [LoggerMessage(22, LogLevel.Warning, "{File} is ignored: critical paths come from times alone.")]
    public static partial void DependencesIgnored(ILogger logger, Exception exception, string file);

    [LoggerMessage(23, LogLevel.Error, "The profile could not be written to {File}.")]
    public static partial void ProfileNotWritten(ILogger logger, Exception exception, string file);
}
