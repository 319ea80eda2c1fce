using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>
/// A service with one sync API and no dependency, with what the generator writes for it written by hand: the contract
/// between generated code and the runtime.
/// </summary>
public sealed class Doubler : IService
{
    public static ServiceDefinition Definition => LocalProxy.Definition;

    public int Twice(int value) => 2 * value;

    public abstract class Proxy : ServiceProxy
    {
        protected Proxy()
            : this(new Async())
        {
        }

        protected Proxy(Async view)
            : base(view) => ToAsync = view;

        public Async ToAsync { get; }

        public abstract int Twice(int value);

        public class Async : ServiceProxyView
        {
            protected internal Async()
            {
            }

            public virtual Task<int> Twice(int value, CancellationToken cancellationToken = default) =>
                ProxyCall.InvokeAsync(this, Endpoints.Twice, new(value), cancellationToken);
        }
    }

    private static class Endpoints
    {
        public static readonly CallEndpoint<Proxy, ValueTuple<int>, int> Twice = new(
            api: 0,
            takesToken: false,
            invoke: static (proxy, args, token) => proxy.Twice(args.Item1),
            invokeAsync: static (proxy, args, token) => proxy.ToAsync.Twice(args.Item1, token));
    }

    private sealed class LocalProxy(Doubler? service) : Proxy
    {
        public static readonly ServiceDefinition Definition = new()
        {
            Name = "Doubler",
            ServiceType = typeof(Doubler),
            ProxyType = typeof(Proxy),
            Apis = [new() { Name = "Twice", Signature = "Twice(int)", Kind = ApiKind.Sync }],
            Activation = new ServiceActivation<Doubler>
            {
                Create = static _ => new Doubler(),
                CreateProxy = static service => new LocalProxy(service),
            },
        };

        public override int Twice(int value) => CallPath.Of(this) is { } path
            ? path.Invoke(Endpoints.Twice, new(value), default)
            : service!.Twice(value);
    }
}
