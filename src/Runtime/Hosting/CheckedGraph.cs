using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>The services a container runs, and how they are called, once both are known to be possible.</summary>
internal sealed class CheckedGraph(IServiceProvider provider)
{
    private readonly (ServiceGraph Graph, CallPolicies Policies, RemoteServices Remote) _checked = StartupCheck.Run(provider);

    public ServiceGraph Graph => _checked.Graph;

    public CallPolicies Policies => _checked.Policies;

    public RemoteServices Remote => _checked.Remote;
}
