using Pipeline.CompilerServices;

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
        protected Proxy() => ToAsync = new Async(this);

        public Async ToAsync { get; }

        public abstract int Twice(int value);

        protected virtual Task<int> TwiceAsync(int value, CancellationToken cancellationToken) =>
            ProxyCall.Run(this, (Self: this, value), static call => call.Self.Twice(call.value), cancellationToken);

        public sealed class Async(Proxy proxy)
        {
            public Task<int> Twice(int value, CancellationToken cancellationToken = default)
            {
                try
                {
                    return proxy.TwiceAsync(value, cancellationToken) ?? ProxyCall.NullTask<int>("Doubler.Twice");
                }
                catch (Exception exception)
                {
                    return ProxyCall.Failed<int>(exception);
                }
            }
        }
    }

    private sealed class LocalProxy(Doubler service) : Proxy
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

        public override int Twice(int value) => service.Twice(value);
    }
}
