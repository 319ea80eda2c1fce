using Pipeline.Transports;

namespace Pipeline.Remote;

/// <summary>What of a failure crosses.</summary>
internal static class Disclosure
{
    private const string Unexplained = "The service has failed. Its log says why.";

    /// <summary>As much of the failure as the other side is told.</summary>
    public static RemoteFailure Of(Exception exception, FailureDetail detail, CancellationToken callToken)
    {
        var failure = RemoteFailure.Of(exception, callToken);
        return detail switch
        {
            FailureDetail.Full => failure,
            FailureDetail.Message => WithoutStacks(failure),

            // The runtime's own exceptions say nothing of the service's inside, and the caller's process acts on them.
            _ when exception is IPipelineException => WithoutCauses(failure),
            _ when failure.IsCancellation => new()
            {
                Type = typeof(OperationCanceledException).FullName!,
                Assembly = typeof(OperationCanceledException).Assembly.GetName().Name!,
                Message = new OperationCanceledException().Message,
                IsCancellation = true,
                HasCallToken = failure.HasCallToken,
            },
            _ => new() { Type = "", Assembly = "", Message = Unexplained },
        };
    }

    private static RemoteFailure WithoutStacks(RemoteFailure failure) => Copy(failure, [.. failure.Causes.Select(WithoutStacks)]);

    private static RemoteFailure WithoutCauses(RemoteFailure failure) => Copy(failure, []);

    private static RemoteFailure Copy(RemoteFailure failure, IReadOnlyList<RemoteFailure> causes) => new()
    {
        Type = failure.Type,
        Assembly = failure.Assembly,
        Message = failure.Message,
        IsCancellation = failure.IsCancellation,
        HasCallToken = failure.HasCallToken,
        Path = failure.Path,
        Service = failure.Service,
        Api = failure.Api,
        Attempt = failure.Attempt,
        Elapsed = failure.Elapsed,
        Details = failure.Details,
        Id = failure.Id,
        SameAs = failure.SameAs,
        Causes = causes,
    };
}
