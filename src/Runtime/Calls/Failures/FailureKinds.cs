using System.Net.Http;
using System.Net.Sockets;

namespace Pipeline.Calls;

/// <summary>What a failure says of the service, for those who may call it again.</summary>
internal static class FailureKinds
{
    /// <summary>
    /// Whether the same call may succeed a little later. A caller's mistake never does, nor does a refusal by own limits.
    /// </summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        ServiceOverloadedException overloaded => overloaded.IsRemote,
        ServiceUnavailableException or TimeoutException or HttpRequestException or IOException or SocketException => true,

        // How HttpClient says that its own time is over.
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };

    /// <summary>Whether the call certainly never reached the service.</summary>
    public static bool WasNeverSent(Exception failure) => failure is ServiceUnavailableException { MayHaveRun: false };

    /// <summary>Whether the failure says nothing of the service: it was refused before it got there.</summary>
    public static bool IsRefusal(Exception failure) =>
        failure is ServiceOverloadedException { IsRemote: false }
            or ServiceDeadlockException
            or ServiceUnavailableException { IsClosed: true };
}
