using System.Text.Json;
using Pipeline.Remote.Web;

namespace Pipeline.Http.Peers;

/// <summary>What an address serves.</summary>
/// <param name="IsEdge">Whether Pipeline.AspNetCore serves it, which has more to say than BentoML.</param>
/// <param name="Routes">The APIs.</param>
internal sealed record PeerSchema(bool IsEdge, IReadOnlyList<PeerRoute> Routes)
{
    /// <summary>The names of the APIs, for a message.</summary>
    public string Names => string.Join(", ", Routes.Select(static route => route.Name));

    public static PeerSchema Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return new(
            document.RootElement.TryGetProperty(WebNames.Edge, out _),
            [.. document.RootElement.GetProperty("routes").EnumerateArray().Select(PeerRoute.Parse)]);
    }

    /// <summary>The route of an API: by its name as it is, or else by its name without regard to case and underscores.</summary>
    public PeerRoute? Find(string api) => PeerName.Find(Routes, api, static route => route.Name);
}
