using System.Buffers;

namespace Pipeline.Remote.Exchanges;

/// <summary>A call as it came in.</summary>
/// <param name="Header">What it is about.</param>
/// <param name="Arguments">The packed arguments.</param>
internal sealed record CallRequest(CallHeader Header, ReadOnlySequence<byte> Arguments);
