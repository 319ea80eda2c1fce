using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>A service for each <typeparamref name="TNode"/>, which notes its life in the <see cref="Journal"/>.</summary>
internal sealed class Node<TNode> : IService, IHealthCheck, IAsyncDisposable, IDisposable
    where TNode : INode
{
    private readonly Journal _journal;
    private readonly Vitals _vitals;

    private Node(Journal journal, Vitals vitals, IReadOnlyList<ServiceProxy> dependencies)
    {
        _journal = journal;
        _vitals = vitals;
        Dependencies = dependencies;
        journal.Note($"create {TNode.Name}");
    }

    public static ServiceDefinition Definition { get; } = new()
    {
        Name = TNode.Name,
        ServiceType = typeof(Node<TNode>),
        ProxyType = typeof(Proxy),
        Concurrency = TNode.Concurrency,
        Instances = TNode.Instances,
        Apis = [new() { Name = "Dependencies", Signature = "Dependencies()", Kind = ApiKind.Sync }],
        Dependencies = [.. TNode.Links.Select(static link => link.Dependency)],
        Activation = new ServiceActivation<Node<TNode>>
        {
            Create = static resolver => new(
                resolver.GetRequired<Journal>("journal"), resolver.GetOptional("vitals", Vitals.Fine), [.. TNode.Links.Select(link => link.Resolve(resolver))]),
            CreateProxy = static service => new LocalProxy(service),
            OnStartup = [new("Start", static (service, token) => service.NoteAsync("start", token)) { Timeout = TNode.StartupTimeout }],
            OnShutdown = [new("Stop", static (service, token) => service.NoteAsync("stop", token)) { Timeout = TNode.ShutdownTimeout }],
            Requirements = [new("journal", typeof(Journal)), .. TNode.Requirements],
        },
    };

    public IReadOnlyList<ServiceProxy> Dependencies { get; }

    public async ValueTask DisposeAsync() => await NoteAsync("dispose", default);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        _vitals.TellAsync(TNode.Name, context, cancellationToken);

    public void Dispose() => Assert.Fail($"{TNode.Name} can be disposed of asynchronously");

    private Task NoteAsync(string name, CancellationToken cancellationToken) =>
        _journal.NoteAsync($"{name} {TNode.Name}", cancellationToken);

    public abstract class Proxy : ServiceProxy
    {
        public abstract IReadOnlyList<ServiceProxy> Dependencies { get; }
    }

    private sealed class LocalProxy(Node<TNode>? service) : Proxy
    {
        private static readonly CallEndpoint<Proxy, ValueTuple, IReadOnlyList<ServiceProxy>> Endpoint = new(
            0, takesToken: false, static (proxy, _, _) => proxy.Dependencies, static (proxy, _, _) => Task.FromResult(proxy.Dependencies));

        public override IReadOnlyList<ServiceProxy> Dependencies =>
            CallPath.Of(this) is { } path ? path.Invoke(Endpoint, default, CancellationToken.None) : service!.Dependencies;
    }
}
