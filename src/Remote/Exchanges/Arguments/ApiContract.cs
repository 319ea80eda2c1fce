using System.Collections.Concurrent;

namespace Pipeline.Remote.Exchanges;

/// <summary>
/// An API's parameters as one side knows them, and what the other side's are to them. Where they differ, arguments find their
/// parameters by name: a parameter that is optional may be missing on either side, and nothing else may differ.
/// </summary>
internal sealed class ApiContract
{
    // What is kept of others' contracts: as many as there are versions of a caller, not as many as somebody makes up.
    private const int MostKnown = 64;

    private readonly ConcurrentDictionary<string, ContractMatch> _known = new();
    private readonly string _api;
    private readonly ContractParameter[] _parameters;

    public ApiContract(ServiceDefinition service, ApiDefinition api, IReadOnlyList<ParameterDefinition> parameters)
    {
        _api = $"{service.Name}.{api.Name}";
        _parameters = [.. parameters.Select(ContractParameter.Of)];
        Text = string.Join('\n', _parameters.Select(static parameter => parameter.Text));
    }

    /// <summary>The parameters, a line each, as they are sent with every call.</summary>
    public string Text { get; }

    /// <summary>How arguments that were packed for another contract fit this one.</summary>
    public ContractMatch Match(string other)
    {
        if (_known.TryGetValue(other, out var known))
            return known;

        var match = Compare(other);
        if (_known.Count < MostKnown)
            _known.TryAdd(other, match);
        return match;
    }

    private ContractMatch Compare(string other)
    {
        if (other == Text)
            return new([.. Enumerable.Range(0, _parameters.Length)], null);

        ContractParameter[] sent = other.Length == 0 ? [] : [.. other.Split('\n').Select(ContractParameter.Parse)];
        int[] places = [.. sent.Select(parameter => Array.FindIndex(_parameters, own => own.Name == parameter.Name))];
        int[] common = [.. places.Where(static place => place >= 0)];
        bool fits = common.Zip(common.Skip(1)).All(static pair => pair.First < pair.Second)
            && sent.Zip(places).All(static pair => pair.Second >= 0 || pair.First.IsOptional)
            && Enumerable.Range(0, _parameters.Length).All(place => _parameters[place].IsOptional || common.Contains(place));
        return new(places, fits ? null : Mismatch(sent));
    }

    /// <summary>What to tell a caller whose parameters do not fit.</summary>
    public string Mismatch(string other) => Mismatch(other.Length == 0 ? [] : [.. other.Split('\n').Select(ContractParameter.Parse)]);

    private string Mismatch(IEnumerable<ContractParameter> sent) =>
        $"{_api}({List(sent)}) was called, and the service has {_api}({List(_parameters)}): build both sides from one version of it.";

    private static string List(IEnumerable<ContractParameter> parameters) => string.Join(", ", parameters);
}
