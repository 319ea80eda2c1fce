using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Integration.Services;

/// <summary>Where services write what happens to them.</summary>
public sealed class Journal
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    /// <summary>What has been written.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>Writes.</summary>
    public void Write(string line)
    {
        lock (_gate)
            _lines.Add(line);
    }
}

/// <summary>Hooks for whatever derives from it.</summary>
public abstract class Started(Journal journal)
{
    /// <summary>Where to write.</summary>
    protected Journal Journal { get; } = journal;

    /// <summary>The first hook.</summary>
    [OnStartup]
    protected void Begin() => Journal.Write("begin");

    /// <summary>The last hook.</summary>
    [OnShutdown]
    public virtual ValueTask EndAsync(CancellationToken cancellationToken)
    {
        Journal.Write("end of the base");
        return default;
    }
}

/// <summary>Dependencies of every form.</summary>
[Service]
public partial class Composition(
    Calculator.Proxy calculator,
    [Depends(Timeout = "1m")] Twins.Calculator.Proxy? twin,
    Journal journal,
    ILogger<Composition> logger,
    [FromKeyedServices("colour")] string colour,
    IEnumerable<Users.Proxy> all,
    int retries = 3,
    Uri? address = null) : Started(journal)
{
    /// <summary>By property.</summary>
    [Depends]
    public partial Users.Proxy Users { get; init; }

    /// <summary>By property, required.</summary>
    [Depends]
    public required partial Admins.Proxy? Admins { get; set; }

    /// <summary>From the container.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Everything at once.</summary>
    [Api]
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        var (sum, user) = await Gather.All(
            calculator.ToAsync.Add(1, 2, cancellationToken),
            Users.ToAsync.Find("u", cancellationToken)).ConfigureAwait(false);
        return $"{sum} {user} {twin?.Who()} {Admins?.Who()} {colour} {retries} {address} {all.Count()} {logger is not null} {Clock == TimeProvider.System}";
    }

    /// <inheritdoc/>
    [OnShutdown]
    public override ValueTask EndAsync(CancellationToken cancellationToken)
    {
        Journal.Write("end");
        return default;
    }

    [OnStartup]
    private async Task WarmAsync(CancellationToken cancellationToken) => Journal.Write("warm " + await calculator.ToAsync.Add(2, 2, cancellationToken).ConfigureAwait(false));

    [OnStartup]
    private ValueTask SettleAsync()
    {
        Journal.Write("settle");
        return default;
    }
}
