using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Pipeline;

/// <summary>
/// How a call without a result ended: it succeeded, failed or was canceled. The default value is no success: it stands for a
/// call nobody made.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Outcome : IEquatable<Outcome>
{
    private readonly Outcome<ValueTuple> _outcome;

    private Outcome(Outcome<ValueTuple> outcome) => _outcome = outcome;

    /// <summary>The outcome of a call that succeeded.</summary>
    public static Outcome Success { get; } = new(FromResult(default(ValueTuple)));

    /// <summary>Whether the call succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool IsSuccess => _outcome.IsSuccess;

    /// <summary>Whether the call was canceled, which is a way to fail.</summary>
    [MemberNotNullWhen(true, nameof(Exception))]
    public bool IsCanceled => _outcome.IsCanceled;

    /// <summary>What the call threw, the original object; null when it succeeded.</summary>
    public Exception? Exception => _outcome.Exception;

    /// <summary>The outcome of a call that returned <paramref name="value"/>.</summary>
    public static Outcome<T> FromResult<T>(T value) => new(value);

    /// <summary>
    /// The outcome of a call with a result that threw <paramref name="exception"/>: canceled for an
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    public static Outcome<T> FromException<T>(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new(ExceptionDispatchInfo.Capture(exception));
    }

    /// <summary>
    /// The outcome of a call without a result that threw <paramref name="exception"/>: canceled for an
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    public static Outcome FromException(Exception exception) => new(FromException<ValueTuple>(exception));

    /// <summary>Throws what the call threw, with its original stack; does nothing when it succeeded.</summary>
    public void ThrowIfFailed() => _ = _outcome.Value;

    /// <summary>For <c>outcome is (false, var exception)</c>.</summary>
    public void Deconstruct(out bool isSuccess, out Exception? exception) => (isSuccess, exception) = (IsSuccess, Exception);

    /// <summary>Whether both succeeded, or failed with the same exception object.</summary>
    public bool Equals(Outcome other) => _outcome.Equals(other._outcome);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Outcome other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _outcome.GetHashCode();

    /// <summary>"Success", "Canceled", or "Failure" with the exception's type and message.</summary>
    public override string ToString() => IsSuccess ? "Success" : _outcome.ToString();

    /// <inheritdoc cref="Equals(Outcome)"/>
    public static bool operator ==(Outcome left, Outcome right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Outcome left, Outcome right) => !left.Equals(right);

    /// <summary>The outcome of a completed task.</summary>
    internal static Outcome Of(Task completed) =>
        completed.IsCompletedSuccessfully ? Success : new(new Outcome<ValueTuple>(Branch.Failure(completed)));

    /// <summary>The outcome of a completed task with a result.</summary>
    internal static Outcome<T> Of<T>(Task<T> completed) =>
        completed.IsCompletedSuccessfully ? new(completed.Result) : new(Branch.Failure(completed));
}
