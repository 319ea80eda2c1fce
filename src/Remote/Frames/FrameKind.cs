namespace Pipeline.Remote;

/// <summary>What a frame says. Numbers of the wire; never change one.</summary>
public enum FrameKind : byte
{
    /// <summary>Caller to service: begins a call; the body has its header and arguments.</summary>
    Start = 1,

    /// <summary>Caller to service: the caller's token is canceled.</summary>
    Cancel = 2,

    /// <summary>Caller to service: asks for items of a stream, as many as the frame's number says.</summary>
    Next = 3,

    /// <summary>Caller to service: no further item is wanted.</summary>
    Close = 4,

    /// <summary>Service to caller: the result.</summary>
    Answer = 5,

    /// <summary>Service to caller: the call failed or was canceled.</summary>
    Failure = 6,

    /// <summary>Service to caller: one item of a stream.</summary>
    Item = 7,

    /// <summary>Service to caller: the stream has no further item.</summary>
    End = 8,

    /// <summary>Service to caller: the stream was closed as asked.</summary>
    Closed = 9,

    /// <summary>Service to caller: asks for the next item of a stream that is an argument.</summary>
    ArgumentNext = 10,

    /// <summary>Service to caller: no further item of that stream is wanted.</summary>
    ArgumentClose = 11,

    /// <summary>Service to caller: the token that the service reads that stream with is canceled.</summary>
    ArgumentCancel = 12,

    /// <summary>Caller to service: one item of that stream.</summary>
    ArgumentItem = 13,

    /// <summary>Caller to service: that stream has no further item.</summary>
    ArgumentEnd = 14,

    /// <summary>Caller to service: that stream failed.</summary>
    ArgumentFailure = 15,

    /// <summary>Caller to service: that stream was closed as asked.</summary>
    ArgumentClosed = 16,
}
