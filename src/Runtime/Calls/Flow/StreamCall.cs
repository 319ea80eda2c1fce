using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>A call of an API that answers item by item: from the first item asked for until its enumeration ends.</summary>
internal sealed partial class StreamCall<TProxy, TArgs, TItem> : Call<bool>
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly StreamEndpoint<TProxy, TArgs, TItem> _endpoint;
    private readonly TArgs _args;
    private readonly List<StreamPassage> _passages = [];
    private int _entered;
    private bool _isBegun;
    private bool _isEnded;

    public StreamCall(
        CallRoute route, StreamEndpoint<TProxy, TArgs, TItem> endpoint, TArgs args, bool isBlocking, CancellationToken callersToken)
        : base(route, isBlocking, route.Target.TakesToken(endpoint), callersToken)
    {
        _endpoint = endpoint;
        _args = args;
    }

    /// <inheritdoc/>
    public override object? Result
    {
        get => null;
        set => throw new InvalidOperationException($"{Route.Service.Name}.{Route.Api.Name} is a stream, which has no result to replace.");
    }

    /// <inheritdoc/>
    public override object? ReadArgument(int place) => ((Parameter<TArgs>)_endpoint.Parameters[place]).GetValue(_args);

    /// <summary>Goes on with the stream, in the middle of a stage that wraps it; the task ends when the enumeration does.</summary>
    public override ValueTask PassAsync(int stage) => new(_passages[^1].Reach());

    /// <inheritdoc/>
    public override Call CreateAttempt(int attempt) => throw NotRepeatable();

    /// <inheritdoc/>
    public override Task StartAttemptAsync(int stage) => throw NotRepeatable();

    /// <inheritdoc/>
    public override void TakeResult(Call attempt) => throw NotRepeatable();

    private InvalidOperationException NotRepeatable() =>
        new($"{Route.Service.Name}.{Route.Api.Name} is a stream, whose items cannot be asked for twice.");

    // Each step runs where the consumer is, so the span is made current at each.
    private void Observe()
    {
        if (_isBegun)
            Observation?.Enter();
        else
            BeginObservation();
    }

    private void LeaveSteps(int entered)
    {
        while (--entered >= 0)
        {
            if (Route.Stages[entered].IsPerStep)
                Route.Stages[entered].Leave(this);
        }
    }

    private void LeaveStream()
    {
        while (--_entered >= 0)
        {
            if (!Route.Stages[_entered].IsPerStep)
                Route.Stages[_entered].Leave(this);
        }

        Close();
        EndObservation();
    }
}
