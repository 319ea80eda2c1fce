using System.Text.Json;

namespace Pipeline.Traces;

/// <summary>Which calls of an API need the result of which, as the analysis of its source says. Immutable.</summary>
/// <remarks>A call is known by its callee and by which call of that callee it is, from 0 in the order in which they begin.</remarks>
public sealed class CallDependences
{
    /// <summary>The name of the file that <c>AddPipelineTraces</c> looks for beside the application.</summary>
    public const string DefaultFile = "pipeline.dependences.json";

    private readonly Dictionary<string, ApiDependences> _apis;

    /// <summary>What is known.</summary>
    /// <param name="apis">The APIs whose calls are known.</param>
    /// <exception cref="ArgumentException">Two have the same name, or a call needs one that does not come before it.</exception>
    public CallDependences(IEnumerable<ApiDependences> apis)
    {
        ArgumentNullException.ThrowIfNull(apis);
        _apis = apis.Select(Close).ToDictionary(static api => api.Name, StringComparer.Ordinal);
    }

    /// <summary>The names of the APIs whose calls are known: <c>Service/Api</c>.</summary>
    public IReadOnlyCollection<string> Apis => _apis.Keys;

    /// <summary>Reads what <c>pipeline graph --dependences</c> has written.</summary>
    /// <param name="file">The path of the file.</param>
    /// <exception cref="InvalidDataException">It is something else; the message says what is wrong.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CallDependences ReadFile(string file)
    {
        using var stream = File.OpenRead(file);
        return Read(stream);
    }

    /// <summary>Reads what <c>pipeline graph --dependences</c> has written.</summary>
    /// <param name="utf8Json">The text.</param>
    /// <exception cref="InvalidDataException">It is something else; the message says what is wrong.</exception>
    public static CallDependences Read(Stream utf8Json)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Json);
            return DependencesJson.Read(document.RootElement);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new InvalidDataException(
                $"This is no file of dependences: {exception.Message} Write it with `pipeline graph --dependences`.", exception);
        }
    }

    /// <summary>The calls of an API; null where nothing is known of it.</summary>
    /// <param name="name">The name: <c>Service/Api</c>.</param>
    public ApiDependences? Of(string name) => _apis.GetValueOrDefault(name);

    /// <summary>A call needs what those need that it needs, also where one of these was left out by a branch.</summary>
    private static ApiDependences Close(ApiDependences api)
    {
        var needs = new List<SortedSet<int>>();
        foreach (var (place, call) in api.Calls.Index())
        {
            var all = new SortedSet<int>();
            foreach (var need in call.Needs)
            {
                if (need < 0 || need >= place)
                    throw new ArgumentException($"Call {place} of '{api.Name}' needs call {need}, which does not come before it.");
                all.Add(need);
                all.UnionWith(needs[need]);
            }

            needs.Add(all);
        }

        return api with { Calls = [.. api.Calls.Select((call, place) => call with { Needs = [.. needs[place]] })] };
    }
}
