using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>What the bodies of <see cref="Worker"/> do: the test decides.</summary>
public sealed class Bodies
{
    /// <summary>The body of every call, given the call's number and its token.</summary>
    public Func<int, CancellationToken, Task<int>> Run { get; set; } = static (id, _) => Task.FromResult(id);

    /// <summary>The body of every sync call.</summary>
    public Func<int, int> RunHere { get; set; } = static id => id;
}

/// <summary>A service whose bodies are the test's.</summary>
[Service]
public partial class Worker(Bodies bodies)
{
    /// <summary>An async call that may be repeated.</summary>
    [Api(Idempotent = true)]
    public Task<int> RunAsync(int id, CancellationToken cancellationToken) => bodies.Run(id, cancellationToken);

    /// <summary>An async call that may be repeated, with something to carry.</summary>
    [Api(Idempotent = true)]
    public Task<int> CarryAsync(object payload, CancellationToken cancellationToken) =>
        bodies.Run(payload.GetHashCode() & 1, cancellationToken);

    /// <summary>A sync call.</summary>
    [Api(Idempotent = true)]
    public int Work(int id) => bodies.RunHere(id);

    /// <summary>A stream.</summary>
    [Api]
    public async IAsyncEnumerable<int> NumbersAsync(int last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; number <= last; number++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return number;
        }
    }

    /// <summary>A sync stream.</summary>
    [Api]
    public IEnumerable<int> Count(int last) => Enumerable.Range(1, last);

    /// <summary>Reads a stream.</summary>
    [Api]
    public async Task<int> SumAsync(IAsyncEnumerable<int> numbers)
    {
        var sum = 0;
        await foreach (var number in numbers.ConfigureAwait(false))
            sum += number;
        return sum;
    }

    /// <summary>Reads a stream, then does what the test wants.</summary>
    [Api(Idempotent = true)]
    public async Task<int> TotalAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        var sum = 0;
        await foreach (var number in numbers.WithCancellation(cancellationToken).ConfigureAwait(false))
            sum += number;
        return sum + await bodies.Run(0, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A sync call that may run on the pool, and fails in a way of its own that passes.</summary>
    [Api(Idempotent = true, RunsOnPool = true, Transient = [typeof(FormatException)])]
    public int WorkAnywhere(int id) => bodies.RunHere(id);

    /// <summary>An async call, one at a time.</summary>
    [Api(Concurrency = 1)]
    public Task<int> RunAloneAsync(int id, CancellationToken cancellationToken) => bodies.Run(id, cancellationToken);

    /// <summary>Changes a stream.</summary>
    [Api]
    public async IAsyncEnumerable<int> MapAsync(IAsyncEnumerable<int> numbers)
    {
        await foreach (var number in numbers.ConfigureAwait(false))
            yield return number + 1;
    }
}

/// <summary>The same a second time.</summary>
[Service]
public partial class Helper(Bodies bodies)
{
    /// <inheritdoc cref="Worker.RunAsync"/>
    [Api(Idempotent = true)]
    public Task<int> RunAsync(int id, CancellationToken cancellationToken) => bodies.Run(id, cancellationToken);

    /// <inheritdoc cref="Worker.SumAsync"/>
    [Api]
    public async Task<int> SumAsync(IAsyncEnumerable<int> numbers)
    {
        var sum = 0;
        await foreach (var number in numbers.ConfigureAwait(false))
            sum += number;
        return sum;
    }

    /// <inheritdoc cref="Worker.MapAsync"/>
    [Api]
    public async IAsyncEnumerable<int> MapAsync(IAsyncEnumerable<int> numbers)
    {
        await foreach (var number in numbers.ConfigureAwait(false))
            yield return number * 2;
    }
}

/// <summary>Calls both.</summary>
[Service]
public partial class Boss(Worker.Proxy worker, Helper.Proxy helper)
{
    /// <summary>Passes the token on.</summary>
    [Api(Idempotent = true)]
    public Task<int> RunAsync(int id, CancellationToken cancellationToken) => worker.ToAsync.Run(id, cancellationToken);

    /// <summary>Passes no token on.</summary>
    [Api(Idempotent = true)]
    public async Task<int> RunForgetfullyAsync(int id) =>
        await worker.ToAsync.Run(id).ConfigureAwait(false) + await helper.ToAsync.Run(id).ConfigureAwait(false);
}

/// <summary>The three, with a clock that the test moves.</summary>
internal sealed class WorkerApp : IAsyncDisposable
{
    private readonly PipelineApp _app;

    private WorkerApp(PipelineApp app) => _app = app;

    public Bodies Bodies => _app.Services.GetRequiredService<Bodies>();

    public FakeTimeProvider Time => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public LogLines Log => _app.Services.GetRequiredService<LogLines>();

    public Worker.Proxy Worker => _app.GetProxy<Worker.Proxy>();

    public Helper.Proxy Helper => _app.GetProxy<Helper.Proxy>();

    public Boss.Proxy Boss => _app.GetProxy<Boss.Proxy>();

    public IServiceProvider Services => _app.Services;

    /// <param name="options">Keys below <c>Pipeline:Services</c>, and their values.</param>
    public static Task<WorkerApp> StartAsync(params (string Key, string? Value)[] options) => StartAsync(static _ => { }, options);

    /// <param name="configure">Changes the container.</param>
    /// <param name="options">Keys below <c>Pipeline:Services</c>, and their values.</param>
    public static async Task<WorkerApp> StartAsync(Action<PipelineAppBuilder> configure, params (string Key, string? Value)[] options)
    {
        var log = new LogLines();
        return new(await PipelineApp.StartAsync<Boss>(builder =>
        {
            builder.Services.AddSingleton(new Bodies()).AddSingleton<TimeProvider>(new FakeTimeProvider()).AddSingleton(log);
            builder.Logging.AddProvider(log);
            foreach (var (key, value) in options)
                builder.Configuration[$"Pipeline:Services:{key}"] = value;
            configure(builder);
        }));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
