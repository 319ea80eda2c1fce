using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Calls;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Calls;

/// <summary>A call without a body, whose parts a test runs one by one.</summary>
internal sealed class BareCall : Call
{
    public BareCall(TimeProvider time, bool isBlocking = false, bool takesToken = true, CancellationToken callersToken = default)
        : base(RouteBy(time), isBlocking, takesToken, callersToken)
    {
    }

    private BareCall(BareCall origin, int attempt)
        : base(origin, attempt)
    {
    }

    /// <summary>How often the caller was answered before the body has ended.</summary>
    public int EarlyAnswers { get; private set; }

    /// <inheritdoc/>
    public override object? Result { get; set; }

    /// <inheritdoc cref="Call.IsAttempt"/>
    public new bool IsAttempt => base.IsAttempt;

    /// <inheritdoc/>
    public override ValueTask PassAsync(int stage) => default;

    /// <inheritdoc/>
    public override Call CreateAttempt(int attempt) => new BareCall(this, attempt);

    /// <inheritdoc/>
    public override Task StartAttemptAsync(int stage) => Task.CompletedTask;

    /// <inheritdoc/>
    public override void TakeResult(Call attempt)
    {
    }

    /// <inheritdoc/>
    public override object? ReadArgument(int place) => null;

    /// <inheritdoc cref="Call.ObserveCaller"/>
    public new void ObserveCaller() => base.ObserveCaller();

    /// <inheritdoc cref="Call.Replace"/>
    public new Exception? Replace(Exception? failure) => base.Replace(failure);

    /// <inheritdoc cref="Call.Close"/>
    public new void Close() => base.Close();

    /// <summary>Makes the calls that the action makes this one's.</summary>
    public void Run(Action action)
    {
        var before = CallContext.Current;
        Context.Enter();
        try
        {
            action();
        }
        finally
        {
            before.Enter();
        }
    }

    protected override void AnswerEarly() => EarlyAnswers++;

    private static CallRoute RouteBy(TimeProvider time) => new()
    {
        Service = Doubler.Definition,
        Api = Doubler.Definition.Apis[0],
        Stages = [],
        Target = null!,
        Time = time,
        Logger = NullLogger.Instance,
        Telemetry = new("Doubler", "Double", ActivityKind.Internal),
        Refusals = new("Doubler", time, NullLogger.Instance),
    };
}
