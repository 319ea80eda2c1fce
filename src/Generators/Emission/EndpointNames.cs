using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>The names of the APIs' endpoints: the APIs' own, numbered where they are overloaded.</summary>
internal sealed class EndpointNames
{
    /// <summary>The list of all of them.</summary>
    public const string All = "All";

    private readonly string _class;
    private readonly List<string> _names = [];

    public EndpointNames(ServiceModel service)
    {
        _class = service.EndpointsName;
        var taken = new List<string> { All, _class };
        foreach (var api in service.Apis)
        {
            string name = api.Name.TrimStart('@');
            string unique = UniqueName.Choose(name, taken);
            _names.Add(unique == name ? api.Name : unique);
            taken.Add(unique);
        }
    }

    /// <summary>The fields' names, in the order of the APIs.</summary>
    public IReadOnlyList<string> Fields => _names;

    /// <summary>The endpoint as the service's other types name it.</summary>
    public string this[int api] => $"{_class}.{_names[api]}";
}
