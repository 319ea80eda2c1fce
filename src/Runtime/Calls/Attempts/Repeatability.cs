using System.Collections;

namespace Pipeline.Calls;

/// <summary>Whether an API may be called a second time for one call.</summary>
internal static class Repeatability
{
    /// <summary>Why it may not, as the end of a sentence; null where it may.</summary>
    public static string? WhyNot(ApiDefinition api)
    {
        if (!api.Idempotent && api.Effect is not (Effect.None or Effect.Reads))
        {
            return "and it is not declared idempotent: mark it [Api(Idempotent = true)] if calling it twice does what calling it once "
                + "does, or declare an Effect of None or Reads";
        }

        return api.Parameters.FirstOrDefault(static parameter => CanBeReadOnce(parameter.Type)) is { } parameter
            ? $"and its parameter {parameter.Name} can be read only once: a second attempt would see what the first has left"
            : null;
    }

    /// <summary>Whether a value of the type may be used up by reading it.</summary>
    public static bool CanBeReadOnce(Type type)
    {
        if (type.IsArray)
            return CanBeReadOnce(type.GetElementType()!);
        if (type == typeof(IEnumerable) || type == typeof(IEnumerator) || typeof(Stream).IsAssignableFrom(type)
            || typeof(TextReader).IsAssignableFrom(type))
            return true;
        if (!type.IsGenericType)
            return false;

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(IEnumerable<>)
            || definition == typeof(IAsyncEnumerable<>)
            || definition == typeof(IEnumerator<>)
            || definition == typeof(IAsyncEnumerator<>)
            || definition == typeof(System.Threading.Channels.ChannelReader<>)
            || type.GetGenericArguments().Any(CanBeReadOnce);
    }
}
