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

    [LoggerMessage(11, LogLevel.Error, "{Count} calls run on though they are canceled, while their services shut down.")]
    public static partial void LeavingCallsBehind(ILogger logger, int count);

    [LoggerMessage(12, LogLevel.Error, "What was to be done when calls are canceled failed.")]
    public static partial void CancellationFailed(ILogger logger, Exception exception);

    [LoggerMessage(13, LogLevel.Warning, "{Section} is for no service known here; these are: {Services}.")]
    public static partial void UnknownService(ILogger logger, string section, string services);
}
