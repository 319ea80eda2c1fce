using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>
/// One call on its way through the stages of its route: its context, its token, and what its failures turn into. Where there are
/// several attempts, each is a call of its own that belongs to the first.
/// </summary>
#pragma warning disable CA1001 // A token that the service was given may be asked for after the call; its source has no timer.
internal abstract partial class Call : EndableCall
#pragma warning restore CA1001
{
    private readonly Call? _origin;
    private readonly bool _takesToken;
    private CancellationTokenSource? _source;
    private CancellationTokenRegistration _callersCancellation;
    private Deadline? _deadline;
    private CallEnding? _ending;
    private bool _ownsDeadline;
    private bool _isFromOutside;
    private bool _isObservingCaller;
    private int _parts = 1;
    private int _isAnswered;

    /// <summary>Begins a call from the current one.</summary>
    /// <param name="route">The way it goes.</param>
    /// <param name="isBlocking">Whether it runs on the caller's thread, which waits for it.</param>
    /// <param name="takesToken">Whether its body observes the token.</param>
    /// <param name="callersToken">The caller's token.</param>
    /// <exception cref="CallDepthException">Too many calls are nested.</exception>
    protected Call(CallRoute route, bool isBlocking, bool takesToken, CancellationToken callersToken)
    {
        Route = route;
        IsBlocking = isBlocking;
        CallersToken = callersToken;
        _takesToken = takesToken;
        var caller = CallContext.Current;
        Context = caller.Call(route.Called);
        Context.Token = callersToken;
        if (isBlocking && caller.Service.Length > 0)
            Context.HeldUp = caller;
        Context.BeginInLedger();
    }

    /// <summary>Begins another attempt of a call.</summary>
    protected Call(Call origin, int attempt)
    {
        Route = origin.Route;
        IsBlocking = origin.IsBlocking;
        CallersToken = origin.CallersToken;
        _origin = origin;
        _takesToken = origin._takesToken;
        Context = attempt == 1 ? origin.Context : origin.Context.Again(origin.Context.Attempt + attempt - 1);
        Interlocked.Increment(ref origin._parts);
        if (attempt > 1)
            Route.Telemetry.CountRetry();
    }

    /// <summary>The way the call goes.</summary>
    public CallRoute Route { get; }

    /// <summary>Whether every stage must complete synchronously, since the caller's thread runs the body.</summary>
    public bool IsBlocking { get; }

    /// <summary>The call as those that it calls see it.</summary>
    public CallContext Context { get; }

    /// <summary>What the caller cancels the call by.</summary>
    public CancellationToken CallersToken { get; }

    /// <summary>What the body is given.</summary>
    public CancellationToken Token => _source?.Token ?? _origin?.Token ?? CallersToken;

    /// <summary>The instance that the call has a slot of; null while any will do.</summary>
    public int? Instance { get; set; }

    /// <summary>
    /// Whether attempts of the call run, which are ended with it and answer for it: so whoever counts them knows of their end before the
    /// caller does.
    /// </summary>
    public bool IsInAttempts { get; set; }

    /// <summary>What ends an attempt that takes too long.</summary>
    public ITimer? AttemptTimer { get; set; }

    /// <summary>Whether the caller has its answer.</summary>
    public bool HasAnswered => Volatile.Read(ref _isAnswered) != 0;

    /// <summary>Whether it is a step of a stream that has been let in already, and must not be refused.</summary>
    public bool IsAdmitted { get; protected set; }

    /// <summary>Whether it is one of the attempts of another call.</summary>
    protected bool IsAttempt => _origin is not null;

    /// <summary>The result, boxed; null for a stream.</summary>
    public abstract object? Result { get; set; }

    /// <summary>Why the call has ended before its body; null while it has not.</summary>
    public CallEnding? Ending => Volatile.Read(ref _ending);

    /// <summary>Whether the caller has gone on, or is about to, whatever the body does.</summary>
    public bool IsGivenUp => Ending is { IsFinal: true } || _origin is { IsGivenUp: true };

    /// <summary>Gives the body a token of the call's own, never used for another, which ends with the call and with the caller's.</summary>
    public void OwnToken()
    {
        if (_source is not null)
            return;

        _source = new();
        Context.Token = _source.Token;
        var outer = _origin is null ? CallersToken : _origin.Token;
        if (outer.IsCancellationRequested)
            _source.Cancel();
        else
            ObserveCaller();
        if (Ending is not null)
            CancelSource();
    }

    /// <summary>Lets the deadline of the call, its own or one around it, end it.</summary>
    /// <param name="budget">The time that the call may take by itself, or null.</param>
    public void JoinDeadline(TimeSpan? budget)
    {
        var own = Deadline.Shrink(Context, budget, Route.Time);
        _ownsDeadline = own is not null;
        _deadline = Context.Deadline = own ?? Context.Deadline;
        if (_deadline is not { } deadline)
            return;
        if (deadline.HasExpired)
            throw deadline.CreateException(null);

        // A token handed on from the caller's own call is canceled by the caller's deadline already.
        if (_ownsDeadline || !CallersToken.CanBeCanceled || CallersToken != Context.Caller?.Token)
            OwnToken();
        deadline.Add(this);
    }

    /// <summary>Counts the call among those from outside, unless it is part of one.</summary>
    public void JoinOutside(OutsideCalls calls)
    {
        if (!calls.Add(this, Context, Route.Service))
            return;

        _isFromOutside = true;
        OwnToken();
    }

    /// <inheritdoc/>
    public override void End(CallEnding ending)
    {
        CallEnding? seen;
        do
        {
            seen = Ending;
            if (seen is { IsFinal: true } || (seen is not null && !ending.IsFinal))
                return;
        }
        while (Interlocked.CompareExchange(ref _ending, ending, seen) != seen);

        Volatile.Read(ref _slot)?.GiveUp(CallersToken);
        CancelSource();
        if (ending.IsFinal && !IsInAttempts)
            AnswerEarly();
    }

    /// <summary>Runs the rest of the call, from that stage on. Never throws; completes synchronously where the call is blocking.</summary>
    public abstract ValueTask PassAsync(int stage);

    /// <summary>Begins another attempt, to be started by <see cref="StartAttemptAsync"/>.</summary>
    public abstract Call CreateAttempt(int attempt);

    /// <summary>Runs an attempt from that stage on. The task ends when the attempt has, or is given up while its body runs on.</summary>
    public abstract Task StartAttemptAsync(int stage);

    /// <summary>Makes the result of an attempt this call's.</summary>
    public abstract void TakeResult(Call attempt);

    /// <summary>Reads an argument, boxed.</summary>
    /// <param name="place">Its place among the parameters.</param>
    public abstract object? ReadArgument(int place);

    /// <summary>Ends a wait for a stage that must not wait on the caller's thread.</summary>
    protected static void Finish(ValueTask entered, CallStage stage)
    {
        if (!entered.IsCompleted)
            throw stage.CreatePendingException();

        entered.GetAwaiter().GetResult();
    }

    /// <summary>Whether the answer is the asker's to give: the first to finish decides, the body or what ends the call.</summary>
    protected bool TryClaimAnswer() => Interlocked.Exchange(ref _isAnswered, 1) == 0;

    /// <summary>Lets the next answer be given: that of a call, or of one more step of a stream.</summary>
    protected void AwaitAnswer() => Volatile.Write(ref _isAnswered, 0);

    /// <summary>Answers the caller with <see cref="Ending"/>, on another thread than the one that ends the call.</summary>
    protected abstract void AnswerEarly();

    /// <summary>Ends the call if its caller gives up; where the body does not observe the token, without waiting for it.</summary>
    protected void ObserveCaller()
    {
        var outer = _origin is null ? CallersToken : _origin.Token;
        if (_isObservingCaller || !outer.CanBeCanceled)
            return;

        _isObservingCaller = true;
        _callersCancellation = outer.UnsafeRegister(
            static call =>
            {
                var canceled = (Call)call!;
                canceled.End(new CallerEnding(canceled.IsAbandonable, canceled.CallersToken));
            },
            this);
    }

    /// <inheritdoc/>
    public override bool IsAbandonable => !_takesToken && !IsBlocking;

    /// <summary>Joins the deadline of the call that this one is an attempt of.</summary>
    protected void JoinOrigin()
    {
        _deadline = Context.Deadline;
        _deadline?.Add(this);
    }

    /// <summary>What the caller is to see instead of what came out; null for just that, which now says where it happened.</summary>
    protected Exception? Replace(Exception? failure)
    {
        var ending = Ending;
        if (ending is not { IsFinal: true } && Context.Deadline is { HasExpired: true } deadline)
            ending = deadline;
        if (ending is null && CallersToken.IsCancellationRequested)
            ending = new CallerEnding(isFinal: false, CallersToken);

        var other = ending?.Replace(failure);
        if ((other ?? failure) is { } seen)
        {
            Note(seen, wasEnded: ending is not null);
            _observation?.Fail(seen, ending?.Cause);
        }

        return other;
    }

    /// <summary>Forgets all that the call was run with; once for the body, when it has ended.</summary>
    protected void Close()
    {
        _callersCancellation.Unregister();
        _deadline?.Remove(this);
        if (_origin is null)
            EndPart();
        else
        {
            if (Context != _origin.Context)
                Context.End();
            _origin.EndPart();
        }
    }

    private void EndPart()
    {
        if (Interlocked.Decrement(ref _parts) > 0)
            return;

        if (_ownsDeadline)
            _deadline!.Dispose();
        if (_isFromOutside)
            Context.Entry!.Remove(this);
        Context.EndInLedger();
        Context.End();
    }

    // What the service has registered with its token may block or throw: nobody waits for it, and it is nobody's failure.
    private void CancelSource()
    {
        if (_source is not { IsCancellationRequested: false } source)
            return;

        var (path, api) = (Context.Path, Context.Api);
        source.CancelAsync().ContinueWith(
            (canceled, logger) => CallLog.CancellationFailed((ILogger)logger!, canceled.Exception!, path, api),
            Route.Logger,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
    }
}
