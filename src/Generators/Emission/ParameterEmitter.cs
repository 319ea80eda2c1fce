using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Spells the parameters of an endpoint: what is known of each, and where its argument lies among the packed ones.</summary>
internal static class ParameterEmitter
{
    /// <summary>The endpoint's last argument, or nothing for an API without parameters.</summary>
    public static string Argument(ApiModel api)
    {
        var parameters = api.DataParameters.Select((parameter, index) => Parameter(api, parameter, index + 1)).ToArray();
        return parameters.Length == 0
            ? ""
            : $",\n    parameters:\n    [\n{string.Concat(parameters.Select(static parameter => $"        {parameter},\n"))}    ]";
    }

    private static string Parameter(ApiModel api, ParameterModel parameter, int number)
    {
        string args = PackedArguments.Type(api);
        string type = parameter.ItemType is { } item
            ? $"StreamParameter<{args}, {item}>"
            : $"Parameter<{args}, {parameter.Type}>";
        string name = Literal.Of(parameter.Name.TrimStart('@'));
        return $"new {RuntimeNames.Transports}.{type}({name}, static (ref {args} args) => ref args.Item{number}){Facts(parameter)}";
    }

    private static string Facts(ParameterModel parameter) => parameter switch
    {
        { AllowsNull: true, Default: { } value } => $" {{ AllowsNull = true, Default = {value} }}",
        { AllowsNull: true } => " { AllowsNull = true }",
        { Default: { } value } => $" {{ Default = {value} }}",
        _ => "",
    };
}
