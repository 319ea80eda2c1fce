using Pipeline.CompilerServices;
using Pipeline.Transports;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Pipeline.Calls;

/// <summary>Calls one API with retries, hedging and a circuit breaker. Thread-safe.</summary>
internal sealed class ApiResilience
{
    private readonly Circuit? _circuit;
    private readonly ResiliencePipeline _inTurn;
    private readonly ResiliencePipeline<object?>? _overlapping;

    /// <param name="options">What is configured.</param>
    /// <param name="circuit">The circuit breaker, or null.</param>
    /// <param name="time">The clock of the pauses.</param>
    public ApiResilience(ResilienceOptions options, Circuit? circuit, TimeProvider time)
    {
        _circuit = circuit;
        _inTurn = InTurn(options, time);
        _overlapping = options.Hedging is { } hedging ? Overlapping(hedging, time) : null;
    }

    /// <summary>On the caller's thread, which makes one attempt at a time: a hedged call starts another where one has failed.</summary>
    public TResult Invoke<TProxy, TArgs, TResult>(
        RunningCall call, ServiceChannel channel, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var context = Begin(call);
        try
        {
            return _inTurn.Execute(
                static (context, state) => Attempt(context, state.Channel, state.Endpoint, state.Args),
                context,
                (Channel: channel, Endpoint: endpoint, Args: args));
        }
        catch (BrokenCircuitException rejected) when (IsOwn(rejected))
        {
            throw _circuit!.Unavailable(rejected);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public async Task<TResult> InvokeAsync<TProxy, TArgs, TResult>(
        RunningCall call, ServiceChannel channel, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var context = Begin(call);
        try
        {
            var state = (Channel: channel, Endpoint: endpoint, Args: args);
            if (_overlapping is null)
            {
                return await _inTurn.ExecuteAsync(
                    static (context, state) => AttemptAsync(context, state.Channel, state.Endpoint, state.Args), context, state)
                    .ConfigureAwait(false);
            }

            // Boxed: the strategy would need to know all about the type of result, which trimming does not leave.
            var answer = await _overlapping.ExecuteAsync(
                static async (context, state) =>
                    (object?)await AttemptAsync(context, state.Channel, state.Endpoint, state.Args).ConfigureAwait(false),
                context,
                state).ConfigureAwait(false);
            return (TResult)answer!;
        }
        catch (BrokenCircuitException rejected) when (IsOwn(rejected))
        {
            throw _circuit!.Unavailable(rejected);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResilienceContext Begin(RunningCall call)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, call.Token);
        context.Properties.Set(Attempts.Call, call);
        return context;
    }

    private static TResult Attempt<TProxy, TArgs, TResult>(
        ResilienceContext context, ServiceChannel channel, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var call = Attempts.CallOf(context);
        var attempt = call.BeginAttempt();
        try
        {
            return channel.Invoke(endpoint, args, context.CancellationToken);
        }
        catch (Exception exception)
        {
            call.Note(exception, attempt);
            throw;
        }
    }

    private static async ValueTask<TResult> AttemptAsync<TProxy, TArgs, TResult>(
        ResilienceContext context, ServiceChannel channel, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args)
        where TProxy : ServiceProxy
        where TArgs : struct
    {
        var call = Attempts.CallOf(context);
        var attempt = call.BeginAttempt();
        try
        {
            return await call.UntilLate(channel.InvokeAsync(endpoint, args, context.CancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.Note(exception, attempt);
            throw;
        }
    }

    // A service may use such a breaker of its own: what comes out of an attempt is known to have failed there.
    private bool IsOwn(BrokenCircuitException rejected) => _circuit is not null && !CallFailure.IsAttachedTo(rejected);

    private ResiliencePipeline InTurn(ResilienceOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        var retry = options.Retry ?? (options.Hedging is { } hedging
            ? new RetryStrategyOptions { MaxRetryAttempts = hedging.MaxHedgedAttempts, Delay = TimeSpan.Zero }
            : null);
        if (retry is not null)
        {
            retry.ShouldHandle = static attempt => new(Attempts.AreWorthwhile(attempt.Context, attempt.Outcome.Exception));
            retry.OnRetry = static attempt =>
            {
                Attempts.CallOf(attempt.Context).NoteRetry(attempt.RetryDelay);
                return default;
            };
            builder.AddRetry(retry);
        }

        if (_circuit is not null)
            builder.AddPipeline(_circuit.Pipeline);
        return builder.Build();
    }

    private ResiliencePipeline<object?> Overlapping(HedgingOptions hedging, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<object?> { TimeProvider = time };
        builder.AddHedging(new()
        {
            MaxHedgedAttempts = hedging.MaxHedgedAttempts,
            Delay = hedging.Delay,
            ShouldHandle = static attempt => new(Attempts.AreWorthwhile(attempt.Context, attempt.Outcome.Exception)),
        });
        if (_circuit is not null)
            builder.AddPipeline(_circuit.Pipeline);
        return builder.Build();
    }
}
