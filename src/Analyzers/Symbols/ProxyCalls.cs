using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Tells the calls through the two generated views apart from all others, a test's own proxies' among them.</summary>
internal static class ProxyCalls
{
    public static bool IsSyncViewCall(this IInvocationOperation call) => IsCallOn(call, ProxyNames.Proxy);

    public static bool IsAsyncViewCall(this IInvocationOperation call) => IsCallOn(call, ProxyNames.AsyncView);

    private static bool IsCallOn(IInvocationOperation call, string view) =>
        !call.TargetMethod.IsStatic
        && call.TargetMethod.ContainingType?.Name == view
        && ServiceApi.ServiceOf(call.TargetMethod) is not null;
}
