using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace Pipeline;

/// <summary>
/// How a call ended: with a value, with an exception, or canceled. The default value is no success: it stands for a call nobody
/// made.
/// </summary>
/// <example>
/// <code>
/// var (a, b) = await Gather.Settle(modelA.ToAsync.Predict(x), modelB.ToAsync.Predict(x));
/// float score = a.TryGetValue(out var value) ? value : b.ValueOr(0.5f);
/// string line = a switch { (true, var v, _) =&gt; $"{v}", (_, _, var e) =&gt; e!.Message };
/// </code>
/// </example>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct Outcome<T> : IEquatable<Outcome<T>>
{
    private readonly T? _value;
    private readonly ExceptionDispatchInfo? _failure;

    internal Outcome(T value) => (_value, IsSuccess) = (value, true);

    internal Outcome(ExceptionDispatchInfo failure) => _failure = failure;

    /// <summary>Whether the call returned a value.</summary>
    [MemberNotNullWhen(false, nameof(Exception))]
    public bool IsSuccess { get; }

    /// <summary>Whether the call was canceled, which is a way to fail.</summary>
    [MemberNotNullWhen(true, nameof(Exception))]
    public bool IsCanceled => _failure?.SourceException is OperationCanceledException;

    /// <summary>What the call returned. Throws what the call threw, the original object with its original stack, when it failed.</summary>
    public T Value
    {
        get
        {
            if (!IsSuccess)
                Throw();
            return _value!;
        }
    }

    /// <summary>What the call threw, the original object; null when it succeeded.</summary>
    public Exception? Exception => IsSuccess ? null : _failure?.SourceException ?? NoCall();

    /// <summary>Gets what the call returned; false when it failed.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }

    /// <summary>What the call returned, or <paramref name="fallback"/> when it failed.</summary>
    public T ValueOr(T fallback) => IsSuccess ? _value! : fallback;

    /// <summary>
    /// For <c>outcome is (true, var value, _)</c>, as <see cref="Outcome"/> has it, with the value in between: the type's default when
    /// the call failed.
    /// </summary>
    public void Deconstruct(out bool isSuccess, out T? value, out Exception? exception) =>
        (isSuccess, value, exception) = (IsSuccess, _value, Exception);

    /// <summary>Whether both returned equal values, or failed with the same exception object.</summary>
    public bool Equals(Outcome<T> other) =>
        IsSuccess == other.IsSuccess
        && ReferenceEquals(_failure?.SourceException, other._failure?.SourceException)
        && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Outcome<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsSuccess, _value, _failure?.SourceException);

    /// <summary>"Success" with the value, "Canceled", or "Failure" with the exception's type and message.</summary>
    public override string ToString() => this switch
    {
        { IsSuccess: true } => $"Success({_value})",
        { IsCanceled: true } => "Canceled",
        _ => $"Failure({Exception.GetType().Name}: {Exception.Message})",
    };

    /// <inheritdoc cref="Equals(Outcome{T})"/>
    public static bool operator ==(Outcome<T> left, Outcome<T> right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(Outcome<T> left, Outcome<T> right) => !left.Equals(right);

    private static InvalidOperationException NoCall() => new("This outcome is the default value: no call has given it a value.");

    [DoesNotReturn]
    private void Throw()
    {
        _failure?.Throw();
        throw NoCall();
    }
}
