using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Shared.Effects;

namespace Pipeline.Analyzers.Proxies;

/// <summary>Tells the calls through the two generated views apart from all others, a test's own proxies' among them.</summary>
internal static class ProxyCalls
{
    public static bool IsSyncViewCall(this IInvocationOperation call) =>
        !call.TargetMethod.IsStatic && call.TargetMethod.ContainingType?.Name == ProxyNames.Proxy && ServiceApi.ServiceOf(call.TargetMethod) is not null;

    public static bool IsAsyncViewCall(this IInvocationOperation call) =>
        !call.TargetMethod.IsStatic && call.TargetMethod.ContainingType?.Name == ProxyNames.AsyncView && ServiceApi.ServiceOf(call.TargetMethod) is not null;
}
