using Pipeline.Transports;

namespace Pipeline.Http.Requests;

/// <summary>An argument on its way.</summary>
/// <param name="Parameter">The parameter it is for.</param>
/// <param name="Json">The value as JSON; null for a file.</param>
/// <param name="File">The value as a file; null if it is none, or null.</param>
/// <param name="IsDefault">Whether it is the declared default, which the other side knows if it knows the argument at all.</param>
/// <param name="FileAsJson">A file as JSON, for another side that wants it so.</param>
internal sealed record SentArgument(
    ParameterDefinition Parameter, byte[]? Json, HttpContent? File, bool IsDefault, Func<byte[]>? FileAsJson)
{
    /// <summary>The value as JSON, whatever it is.</summary>
    public byte[] ToJson() => Json ?? FileAsJson?.Invoke() ?? throw new NotSupportedException(
        $"{Parameter.Name} is a stream of bytes, and the other side declares something else.");
}
