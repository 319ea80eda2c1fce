namespace Pipeline.Conformance.Tests.Services;

/// <summary>An exception of the service's own, with a constructor that takes its message.</summary>
public sealed class OutOfStockException(string message) : Exception(message);

/// <summary>An exception that nobody can make from a message.</summary>
public sealed class QuotaException(int limit) : Exception($"No more than {limit}.")
{
    public int Limit { get; } = limit;
}

/// <summary>A cancellation that nobody can make from a message.</summary>
public sealed class GivenUpException(int tries) : OperationCanceledException($"Given up after {tries}.");

/// <summary>An exception whose message is made of the one it is given.</summary>
public sealed class PrefixedException(string message) : Exception("Prefixed: " + message);

/// <summary>Fails in every way.</summary>
[Service]
public sealed partial class Failures
{
    private static readonly Dictionary<string, Func<Exception>> Exceptions = new()
    {
        ["invalid"] = static () => new InvalidOperationException("It cannot be done."),
        ["argument"] = static () => new ArgumentException("Not that one.", "which"),
        ["null"] = static () => new ArgumentNullException("which"),
        ["range"] = static () => new ArgumentOutOfRangeException("which", 5, "Too many."),
        ["disposed"] = static () => new ObjectDisposedException("Thing"),
        ["key"] = static () => new KeyNotFoundException("No such key."),
        ["timeout"] = static () => new TimeoutException(),
        ["unicode"] = static () => new FormatException("Žluťoučký \ud83d kůň \0 🐎"),
        ["empty"] = static () => new IOException(""),
        ["own"] = static () => new OutOfStockException("None left."),
        ["private"] = static () => new PrivateException("Nobody knows me."),
        ["inner"] = static () => new InvalidOperationException("Outside.", new OutOfStockException("Inside.")),
        ["aggregate"] = static () => new AggregateException("Several.", new TimeoutException("One."), new OutOfStockException("Two.")),
        ["canceled"] = static () => new OperationCanceledException("It is over."),
        ["task canceled"] = static () => new TaskCanceledException("It is over, too."),
        ["quota"] = static () => new QuotaException(3),
        ["given up"] = static () => new GivenUpException(3),
        ["prefixed"] = static () => new PrefixedException("me"),
    };

    [Api]
    public int Sync(string how) => throw Make(how);

    [Api]
    public Task<int> BeforeAsync(string how) => throw Make(how);

    [Api]
    public async Task<int> AfterAsync(string how)
    {
        await Task.Yield();
        throw Make(how);
    }

    [Api]
    public async ValueTask VoidAsync(string how)
    {
        await Task.Yield();
        throw Make(how);
    }

    [Api]
    public Task<int> NoTaskAsync() => null!;

    [Api]
    public async IAsyncEnumerable<int> AsyncStream(int items, string how)
    {
        for (int item = 0; item < items; item++)
        {
            await Task.Yield();
            yield return item;
        }

        throw Make(how);
    }

    [Api]
    public IEnumerable<int> SyncStream(int items, string how)
    {
        for (int item = 0; item < items; item++)
            yield return item;
        throw Make(how);
    }

    /// <summary>What an API fails with.</summary>
    public static Exception Make(string how) => Exceptions[how]();

    private sealed class PrivateException(string message) : Exception(message);
}
