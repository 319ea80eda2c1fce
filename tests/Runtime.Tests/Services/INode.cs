using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>What a <see cref="Node{TNode}"/> is called, and what it needs.</summary>
internal interface INode
{
    static abstract string Name { get; }

    static virtual IReadOnlyList<Link> Links => [];

    static virtual IReadOnlyList<ServiceRequirement> Requirements => [];

    static virtual int? Concurrency => null;

    static virtual int? Instances => null;

    static virtual TimeSpan? StartupTimeout => null;

    static virtual TimeSpan? ShutdownTimeout => null;
}

/// <summary>A node's dependency on another, with the way to its proxy.</summary>
internal sealed record Link(DependencyDefinition Dependency, Func<ServiceResolver, ServiceProxy> Resolve)
{
    public static Link To<TNode>(string? url = null)
        where TNode : INode
    {
        var name = char.ToLowerInvariant(TNode.Name[0]) + TNode.Name[1..];
        return new(
            new(name, static () => Node<TNode>.Definition) { Url = url },
            resolver => resolver.GetProxy<Node<TNode>.Proxy>(name));
    }
}
