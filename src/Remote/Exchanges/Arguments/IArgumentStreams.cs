namespace Pipeline.Remote.Exchanges;

/// <summary>The streams among a call's arguments, on the service's side.</summary>
internal interface IArgumentStreams
{
    /// <summary>The stream that the caller offers by a number.</summary>
    IAsyncEnumerable<T> Open<T>(int number);
}
