namespace Pipeline.Remote.Exchanges;

/// <summary>Where one message is answered with one, nobody can read a stream of the caller's.</summary>
internal sealed class NoArgumentStreams : IArgumentStreams
{
    public static readonly NoArgumentStreams Instance = new();

    public IAsyncEnumerable<T> Open<T>(int number) =>
        throw new InvalidDataException("The call takes a stream, which needs an exchange of its own.");
}
