namespace Pipeline.Integration.Services;

/// <summary>A service whose calls the test holds: what limits and deadlines are tried on.</summary>
[Service]
public partial class Gated(Gates gates)
{
    private static int _instances;

    private readonly int _instance = Interlocked.Increment(ref _instances);

    /// <summary>Waits asynchronously, and can be told to stop.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> EnterAsync(int id, CancellationToken cancellationToken)
    {
        try
        {
            await gates.EnterAsync(id).WaitAsync(cancellationToken).ConfigureAwait(false);
            return _instance;
        }
        finally
        {
            gates.Leave();
        }
    }

    /// <summary>Waits asynchronously whatever its caller wants.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> EnterBlindlyAsync(int id)
    {
        await gates.EnterAsync(id).ConfigureAwait(false);
        gates.Leave();
        return _instance;
    }

    /// <summary>Blocks its thread, whatever its caller wants.</summary>
    [Api(Effect = Effect.Reads)]
    public int Block(int id)
    {
        gates.EnterAsync(id).GetAwaiter().GetResult();
        gates.Leave();
        return _instance;
    }

    /// <summary>Ends at once.</summary>
    [Api(Effect = Effect.None)]
    public int Square(int value) => value * value;

    /// <summary>The numbers up to the last, without waiting.</summary>
    [Api(Effect = Effect.None)]
    public IEnumerable<int> Numbers(int last) => Enumerable.Range(1, last);

    /// <summary>Blocks its thread for its one item, whatever its caller wants.</summary>
    [Api(Effect = Effect.Reads)]
    public IEnumerable<int> BlockForItem(int id, CancellationToken cancellationToken)
    {
        _ = cancellationToken;
        yield return Block(id);
    }

    /// <summary>The way here, found out before the first item is asked for.</summary>
    [Api(Effect = Effect.Reads)]
    public IEnumerable<string> Paths() => [CallContext.Current.Path];

    /// <summary>The numbers up to the last, one after another.</summary>
    [Api(Effect = Effect.None)]
    public async IAsyncEnumerable<int> NumbersLaterAsync(int last)
    {
        for (var number = 1; number <= last; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    /// <summary>Fails, having waited.</summary>
    [Api(Effect = Effect.None)]
    public async Task<int> FailAsync(string message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message);
    }
}
