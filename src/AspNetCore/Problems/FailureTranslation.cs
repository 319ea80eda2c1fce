using Pipeline.Remote;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Problems;

/// <summary>What a failed call is on the wire.</summary>
internal sealed class FailureTranslation(ServiceDefinition service, FailureDetail detail, Func<Exception, int?>? statusOf)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>The answer to a call whose deadline has expired.</summary>
    public static Problem Late { get; } = new(504, "The call has taken longer than its deadline allows.");

    public Problem Translate(Exception exception, CancellationToken callToken)
    {
        var failure = detail is FailureDetail.None ? null : Disclosure.Of(exception, detail, callToken);
        if (statusOf?.Invoke(exception) is { } own)
            return new(own, own < 500 || detail is not FailureDetail.None ? exception.Message : Unexplained) { Failure = failure };

        // The runtime's own exceptions say nothing of the service's inside but its name.
        return exception switch
        {
            ServiceOverloadedException overloaded => new(overloaded.Service == service.Name ? 429 : 503, exception.Message)
            {
                RetryAfter = Soon,
                MayHaveRun = overloaded.Service != service.Name,
                Failure = failure,
            },
            ServiceUnavailableException unavailable =>
                new(503, detail is FailureDetail.None ? "The service is not available." : exception.Message)
                {
                    RetryAfter = unavailable.RetryAfter ?? Soon,
                    Failure = failure,
                },
            ServiceTimeoutException => Late with { Failure = failure },
            _ => new(500, detail is FailureDetail.None ? Unexplained : exception.Message) { Failure = failure },
        };
    }

    private const string Unexplained = "The service has failed. Its log says why.";
}
