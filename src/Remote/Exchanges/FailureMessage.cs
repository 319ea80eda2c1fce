using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>A failure as the body of a frame.</summary>
internal static class FailureMessage
{
    public static Frame Frame(FrameKind kind, int number, Exception exception, FailureDetail detail, CancellationToken callToken) =>
        new() { Kind = kind, Number = number, Body = new(FailureJson.ToBytes(Disclosure.Of(exception, detail, callToken))) };

    /// <summary>The exception that the frame holds.</summary>
    public static Exception Read(Frame frame, CancellationToken callToken)
    {
        try
        {
            return FailureJson.Parse(frame.Body).ToException(callToken);
        }
        catch (System.Text.Json.JsonException exception)
        {
            return new InvalidDataException("The other side reported a failure in a form that is not understood here.", exception);
        }
    }
}
