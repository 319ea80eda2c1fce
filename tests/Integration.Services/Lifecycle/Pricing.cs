namespace Pipeline.Integration.Services;

/// <summary>Takes an HTTP client, as a typed client would.</summary>
[Service]
public partial class Pricing(HttpClient client)
{
    /// <summary>Where the client goes.</summary>
    [Api(Effect = Effect.Reads)]
    public string? Address() => client.BaseAddress?.ToString();
}
