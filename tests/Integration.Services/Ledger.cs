using System.Runtime.CompilerServices;

namespace Pipeline.Integration.Services;

/// <summary>What a scope holds: one for each execution.</summary>
public sealed class Unit(UnitLog log) : IAsyncDisposable
{
    /// <summary>Which one it is.</summary>
    public int Number { get; } = log.Open();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.Yield();
        log.Close();
    }
}

/// <summary>How many units there have been.</summary>
public sealed class UnitLog
{
    private int _opened;
    private int _closed;

    /// <summary>How many have been made.</summary>
    public int Opened => _opened;

    /// <summary>How many have been disposed of.</summary>
    public int Closed => _closed;

    internal int Open() => Interlocked.Increment(ref _opened);

    internal void Close() => Interlocked.Increment(ref _closed);
}

/// <summary>APIs that are given something from a scope of their own.</summary>
[Service]
public sealed partial class Ledger(UnitLog log)
{
    /// <summary>A sync one.</summary>
    [Api]
    public string Read(int x, [FromScope] Unit unit, string scope = "s")
    {
        ArgumentNullException.ThrowIfNull(unit);
        return $"{x}|{scope}|{unit.Number}|{log.Closed}";
    }

    /// <summary>One without a result.</summary>
    [Api]
    public void Check([FromScope] Unit unit) => ArgumentNullException.ThrowIfNull(unit);

    /// <summary>An async one that fails the first time.</summary>
    [Api(Idempotent = true, Transient = [typeof(IOException)])]
    public async Task<string> WriteAsync([FromScope] Unit unit, int failures, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        await Task.Delay(1, cancellationToken);
        return unit.Number <= failures ? throw new IOException("try again") : $"{unit.Number}|{log.Closed}";
    }

    /// <summary>An async one that takes no token.</summary>
    [Api]
    public async ValueTask<int> CountAsync([FromScope] Unit unit, [FromScope] IFormatProvider? absent = null)
    {
        ArgumentNullException.ThrowIfNull(unit);
        await Task.Yield();
        return absent is null ? unit.Number : -1;
    }

    /// <summary>A sync stream.</summary>
    [Api]
    public IEnumerable<string> Lines(int count, [FromScope] Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        for (var i = 0; i < count; i++)
            yield return $"{unit.Number}|{log.Closed}";
    }

    /// <summary>An async stream.</summary>
    [Api]
    public async IAsyncEnumerable<string> LinesAsync(
        long count, [FromScope] Unit unit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        for (var i = 0L; i < count; i++)
        {
            await Task.Delay(1, cancellationToken);
            yield return $"{unit.Number}|{log.Closed}";
        }
    }
}
