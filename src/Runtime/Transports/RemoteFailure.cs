using System.ComponentModel;
using System.Runtime.ExceptionServices;
using Pipeline.Calls;

namespace Pipeline.Transports;

/// <summary>
/// A call's exception as plain data, for a transport to carry: what <see cref="Of"/> makes of it on the service's side becomes an
/// exception of the same type, message and stack again on the caller's by <see cref="ToException"/>.
/// </summary>
/// <remarks>
/// An exception is made again by a public constructor <c>(string, Exception)</c> or <c>(string)</c> that gives it the message it
/// had, and if its type is not generic; whatever other data it had is lost. Where that cannot be, a <see cref="RemoteServiceException"/>
/// names the type; an
/// <see cref="OperationCanceledException"/> of any type stays one. The other side names types only, and only of exceptions, in
/// assemblies already loaded: it can neither load code nor choose what else runs.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class RemoteFailure
{
    // Far more than code throws, far less than a stack holds: the other side is not to be trusted with either.
    private const int MaxDepth = 32;
    private const int MaxCauses = 1000;

    /// <summary>The full name of the exception's type.</summary>
    public required string Type { get; init; }

    /// <summary>The simple name of the assembly that has the type.</summary>
    public required string Assembly { get; init; }

    /// <summary>The exception's message.</summary>
    public required string Message { get; init; }

    /// <summary>Where it was thrown, or null.</summary>
    public string? StackTrace { get; init; }

    /// <summary>Whether it is an <see cref="OperationCanceledException"/>: the call was canceled and did not fail.</summary>
    public bool IsCancellation { get; init; }

    /// <summary>Whether it carries the token of the call, so that the caller's exception has to carry the caller's.</summary>
    public bool HasCallToken { get; init; }

    /// <summary>Where it failed: <see cref="CallFailure.Path"/>; null where nothing is known of that.</summary>
    public string? Path { get; init; }

    /// <inheritdoc cref="CallFailure.Service"/>
    public string Service { get; init; } = "";

    /// <inheritdoc cref="CallFailure.Api"/>
    public string Api { get; init; } = "";

    /// <inheritdoc cref="CallFailure.Attempt"/>
    public int Attempt { get; init; }

    /// <inheritdoc cref="CallFailure.Elapsed"/>
    public TimeSpan Elapsed { get; init; }

    /// <summary>What caused it: one inner exception, or all of an <see cref="AggregateException"/>.</summary>
    public IReadOnlyList<RemoteFailure> Causes { get; init; } = [];

    /// <summary>
    /// What the runtime's own exceptions say besides their message, <see cref="ServiceTimeoutException"/> for one; null for others.
    /// </summary>
    public RemoteFailureDetails? Details { get; init; }

    /// <summary>The number of this exception among all that cross together, from 0 for the outermost.</summary>
    public int Id { get; init; }

    /// <summary>
    /// The number of an exception that has crossed already, further up or before this one: this is the same one, and its causes are
    /// not repeated. Null for one that crosses here.
    /// </summary>
    public int? SameAs { get; init; }

    /// <summary>What crosses of an exception.</summary>
    /// <param name="exception">What the service, or the way to it, threw.</param>
    /// <param name="callToken">The token the service was called with.</param>
    public static RemoteFailure Of(Exception exception, CancellationToken callToken)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Describe(exception, MaxDepth, new(ReferenceEqualityComparer.Instance), callToken);
    }

    /// <summary>The exception again, not thrown yet; its stack goes on from where it was thrown on the other side.</summary>
    /// <param name="callToken">The caller's token.</param>
    public Exception ToException(CancellationToken callToken) => Restore(MaxDepth, [], callToken);

    private static RemoteFailure Describe(Exception exception, int depth, Dictionary<object, int> known, CancellationToken callToken)
    {
        var type = exception.GetType();
        var isKnown = known.TryGetValue(exception, out var id);
        if (!isKnown)
            known.Add(exception, id = known.Count);
        var call = CallFailure.Of(exception);
        return new()
        {
            // Another side's failure that has no type here keeps its name on the next hop too.
            Type = (exception as RemoteServiceException)?.OriginalType ?? type.FullName ?? type.Name,
            Assembly = exception is RemoteServiceException ? "" : type.Assembly.GetName().Name ?? "",
            Message = ExceptionText.Message(exception),
            Id = id,
            SameAs = isKnown ? id : null,
            StackTrace = isKnown ? null : ExceptionText.StackTrace(exception),
            Details = OwnExceptions.Details(exception),
            IsCancellation = exception is OperationCanceledException,
            HasCallToken = exception is OperationCanceledException canceled
                && callToken.CanBeCanceled
                && canceled.CancellationToken == callToken,
            Path = call?.Path,
            Service = call?.Service ?? "",
            Api = call?.Api ?? "",
            Attempt = call?.Attempt ?? 0,
            Elapsed = call?.Elapsed ?? TimeSpan.Zero,
            Causes = isKnown || depth == 0 ? [] : DescribeCauses(exception, depth - 1, known, callToken),
        };
    }

    private static List<RemoteFailure> DescribeCauses(
        Exception exception, int depth, Dictionary<object, int> known, CancellationToken callToken)
    {
        var causes = new List<RemoteFailure>();
        foreach (var cause in CausesOf(exception))
        {
            if (known.Count < MaxCauses)
                causes.Add(Describe(cause, depth, known, callToken));
        }

        return causes;
    }

    private static Exception[] CausesOf(Exception exception) => exception switch
    {
        AggregateException aggregate => [.. aggregate.InnerExceptions],
        { InnerException: { } inner } => [inner],
        _ => [],
    };

    private Exception Restore(int depth, Dictionary<int, Exception> known, CancellationToken callToken)
    {
        if (SameAs is { } id && known.TryGetValue(id, out var same))
            return same;

        Exception[] causes = depth == 0 ? [] : [.. Causes.Select(cause => cause.Restore(depth - 1, known, callToken))];
        var exception = Create(causes, callToken);
        known.TryAdd(Id, exception);
        if (StackTrace is { Length: > 0 })
            ExceptionDispatchInfo.SetRemoteStackTrace(exception, StackTrace);
        if (Path is not null)
            new CallFailure(Path, Service, Api, Attempt, Elapsed).Attach(exception, CallFailure.Anyone);
        return exception;
    }

    private Exception Create(Exception[] causes, CancellationToken callToken)
    {
        var token = HasCallToken ? callToken : CancellationToken.None;
        var inner = causes.FirstOrDefault();
        return ExceptionFactory.TryCreate(this, causes, token)
            ?? (IsCancellation ? new OperationCanceledException(Message, inner, token) : new RemoteServiceException(Type, Message, inner));
    }
}
