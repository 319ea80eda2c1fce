namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>What a frame says.</summary>
internal enum FrameKind : byte
{
    /// <summary>Asks for a call of an API.</summary>
    Call,

    /// <summary>Opens the stream of an API. Nobody answers: what goes wrong is the answer to the first <see cref="Next"/>.</summary>
    OpenStream,

    /// <summary>Opens a stream the other side has sent as an argument. Nobody answers.</summary>
    OpenArgument,

    /// <summary>Asks for the next item of an open stream.</summary>
    Next,

    /// <summary>Asks for an open stream to be disposed of.</summary>
    Close,

    /// <summary>Says that the token of a call or an open stream is canceled. Nobody answers.</summary>
    Cancel,

    /// <summary>Answers with a value; with nothing at all, where a stream has ended.</summary>
    Answer,

    /// <summary>Answers with a <see cref="Channels.RemoteFailure"/>.</summary>
    Failure,
}
