using System.Runtime.CompilerServices;

namespace Pipeline;

/// <summary>
/// Waits for all branches, then returns their results or throws the first of their failures.
/// </summary>
/// <remarks>
/// An async method by hand, for what the compiler's would cost: the state is which branches are over, so neither a state nor
/// an awaiter needs a field, and the returned task, which holds this struct, is all that is allocated. It also reaches its own
/// task and fails without throwing.
/// </remarks>
internal struct Join<TBranches, TResults> : IAsyncStateMachine
    where TBranches : IBranches<TResults>
{
    private AsyncTaskMethodBuilder<TResults> _builder;
    private TBranches _branches;

    /// <summary>Joins <paramref name="branches"/>, which no one else may use afterwards.</summary>
    public static Task<TResults> Start(TBranches branches)
    {
        if (branches.Succeeded)
            return Task.FromResult(branches.Results);
        var join = new Join<TBranches, TResults> { _builder = AsyncTaskMethodBuilder<TResults>.Create(), _branches = branches };
        join._builder.Start(ref join);
        return join._builder.Task;
    }

    /// <inheritdoc/>
    public void MoveNext()
    {
        if (_branches.NextPending() is { } pending)
        {
            var awaiter = pending.ConfigureAwait(false).GetAwaiter();
            _builder.AwaitUnsafeOnCompleted(ref awaiter, ref this);
        }
        else if (_branches.Succeeded)
        {
            _builder.SetResult(_branches.Results);
        }
        else
        {
            var failures = _branches.Failures;
            GatheredFailures.Keep(_builder.Task, failures);
            _builder.SetException(failures[0]);
        }
    }

    /// <inheritdoc/>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }
}
