using Pipeline.CompilerServices;
using Pipeline.Transports;

namespace Pipeline.Calls;

/// <summary>A call of an API with one answer.</summary>
internal sealed partial class AnswerCall<TProxy, TArgs, TResult> : Call<TResult>
    where TProxy : ServiceProxy
    where TArgs : struct
{
    private readonly CallEndpoint<TProxy, TArgs, TResult> _endpoint;
    private readonly TArgs _args;
    private TResult _result = default!;

    public AnswerCall(
        CallRoute route, CallEndpoint<TProxy, TArgs, TResult> endpoint, TArgs args, bool isBlocking, CancellationToken callersToken)
        : base(route, isBlocking, route.Target.TakesToken(endpoint), callersToken)
    {
        _endpoint = endpoint;
        _args = args;
    }

    private AnswerCall(AnswerCall<TProxy, TArgs, TResult> origin, int attempt)
        : base(origin, attempt)
    {
        _endpoint = origin._endpoint;
        _args = origin._args;
    }

    /// <inheritdoc/>
    public override object? Result
    {
        get => _result;
        set => _result = (TResult)value!;
    }

    /// <inheritdoc/>
    public override Call CreateAttempt(int attempt) => new AnswerCall<TProxy, TArgs, TResult>(this, attempt);

    /// <inheritdoc/>
    public override void TakeResult(Call attempt) => _result = ((AnswerCall<TProxy, TArgs, TResult>)attempt)._result;

    /// <inheritdoc/>
    public override object? ReadArgument(int place) => ((Parameter<TArgs>)_endpoint.Parameters[place]).GetValue(_args);
}
