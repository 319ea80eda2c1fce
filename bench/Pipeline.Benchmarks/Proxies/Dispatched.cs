using System.Reflection;
using Castle.DynamicProxy;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>The instance behind the interface, for the proxies that need one.</summary>
public sealed class ScorerTarget(Scorer scorer) : IScorer
{
    /// <inheritdoc/>
    public int Score(int value) => scorer.Score(value);

    /// <inheritdoc/>
    public Task<int> GetAsync(int value, CancellationToken cancellationToken) => scorer.GetAsync(value, cancellationToken);
}

/// <summary>The framework's own run-time proxy: reflection per call.</summary>
public class ReflectionProxy : DispatchProxy
{
    private IScorer? _target;

    /// <summary>A proxy of the target.</summary>
    public static IScorer To(IScorer target)
    {
        var proxy = Create<IScorer, ReflectionProxy>();
        ((ReflectionProxy)proxy)._target = target;
        return proxy;
    }

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Invoke(_target, args);
}

/// <summary>Castle's run-time proxy with an interceptor that only goes on.</summary>
public sealed class CastleProxy : IInterceptor
{
    /// <summary>A proxy of the target.</summary>
    public static IScorer To(IScorer target) => new ProxyGenerator().CreateInterfaceProxyWithTarget(target, new CastleProxy());

    /// <inheritdoc/>
    public void Intercept(IInvocation invocation) => invocation.Proceed();
}
