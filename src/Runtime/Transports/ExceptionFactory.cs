using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Transports;

/// <summary>Makes exceptions of a type known by name only.</summary>
internal static class ExceptionFactory
{
    private const string Trimmed = "A type or constructor that was trimmed away has a RemoteServiceException in its place.";

    /// <summary>The exception with its message, or null where there is no such type or constructor here.</summary>
    public static Exception? TryCreate(RemoteFailure failure, Exception[] causes, CancellationToken token)
    {
        if (FindType(failure) is not { } type)
            return null;
        if (type == typeof(AggregateException))
            return new AggregateException(MessageWithout(causes, failure.Message), causes);
        if (type == typeof(OperationCanceledException))
            return new OperationCanceledException(failure.Message, causes.FirstOrDefault(), token);
        if (type == typeof(TaskCanceledException))
            return new TaskCanceledException(failure.Message, causes.FirstOrDefault(), token);

        if (OwnExceptions.TryCreate(type, failure.Message, failure.Details, causes.FirstOrDefault()) is { } own)
            return own;

        // The one argument of some constructors is no message but a parameter's name, say.
        object?[][] arguments = [[failure.Message, causes.FirstOrDefault()], [failure.Message]];
        return arguments.Select(list => TryConstruct(type, list)).FirstOrDefault(exception => exception?.Message == failure.Message);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Trimmed)]
    private static Type? FindType(RemoteFailure failure)
    {
        // The name of a constructed type holds names of assemblies, which would be loaded.
        if (failure.Type is "" || failure.Type.AsSpan().ContainsAny("[],*&"))
            return null;

        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name == failure.Assembly)
            .Select(assembly => assembly.GetType(failure.Type, throwOnError: false))
            .FirstOrDefault(static type =>
                type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(Exception)));
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = Trimmed)]
    private static Exception? TryConstruct(Type type, object?[] arguments)
    {
        Type[] parameters = [typeof(string), typeof(Exception)];
        try
        {
            return (Exception?)type.GetConstructor(parameters[..arguments.Length])?.Invoke(arguments);
        }
        catch (Exception)
        {
            // The constructor's own failure is not the call's.
            return null;
        }
    }

    /// <summary>An <see cref="AggregateException"/> adds the messages of its causes to its own by itself.</summary>
    private static string MessageWithout(Exception[] causes, string message)
    {
        string added = string.Concat(causes.Select(static cause => $" ({cause.Message})"));
        return message.EndsWith(added, StringComparison.Ordinal) ? message[..^added.Length] : message;
    }
}
