using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>
/// What the other side of a transport has to know of a call besides its arguments: where it comes from and the time it has.
/// </summary>
/// <remarks>
/// <see cref="Current"/> on the caller's side, to be sent with the call; on the service's side, <see cref="IncomingCalls"/> goes on
/// from it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed record CallOrigin
{
    /// <inheritdoc cref="CallContext.Path"/>
    public string Path { get; init; } = "";

    /// <inheritdoc cref="CallContext.Service"/>
    public string Service { get; init; } = "";

    /// <inheritdoc cref="CallContext.Api"/>
    public string Api { get; init; } = "";

    /// <inheritdoc cref="CallContext.Attempt"/>
    public int Attempt { get; init; } = 1;

    /// <inheritdoc cref="CallContext.Id"/>
    public string Id { get; init; } = "";

    /// <summary>The time the call had left when it was sent; null if there is no deadline. A duration, as clocks differ.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>That of the call a channel has been asked for: to be read before its method returns or awaits.</summary>
    public static CallOrigin Current
    {
        get
        {
            var call = CallContext.Current;
            return new()
            {
                Path = call.Path,
                Service = call.Service,
                Api = call.Api,
                Attempt = call.Attempt,
                Id = call.Id,
                Remaining = call.Remaining,
            };
        }
    }
}
