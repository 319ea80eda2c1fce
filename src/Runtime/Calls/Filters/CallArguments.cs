using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Calls;

/// <summary>The arguments of a call by name, read from the call when asked for.</summary>
internal sealed class CallArguments(Call call) : IReadOnlyDictionary<string, object?>
{
    public IEnumerable<string> Keys => call.Route.Api.Parameters.Select(static parameter => parameter.Name);

    public IEnumerable<object?> Values => Keys.Select((_, place) => call.ReadArgument(place));

    public int Count => call.Route.Api.Parameters.Count;

    public object? this[string key] => TryGetValue(key, out var value)
        ? value
        : throw new KeyNotFoundException(
            $"{call.Route.Service.Name}.{call.Route.Api.Name} has no parameter {key}; it has: {string.Join(", ", Keys)}.");

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var parameters = call.Route.Api.Parameters;
        for (var place = 0; place < parameters.Count; place++)
        {
            if (parameters[place].Name != key)
                continue;

            value = call.ReadArgument(place);
            return true;
        }

        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Keys.Zip(Values, KeyValuePair.Create).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
