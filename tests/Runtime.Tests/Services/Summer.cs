using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>A service with one async API and a dependency, as the generator would complete it.</summary>
public sealed class Summer(Doubler.Proxy doubler) : IService
{
    public static ServiceDefinition Definition => LocalProxy.Definition;

    public async Task<int> SumAsync(int a, int b, CancellationToken cancellationToken) =>
        await doubler.ToAsync.Twice(a, cancellationToken) + await doubler.ToAsync.Twice(b, cancellationToken);

    public abstract class Proxy : ServiceProxy
    {
        protected Proxy()
            : this(new Async())
        {
        }

        protected Proxy(Async view)
            : base(view) => ToAsync = view;

        public Async ToAsync { get; }

        public abstract int Sum(int a, int b, CancellationToken cancellationToken = default);

        public class Async : ServiceProxyView
        {
            protected internal Async()
            {
            }

            public virtual Task<int> Sum(int a, int b, CancellationToken cancellationToken = default) =>
                ProxyCall.InvokeAsync(this, Endpoints.Sum, (a, b), cancellationToken);
        }
    }

    private static class Endpoints
    {
        public static readonly CallEndpoint<Proxy, (int, int), int> Sum = new(
            api: 0,
            takesToken: true,
            invoke: static (proxy, args, token) => proxy.Sum(args.Item1, args.Item2, token),
            invokeAsync: static (proxy, args, token) => proxy.ToAsync.Sum(args.Item1, args.Item2, token));
    }

    private sealed class LocalProxy(Summer? service) : Proxy(new LocalAsync(service))
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

        public override int Sum(int a, int b, CancellationToken cancellationToken = default) =>
            ProxyCall.Invoke(this, Endpoints.Sum, (a, b), cancellationToken);

        private sealed class LocalAsync(Summer? service) : Async
        {
            public override Task<int> Sum(int a, int b, CancellationToken cancellationToken) => CallPath.Of(this) is { } path
                ? path.InvokeAsync(Endpoints.Sum, (a, b), cancellationToken)
                : service!.SumAsync(a, b, cancellationToken);
        }
    }
}
