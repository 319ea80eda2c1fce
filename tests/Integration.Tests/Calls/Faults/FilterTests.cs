using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>Filters run around calls, once each.</summary>
public sealed class FilterTests
{
    [Test]
    public async Task Filter_OfAllOfAServiceOrOfAnApi_RunsAroundItsCalls()
    {
        await using var app = await WorkerApp.StartAsync(static builder => builder.Services
            .AddSingleton<Trace>()
            .AddCallFilter<Everywhere>()
            .AddCallFilter<OfWorker, Worker>()
            .AddCallFilter<OfRun, Worker>("Run"));
        var trace = app.Services.GetRequiredService<Trace>();
        Assert.That(await app.Worker.ToAsync.Run(4), Is.EqualTo(4));
        Assert.That(app.Worker.Work(5), Is.EqualTo(5));
        Assert.That(await app.Helper.ToAsync.Run(6), Is.EqualTo(6));

        Assert.That(trace.All, Is.EqualTo(new[]
        {
            "Everywhere Worker.Run", "OfWorker Worker.Run", "OfRun Worker.Run", "OfRun ends", "OfWorker ends", "Everywhere ends",
            "Everywhere Worker.Work", "OfWorker Worker.Work", "OfWorker ends", "Everywhere ends",
            "Everywhere Helper.Run", "Everywhere ends",
        }));
    }

    [Test]
    public async Task Filter_RunsOncePerAttempt_AndReplacesTheResult()
    {
        await using var app = await WorkerApp.StartAsync(
            static builder => builder.Services.AddCallFilter<Doubling, Worker>("Run"), ("Worker:Timeout", "1h"));

        Assert.That(await app.Worker.ToAsync.Run(4), Is.EqualTo(8));
        Assert.That(app.Worker.Run(4), Is.EqualTo(8));
    }

    [Test]
    public async Task Filter_AroundAStream_CompletesWhenItsEnumerationEnds([Values] bool isBroken, [Values] bool isSync)
    {
        await using var app = await WorkerApp.StartAsync(static builder => builder.Services
            .AddSingleton<Trace>().AddCallFilter<Everywhere, Worker>());
        var trace = app.Services.GetRequiredService<Trace>();
        if (isSync)
        {
            foreach (var number in app.Worker.Count(3))
            {
                Assert.That(trace.All, Has.Count.EqualTo(1), $"the filter is still running at {number}");
                if (isBroken)
                    break;
            }
        }
        else
        {
            await foreach (var number in app.Worker.ToAsync.Numbers(3))
            {
                Assert.That(trace.All, Has.Count.EqualTo(1), $"the filter is still running at {number}");
                if (isBroken)
                    break;
            }
        }

        Assert.That(trace.All[^1], Is.EqualTo("Everywhere ends"));
    }

    [Test]
    public async Task Filter_ThatIsPendingInASyncCall_FailsTheCall()
    {
        await using var app = await WorkerApp.StartAsync(static builder => builder.Services.AddCallFilter<Slow>());

        Assert.That(
            () => app.Worker.Work(1), Throws.InvalidOperationException.With.Message.Contains("Slow").And.Message.Contains("ToAsync"));
        Assert.That(await app.Worker.ToAsync.Work(1), Is.EqualTo(1));
        Assert.That(async () => await app.Worker.ToAsync.Numbers(2).ToListAsync(), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Filter_ThatThrows_FailsTheCallWithoutRunningIt()
    {
        await using var app = await WorkerApp.StartAsync(static builder => builder.Services.AddCallFilter<Denying>());
        app.Bodies.Run = static (_, _) => throw new IOException("it ran");

        Assert.That(async () => await app.Worker.ToAsync.Run(1), Throws.TypeOf<UnauthorizedAccessException>());
        Assert.That(async () => await app.Worker.ToAsync.Numbers(1).ToListAsync(), Throws.TypeOf<UnauthorizedAccessException>());
        Assert.That(() => app.Worker.Count(1).ToList(), Throws.TypeOf<UnauthorizedAccessException>());
    }

    [Test]
    public async Task FailureOfASyncCall_ComesOutOfItsFilter()
    {
        await using var app = await WorkerApp.StartAsync(static builder => builder.Services
            .AddSingleton<Trace>().AddCallFilter<Everywhere, Worker>());
        app.Bodies.RunHere = static _ => throw new IOException("down");

        Assert.That(() => app.Worker.Work(1), Throws.TypeOf<IOException>());
    }

    [Test]
    public async Task Filter_SeesTheArgumentsByName()
    {
        var seen = new Arguments();
        await using var app = await WorkerApp.StartAsync(builder =>
        {
            builder.Services.AddSingleton(seen);
            builder.Services.AddCallFilter<Arguments, Worker>();
        });
        await app.Worker.ToAsync.Run(41);
        app.Worker.Work(42);
        await app.Worker.ToAsync.Numbers(1).ToListAsync();

        Assert.That(seen.All, Is.EqualTo(new[] { "id = 41", "id = 42", "last = 1" }));
    }

    private sealed class Arguments : ICallFilter
    {
        public List<string> All { get; } = [];

        public ValueTask InvokeAsync(CallFilterContext context, CallDelegate next)
        {
            All.AddRange(context.Arguments.Select(static argument => $"{argument.Key} = {argument.Value}"));
            return next(context);
        }
    }

    private sealed class Trace
    {
        public List<string> All { get; } = [];
    }

    private abstract class Tracing(Trace trace) : ICallFilter
    {
        public async ValueTask InvokeAsync(CallFilterContext context, CallDelegate next)
        {
            trace.All.Add($"{GetType().Name} {context.Service}.{context.Api.Name}");
            await next(context);
            trace.All.Add($"{GetType().Name} ends");
        }
    }

    private sealed class Everywhere(Trace trace) : Tracing(trace);

    private sealed class OfWorker(Trace trace) : Tracing(trace);

    private sealed class OfRun(Trace trace) : Tracing(trace);

    private sealed class Doubling : ICallFilter
    {
        public async ValueTask InvokeAsync(CallFilterContext context, CallDelegate next)
        {
            await next(context);
            context.Result = (int)context.Result! * 2;
        }
    }

    private sealed class Slow : ICallFilter
    {
        public async ValueTask InvokeAsync(CallFilterContext context, CallDelegate next)
        {
            await Task.Delay(20);
            await next(context);
        }
    }

    private sealed class Denying : ICallFilter
    {
        public ValueTask InvokeAsync(CallFilterContext context, CallDelegate next) => throw new UnauthorizedAccessException();
    }
}
