using System.Runtime.CompilerServices;

namespace Pipeline.Integration.Services;

/// <summary>Streams of every form.</summary>
[Service]
public partial class Scanner
{
    /// <summary>Counts, synchronously.</summary>
    [Api]
    public IEnumerable<int> Count(int to)
    {
        for (int i = 1; i <= to; i++)
            yield return i;
    }

    /// <summary>Counts, then fails.</summary>
    [Api]
    public async IAsyncEnumerable<int> CountAsync(long to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return i;
        }

        throw new InvalidOperationException("There is no more.");
    }

    /// <summary>Words, without a token.</summary>
    [Api]
    public async IAsyncEnumerable<string?> WordsAsync()
    {
        await Task.Yield();
        yield return "one";
        yield return null;
    }

    /// <summary>Doubles what it reads.</summary>
    [Api]
    public async IAsyncEnumerable<int> DoubleAsync(IAsyncEnumerable<int> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (int item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return item * 2;
    }
}
