using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>A service with one async API and a dependency, as the generator would complete it.</summary>
public sealed class Summer(Doubler.Proxy doubler) : IService
{
    public static ServiceDefinition Definition => LocalProxy.Definition;

    public async Task<int> SumAsync(int a, int b, CancellationToken cancellationToken) =>
        await doubler.ToAsync.Twice(a, cancellationToken) + await doubler.ToAsync.Twice(b, cancellationToken);

    public abstract class Proxy : ServiceProxy
    {
        protected Proxy() => ToAsync = new Async(this);

        public Async ToAsync { get; }

        public abstract int Sum(int a, int b, CancellationToken cancellationToken = default);

        protected virtual Task<int> SumAsync(int a, int b, CancellationToken cancellationToken) => ProxyCall.Run(
            this,
            (Self: this, a, b, cancellationToken),
            static call => call.Self.Sum(call.a, call.b, call.cancellationToken),
            cancellationToken);

        public sealed class Async(Proxy proxy)
        {
            public Task<int> Sum(int a, int b, CancellationToken cancellationToken = default)
            {
                try
                {
                    return proxy.SumAsync(a, b, cancellationToken) ?? ProxyCall.NullTask<int>("Summer.Sum");
                }
                catch (Exception exception)
                {
                    return ProxyCall.Failed<int>(exception);
                }
            }
        }
    }

    private sealed class LocalProxy(Summer service) : Proxy
    {
        public static readonly ServiceDefinition Definition = new()
        {
            Name = "Summer",
            ServiceType = typeof(Summer),
            ProxyType = typeof(Proxy),
            Apis = [new() { Name = "Sum", Signature = "SumAsync(int, int, CancellationToken)", Kind = ApiKind.Async }],
            Dependencies = [new("doubler", static () => Doubler.Definition)],
            Activation = new ServiceActivation<Summer>
            {
                Create = static resolver => new Summer(resolver.GetProxy<Doubler.Proxy>("doubler")),
                CreateProxy = static service => new LocalProxy(service),
            },
        };

        public override int Sum(int a, int b, CancellationToken cancellationToken = default) => ProxyCall.Wait(
            (Service: service, a, b, cancellationToken), static call => call.Service.SumAsync(call.a, call.b, call.cancellationToken));

        protected override Task<int> SumAsync(int a, int b, CancellationToken cancellationToken) =>
            service.SumAsync(a, b, cancellationToken);
    }
}
