using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>What has been mapped where: by route builder, which is an application or a group in it.</summary>
internal sealed class EdgeRegistry
{
    private readonly ConditionalWeakTable<IEndpointRouteBuilder, List<ApiEndpoint>> _mapped = [];

    /// <summary>Everything that is mapped on a builder, which grows with each root.</summary>
    public IReadOnlyList<ApiEndpoint> On(IEndpointRouteBuilder builder) => _mapped.GetOrCreateValue(builder);

    /// <summary>Adds the APIs of a root.</summary>
    /// <returns>Whether they are the first on the builder.</returns>
    /// <exception cref="InvalidOperationException">Two APIs would have one path.</exception>
    public bool Add(IEndpointRouteBuilder builder, IReadOnlyList<ApiEndpoint> apis)
    {
        var mapped = _mapped.GetOrCreateValue(builder);
        bool isFirst = mapped.Count == 0;
        foreach (var api in apis)
        {
            if (mapped.Find(other => other.Name == api.Name) is { } other)
                throw new InvalidOperationException(Clash(other, api));
            mapped.Add(api);
        }

        return isFirst;
    }

    private static string Clash(ApiEndpoint one, ApiEndpoint other) =>
        one.Edge.Service == other.Edge.Service && one.Api.Name == other.Api.Name
            ? $"{one.Edge.Service} has two APIs called {one.Api.Name}, which would both be served at /{one.Name}: "
                + $"{one.Api.Signature} and {other.Api.Signature}. Name one of them with [Api(Name = \"…\")]."
            : $"{one.Edge.Service}.{one.Api.Name} and {other.Edge.Service}.{other.Api.Name} would both be served at /{one.Name}. "
                + "Name one of them with [Api(Name = \"…\")], or map one service in a group of its own: "
                + "app.MapGroup(\"/…\").MapPipeline<…>().";
}
