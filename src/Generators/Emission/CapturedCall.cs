using System.Text.RegularExpressions;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>
/// A call packed for a static lambda: the receiver and the arguments travel in one value, so that nothing is captured.
/// </summary>
internal sealed class CapturedCall
{
    /// <summary>The lambda's parameter.</summary>
    public const string Lambda = "call";

    /// <summary>The parameters of the lambda that starts a stream: the token comes when the stream is read.</summary>
    public const string StreamLambda = "(call, token)";

    // A tuple keeps these names to itself.
    private static readonly Regex ReservedElement = new(@"^@?(Item\d+|Rest|ToString|Equals|GetHashCode|GetType|CompareTo|_)$", RegexOptions.CultureInvariant);

    private readonly Dictionary<string, string> _elements = [];
    private readonly string _receiverElement;

    /// <summary>Packs the receiver and those of the API's parameters.</summary>
    public CapturedCall(string receiver, string receiverElement, IEnumerable<ParameterModel> parameters)
    {
        var captured = parameters.ToArray();
        var names = captured.Select(static parameter => parameter.Name).ToArray();
        _receiverElement = UniqueName.Choose(receiverElement, names);
        foreach (string name in names)
        {
            _elements[name] = ReservedElement.IsMatch(name)
                ? UniqueName.Choose("argument", names.Concat(_elements.Values))
                : name;
        }

        State = captured.Length == 0
            ? receiver
            : $"({_receiverElement}: {receiver}, {ParameterList.Join(names.Select(Pack))})";
        Receiver = captured.Length == 0 ? Lambda : $"{Lambda}.{_receiverElement}";
    }

    /// <summary>The value to pack.</summary>
    public string State { get; }

    /// <summary>The receiver inside the lambda.</summary>
    public string Receiver { get; }

    /// <summary>The parameter's value inside the lambda.</summary>
    public string Argument(ParameterModel parameter) => Forward.Argument(parameter, $"{Lambda}.{_elements[parameter.Name]}");

    /// <summary>The parameter's value inside the lambda that starts a stream.</summary>
    public string StreamArgument(ParameterModel parameter) => parameter.IsToken ? "token" : Argument(parameter);

    private string Pack(string name) => _elements[name] == name ? name : $"{_elements[name]}: {name}";
}
